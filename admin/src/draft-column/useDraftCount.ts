import { useTable } from '@strapi/strapi/admin';

import { useGetDraftCountsQuery } from '../api/draftsApi';
import { chunkOf } from './chunkOf';

import type { DraftCounts } from '../api/draftsApi';

/**
 * Seconds. What is typed into the edit view goes past the cache, so whoever comes back from there sees it anew; but the
 * content manager often shows a list twice in a row, when it adds the locale to its address.
 */
const FRESH = 2;

/** Drafts of a row of the list; undefined until they are known. All rows of the page are asked for at once. */
export const useDraftCount = (uid: string, documentId: string): DraftCounts[string] | undefined => {
  const rows = useTable('useDraftCount', (state) => state.rows) as { documentId?: string }[];
  const documentIds = rows.flatMap((row) => (row.documentId ? [row.documentId] : []));
  const { data } = useGetDraftCountsQuery(
    { uid, documentIds: chunkOf(documentIds, documentId) },
    { refetchOnMountOrArgChange: FRESH }
  );
  return data?.[documentId];
};
