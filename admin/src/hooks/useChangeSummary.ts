import * as React from 'react';

import { useIntl } from 'react-intl';

import { useFieldLabels } from './useFieldLabels';
import { useTranslate } from './useTranslate';

import type { Revision, RevisionAction } from '../../../contracts/revision';
import type { TranslationKey } from './useTranslate';

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

/** What a save did, in words: "Changed Title, Body and 3 more". */
export const useChangeSummary = (uid: string): ((revision: Revision) => string) => {
  const t = useTranslate();
  const { formatList } = useIntl();
  const labelOf = useFieldLabels(uid);

  return React.useCallback(
    ({ action, changed }) => {
      const key = WITH_FIELDS[action];
      if (!key || changed.length === 0) return t(WITHOUT_FIELDS[action]);

      const names = changed.map(labelOf);
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
