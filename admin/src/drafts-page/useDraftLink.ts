import * as React from 'react';

import { useLocation } from 'react-router-dom';

import { draftPath } from '../utils/draftPath';

import type { ListedDraft } from '../../../contracts/draft';

interface DraftLink {
  to: string;
  /** the way back, for pages that have one of their own */
  state: { back: string };
}

/** Where a draft is opened from this page. */
export const useDraftLink = (): ((draft: ListedDraft, collectionType: string) => DraftLink) => {
  const { pathname, search } = useLocation();

  return React.useCallback(
    (draft, collectionType) => ({
      to: draftPath(draft, collectionType),
      state: { back: `${pathname}${search}` },
    }),
    [pathname, search]
  );
};
