import { AsyncLocalStorage } from 'node:async_hooks';
import type { RevisionAction } from '../../../contracts/revision';
import type { Snapshot } from '../core/snapshot';
import type { RevisionRow } from '../store/revisions';

/**
 * What a service of ours means by a write it makes through the Document Service: the middleware that records the
 * write sees only an update. Carried beside the call, so that no parameter of Strapi's has to.
 */
export interface Intent {
  uid: string;
  /** null: of a document that the write makes, whose id Strapi chooses */
  documentId: string | null;
  action: RevisionAction;
  restoredFrom?: { id: number; number: number };
  draftName?: string | null;
  notes?: string | null;
  /** Told of every revision that the write leaves, and of what is in it. */
  recorded(revision: RevisionRow, snapshot: Snapshot): void;
}

const storage = new AsyncLocalStorage<{ intent: Intent; isTaken: boolean }>();

export const withIntent = <T>(intent: Intent, work: () => Promise<T>): Promise<T> =>
  storage.run({ intent, isTaken: false }, work);

/** What is meant by a write of a document. Of the one that is meant only: lifecycles may make others meanwhile. */
export const takeIntent = (uid: string, documentId: string | undefined): Intent | undefined => {
  const held = storage.getStore();
  if (!held || held.isTaken || held.intent.uid !== uid) return undefined;
  if (held.intent.documentId !== null && documentId !== undefined && held.intent.documentId !== documentId) {
    return undefined;
  }
  held.isTaken = true;
  return held.intent;
};

/** Whether a service of ours is writing, be it this write or one around it. */
export const isWithinIntent = (): boolean => storage.getStore() !== undefined;
