import * as React from 'react';

import { useIntl } from 'react-intl';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';

import type { Revision, RevisionAction } from '../../../contracts/revision';
import type { TranslationKey } from '../hooks/useTranslate';
import type { ItemCounts } from './summarize';

/** A list of more names than this ends in "and 3 more". */
const MAX_NAMES = 3;

const WITH_FIELDS: Partial<Record<RevisionAction, TranslationKey>> = {
  update: 'summary.update',
  publish: 'summary.publish',
  discard: 'summary.discard',
  restore: 'summary.restore',
  apply: 'summary.apply',
  sync: 'summary.sync',
};

const WITHOUT_FIELDS: Record<RevisionAction, TranslationKey> = {
  baseline: 'summary.baseline',
  create: 'summary.create',
  update: 'summary.update.none',
  clone: 'summary.clone',
  publish: 'summary.publish.none',
  unpublish: 'summary.unpublish',
  discard: 'summary.discard.none',
  restore: 'summary.restore.none',
  apply: 'summary.apply.none',
  delete: 'summary.delete',
  sync: 'summary.sync.none',
};

const NO_COUNTS: ReadonlyMap<string, ItemCounts> = new Map();

const COUNTED: [keyof ItemCounts, TranslationKey][] = [
  ['edited', 'summary.items.edited'],
  ['added', 'summary.items.added'],
  ['removed', 'summary.items.removed'],
  ['moved', 'summary.items.moved'],
];

/**
 * What a save did, in words: "Changed Title, Body and Sections (2 edited, 1 moved)". What happened within lists is
 * said as far as somebody has counted it.
 */
export const useChangeSummary = (
  uid: string
): ((revision: Revision, counts?: ReadonlyMap<string, ItemCounts>) => string) => {
  const t = useTranslate();
  const { formatList } = useIntl();
  const labelOf = useFieldLabels(uid);

  return React.useCallback(
    ({ action, changed }, counts = NO_COUNTS) => {
      const key = WITH_FIELDS[action];
      if (!key || changed.length === 0) return t(WITHOUT_FIELDS[action]);

      const names = changed.map((name) => {
        const items = counts.get(name);
        const details = items
          ? COUNTED.flatMap(([what, text]) => (items[what] > 0 ? [t(text, { count: items[what] })] : []))
          : [];
        return details.length > 0
          ? t('summary.items', { field: labelOf(name), details: details.join(', ') })
          : labelOf(name);
      });
      const fields =
        names.length <= MAX_NAMES
          ? formatList(names, { type: 'conjunction' })
          : t('summary.more', {
              fields: names.slice(0, MAX_NAMES - 1).join(', '),
              count: names.length - MAX_NAMES + 1,
            });
      return t(key, { fields });
    },
    [formatList, labelOf, t]
  );
};
