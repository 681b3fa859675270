import * as React from 'react';

import { useLazyGetRevisionsQuery } from '../api/revisionsApi';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Revision } from '../../../contracts/revision';

const PAGE_SIZE = 50;

interface Pages {
  key: string;
  revisions: Revision[];
  page: number;
  isComplete: boolean;
}

interface RevisionPages {
  /** newest first, as far as they were loaded */
  revisions: Revision[];
  isComplete: boolean;
  loadMore: () => void;
}

const EMPTY: Revision[] = [];

/** A document's revisions in one locale: the newest ones, and older ones as they are wanted. */
export const useRevisionPages = (address: DocumentAddress, locale: string | undefined): RevisionPages => {
  const { uid, documentId, collectionType } = address;
  const key = [uid, documentId, locale].join(':');
  const [fetchPage] = useLazyGetRevisionsQuery();
  const [pages, setPages] = React.useState<Pages | null>(null);
  const asked = React.useRef('');
  const loaded = pages?.key === key ? pages : null;

  const load = React.useCallback(
    async (page: number, before: Revision[]) => {
      const name = `${key}:${page}`;
      if (asked.current === name) return;
      asked.current = name;
      const { data } = await fetchPage({
        uid,
        documentId,
        collectionType,
        locale,
        page,
        pageSize: PAGE_SIZE,
      });
      // Nobody waits for it any more, or it may be tried again.
      if (asked.current !== name) return;
      asked.current = '';
      if (!data) return;
      setPages({
        key,
        page,
        revisions: [...before, ...data.data],
        isComplete: page >= data.meta.pagination.pageCount,
      });
    },
    [collectionType, documentId, fetchPage, key, locale, uid]
  );

  React.useEffect(() => void load(1, []), [load]);

  const loadMore = React.useCallback(() => {
    if (loaded && !loaded.isComplete) void load(loaded.page + 1, loaded.revisions);
  }, [load, loaded]);

  return { revisions: loaded?.revisions ?? EMPTY, isComplete: loaded?.isComplete ?? false, loadMore };
};
