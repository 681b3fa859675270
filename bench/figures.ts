import type { Timing } from './measure';
import type { StoredBytes } from './replay';

/** What one run on one database found. */
export interface Figures {
  database: string;
  /** canonical JSON of the document, in bytes */
  document: number;
  timings: Record<Operation, Timing>;
  /** by operation, then by revisions of the document */
  histories: Record<'saveField' | 'saveWhole' | 'publish', Record<number, Timing>>;
  /** revisions in all while that was measured */
  total: number;
  /** revisions in all while queries were measured */
  queryTotal: number;
  bytes: Record<'title' | 'body', number>;
  /** statements with the plugin less those without; of a restore, less those of a whole-document save with it */
  statements: Record<'saveField' | 'saveWhole' | 'publish' | 'restore', number>;
  listStatements: number;
  autosaveStatements: number;
  replay: StoredBytes | null;
}

export type Operation =
  | 'saveField'
  | 'saveWhole'
  | 'replaceWhole'
  | 'publish'
  | 'saveLocalized'
  | 'listNewest'
  | 'restore'
  | 'restoreByHttp'
  | 'restoreOverBare'
  | 'restoreByHttpOverBare'
  | 'findMany'
  | 'getPage'
  | 'revisionOf'
  | 'draftOf'
  | 'asOf'
  | 'autosave'
  | 'readDraft'
  | 'applyField'
  | 'applyWhole';
