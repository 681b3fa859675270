import { AsyncLocalStorage } from 'node:async_hooks';
import type { RevisionAction } from '../../../contracts/revision';
import type { Snapshot } from '../core/snapshot';
import type { RevisionRow } from '../store/revisions';

/**
 * What a service of ours means by a write it makes through the Document Service: the middleware that records the
 * write sees only an update. Carried beside the call, so that no parameter of Strapi's has to.
 */
export interface Intent {
  action: RevisionAction;
  restoredFrom?: { id: number; number: number };
  draftName?: string | null;
  notes?: string | null;
  /** Told of every revision that the write leaves, and of what is in it. */
  recorded(revision: RevisionRow, snapshot: Snapshot): void;
}

const storage = new AsyncLocalStorage<Intent>();

export const withIntent = <T>(intent: Intent, work: () => Promise<T>): Promise<T> =>
  storage.run(intent, work);

export const currentIntent = (): Intent | undefined => storage.getStore();
