import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsHorizontal } from '@strapi/icons';

import { useTranslate } from '../hooks/useTranslate';

import type { ChosenRevision } from './listState';

interface CompareChosenProps {
  chosen: ChosenRevision[];
  onCompare: (older: ChosenRevision, newer: ChosenRevision) => void;
  onClear: () => void;
}

/** What to do with the revisions that were ticked: two of them can be compared. */
export const CompareChosen = ({ chosen, onCompare, onClear }: CompareChosenProps) => {
  const t = useTranslate();
  const [older, newer] = [...chosen].sort((a, b) => a.number - b.number);

  if (!older) return null;

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={2}
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={3}
      role="group"
      aria-label={t('history.compare')}
    >
      <Typography variant="pi" textColor="neutral800" role="status">
        {newer
          ? t('history.compare.two', { older: older.number, newer: newer.number })
          : t('history.compare.one', { number: older.number })}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button
          size="S"
          startIcon={<ArrowsHorizontal />}
          disabled={!newer}
          onClick={() => newer && onCompare(older, newer)}
        >
          {t('history.compare')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </Flex>
    </Flex>
  );
};
