import {
  Box,
  Button,
  Checkbox,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { ArrowLeft, ArrowRight, ChevronDown, ChevronUp } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';

import type { CompareView } from '../utils/compareSearch';

interface CompareBarProps {
  view: CompareView;
  showsAll: boolean;
  /** of changed fields; null while it is not known */
  count: number | null;
  /** where there is more than one to choose from */
  locales: string[];
  locale: string | null;
  hasOlder: boolean;
  hasNewer: boolean;
  onView: (view: CompareView) => void;
  onShowAll: (showsAll: boolean) => void;
  onLocale: (locale: string) => void;
  onOlder: () => void;
  onNewer: () => void;
  onPrevious: () => void;
  onNext: () => void;
}

/** How the differences are shown, and the ways through them. */
export const CompareBar = (props: CompareBarProps) => {
  const t = useTranslate();
  const { formatDisplayName } = useIntl();
  const { view, showsAll, count, locales, locale } = props;
  const isEmpty = !count;

  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <Flex gap={4} wrap="wrap">
        <Checkbox checked={!showsAll} onCheckedChange={(checked) => props.onShowAll(checked !== true)}>
          {count === null ? t('compare.changed-only') : t('compare.changed-only.count', { count })}
        </Checkbox>
        <Flex gap={1} role="group" aria-label={t('compare.view')}>
          {(['split', 'inline'] as const).map((name) => (
            <Button
              key={name}
              size="S"
              variant={view === name ? 'secondary' : 'tertiary'}
              aria-pressed={view === name}
              onClick={() => props.onView(name)}
            >
              {t(name === 'split' ? 'compare.view.split' : 'compare.view.inline')}
            </Button>
          ))}
        </Flex>
        {locales.length > 1 && (
          <Box minWidth="16rem">
            <SingleSelect
              size="S"
              aria-label={t('filter.locale')}
              value={locale}
              onChange={(code) => props.onLocale(String(code))}
            >
              {locales.map((code) => (
                <SingleSelectOption key={code} value={code}>
                  {formatDisplayName(code, { type: 'language' }) ?? code}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        )}
      </Flex>
      <Flex gap={4} wrap="wrap">
        <Flex gap={1} role="group" aria-label={t('compare.steps')}>
          <IconButton label={t('compare.older')} size="S" disabled={!props.hasOlder} onClick={props.onOlder}>
            <ArrowLeft />
          </IconButton>
          <Typography variant="pi" textColor="neutral600" aria-hidden>
            {t('compare.steps.short')}
          </Typography>
          <IconButton label={t('compare.newer')} size="S" disabled={!props.hasNewer} onClick={props.onNewer}>
            <ArrowRight />
          </IconButton>
        </Flex>
        <Flex gap={1} role="group" aria-label={t('compare.changes')}>
          <IconButton label={t('compare.previous')} size="S" disabled={isEmpty} onClick={props.onPrevious}>
            <ChevronUp />
          </IconButton>
          <Typography variant="pi" textColor="neutral600" aria-hidden>
            {t('compare.changes.short')}
          </Typography>
          <IconButton label={t('compare.next')} size="S" disabled={isEmpty} onClick={props.onNext}>
            <ChevronDown />
          </IconButton>
        </Flex>
      </Flex>
    </Flex>
  );
};
