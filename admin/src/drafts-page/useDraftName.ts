import * as React from 'react';

import { useTranslate } from '../hooks/useTranslate';

import type { ListedDraft } from '../../../contracts/draft';

type Named = Pick<ListedDraft, 'kind' | 'name' | 'title'>;

interface DraftNames {
  /** of the entry that it is a draft of */
  titleOf: (draft: Named) => string;
  nameOf: (draft: Named) => string;
}

/** What a draft and its entry are called, where they have no name either. */
export const useDraftName = (): DraftNames => {
  const t = useTranslate();

  return React.useMemo(
    () => ({
      titleOf: ({ title }) => title?.trim() || t('drafts.untitled'),
      nameOf: ({ kind, name }) =>
        name ?? t(kind === 'provisional' ? 'drafts.provisional' : 'drafts.new-entry'),
    }),
    [t]
  );
};
