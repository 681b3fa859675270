import { Box, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';
import { revisionIn } from '../utils/compareSearch';
import { CompareBar } from './CompareBar';
import { SideChooser } from './SideChooser';

import type { CompareState, CompareView } from '../utils/compareSearch';
import type { Steps } from './useSteps';
import type { SideOptions } from './useSideOptions';
import type { Comparison } from '../../../contracts/compare';

/** Stays in sight while the differences scroll below it, where there is room for both. */
const Card = styled(Box)`
  ${({ theme }) => theme.breakpoints.large} {
    position: sticky;
    top: 0;
    z-index: 2;
  }
`;

interface CompareControlsProps {
  state: Pick<CompareState, 'from' | 'to' | 'showsAll'> & { view: CompareView };
  shown: Comparison | undefined;
  options: SideOptions;
  locales: string[];
  locale: string | null;
  steps: Steps;
  onChange: (part: Partial<CompareState>, isStep?: boolean) => void;
  onGoToChange: (step: 1 | -1) => void;
  onReachEnd: () => void;
}

/** What is compared, and how it is shown. */
export const CompareControls = ({
  state: { from, to, view, showsAll },
  shown,
  options,
  locales,
  locale,
  steps,
  onChange,
  onGoToChange,
  onReachEnd,
}: CompareControlsProps) => {
  const t = useTranslate();
  const differsInLocale = Boolean(shown?.from.revision) && shown?.from.locale !== shown?.to.locale;

  // Another locale has other revisions.
  const changeLocale = (code: string) => {
    const isByNumber = [from, to].some((ref) => revisionIn(ref) !== null);
    onChange({ locale: code, ...(isByNumber && { from: 'previous', to: 'current' }) });
  };

  return (
    <Card
      tag="section"
      aria-label={t('compare.controls')}
      background="neutral0"
      shadow="filterShadow"
      hasRadius
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <CompareBar
          view={view}
          showsAll={showsAll}
          count={shown?.changes.length ?? null}
          locales={locales}
          locale={locale}
          hasOlder={steps.hasOlder}
          hasNewer={steps.hasNewer}
          onView={(chosen) => onChange({ view: chosen }, true)}
          onShowAll={(all) => onChange({ showsAll: all }, true)}
          onLocale={changeLocale}
          onOlder={() => steps.go('older')}
          onNewer={() => steps.go('newer')}
          onPrevious={() => onGoToChange(-1)}
          onNext={() => onGoToChange(1)}
        />
        <Flex gap={4} alignItems="flex-start">
          {(['from', 'to'] as const).map((side) => (
            <SideChooser
              key={side}
              label={t(side === 'from' ? 'side.from' : 'side.to')}
              value={side === 'from' ? from : to}
              meanings={options.meanings[side]}
              numbers={options.numbers}
              labelOf={options.labelOf}
              state={shown?.[side]}
              showsLocale={differsInLocale}
              onChange={(ref) => onChange({ [side]: ref })}
              onReachEnd={onReachEnd}
            />
          ))}
        </Flex>
      </Flex>
    </Card>
  );
};
