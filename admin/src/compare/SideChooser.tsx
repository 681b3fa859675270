import { Box, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Notes } from '../components/Notes';
import { RelativeTime } from '../components/RelativeTime';
import { RevisionPills } from '../components/RevisionPills';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';

import type { ComparedState } from '../../../contracts/compare';
import type { SideOption } from './useSideOptions';

interface SideChooserProps {
  label: string;
  value: string;
  meanings: SideOption[];
  numbers: SideOption[];
  labelOf: (ref: string) => string;
  state: ComparedState | undefined;
  showsLocale: boolean;
  onChange: (ref: string) => void;
  onReachEnd: () => void;
}

const Heading = ({ children }: { children: string }) => (
  <Box paddingLeft={4} paddingTop={3} paddingBottom={1} aria-hidden>
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </Box>
);

/** One side: what it is, chosen by meaning or by number; who saved it, when and why. */
export const SideChooser = ({
  label,
  value,
  meanings,
  numbers,
  labelOf,
  state,
  showsLocale,
  onChange,
  onReachEnd,
}: SideChooserProps) => {
  const t = useTranslate();
  const actorName = useActorName();
  const { formatDisplayName } = useIntl();
  const isListed = [...meanings, ...numbers].some(({ ref }) => ref === value);
  const revision = state?.revision;

  return (
    <Flex direction="column" alignItems="stretch" gap={2} flex="1" minWidth={0}>
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        <SingleSelect
          size="S"
          value={value}
          onChange={(ref) => onChange(String(ref))}
          customizeContent={(ref) => labelOf(String(ref))}
          onReachEnd={onReachEnd}
        >
          <Heading>{t('side.by-meaning')}</Heading>
          {meanings.map(({ ref, label: name }) => (
            <SingleSelectOption key={ref} value={ref}>
              {name}
            </SingleSelectOption>
          ))}
          {!isListed && <SingleSelectOption value={value}>{labelOf(value)}</SingleSelectOption>}
          {numbers.length > 0 && <Heading>{t('side.by-number')}</Heading>}
          {numbers.map(({ ref, label: name }) => (
            <SingleSelectOption key={ref} value={ref}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {state && (
        <Flex gap={2} wrap="wrap" minHeight="2.4rem">
          {revision ? (
            <>
              <Typography variant="pi" textColor="neutral600">
                <strong>{t('revision.number', { number: revision.number })}</strong> ·{' '}
                {actorName(revision.creator)} · <RelativeTime date={revision.createdAt} />
                {showsLocale && revision.locale && (
                  <> · {formatDisplayName(revision.locale, { type: 'language' })}</>
                )}
              </Typography>
              <RevisionPills revision={revision} />
              {revision.label && (
                <Typography variant="pi" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                  {revision.label}
                </Typography>
              )}
              {revision.notes && <Notes text={revision.notes} maxLines={1} />}
            </>
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {t(state.ref === 'previous' ? 'side.nothing' : 'side.unrecorded')}
            </Typography>
          )}
        </Flex>
      )}
    </Flex>
  );
};
