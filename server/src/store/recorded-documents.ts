import { LRUCache } from 'lru-cache';
import type { DialectName } from './dialect';
import type { DocumentKey } from './documents';

/**
 * On MySQL an update that finds no row locks the gap where it would be: two first saves of one document would then
 * wait for each other's gap to insert into, a deadlock. There a document's row is updated only where it is known to
 * exist, and else inserted or updated in one statement. Elsewhere the update may simply be tried.
 */
export interface RecordedDocuments {
  /** false: the row may be missing, so do not try to update it */
  mayHave(key: DocumentKey): boolean;
  /** To be told after the commit. */
  add(key: DocumentKey): void;
}

const MAX = 50_000;

export const createRecordedDocuments = (dialect: DialectName): RecordedDocuments => {
  if (dialect !== 'mysql') return { mayHave: () => true, add: () => undefined };
  const known = new LRUCache<string, true>({ max: MAX });
  const nameOf = ({ uid, documentId }: DocumentKey) => `${uid} ${documentId}`;
  return {
    mayHave: (key) => known.has(nameOf(key)),
    add: (key) => known.set(nameOf(key), true),
  };
};
