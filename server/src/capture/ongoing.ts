import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A write under way. Lifecycles and middlewares of others make writes within it, of other documents and of the same:
 * those are in its transaction, and find the document's lock held.
 */
export interface Ongoing {
  uid: string;
  /** undefined: of a document that Strapi is making */
  documentId: string | undefined;
  /** of the Document Service; `hold`: a service of ours that holds the lock and makes the write itself */
  action: string;
  params: Record<string, unknown>;
  /** ms since 1970 */
  startedAt: number;
  /** Whether it holds the document's lock. */
  isLocked: boolean;
  /** Numbers that it reserved with the lock, and nobody used yet. */
  numbers: number;
  /** Documents of which something was recorded within it. */
  recorded: Set<string>;
  /** What is not awaited may go on after it, in a transaction of its own. */
  isOver: boolean;
}

const storage = new AsyncLocalStorage<readonly Ongoing[]>();

/** The writes that this one is made within, the innermost first. */
export const ongoingWrites = (): readonly Ongoing[] =>
  (storage.getStore() ?? []).filter(({ isOver }) => !isOver);

export const startWrite = (
  given: Pick<Ongoing, 'uid' | 'documentId' | 'action'> & Partial<Ongoing>
): Ongoing => ({
  params: {},
  startedAt: Date.now(),
  isLocked: false,
  numbers: 0,
  recorded: new Set(),
  isOver: false,
  ...given,
});

/** Runs what may make other writes. */
export const within = <T>(write: Ongoing, work: () => Promise<T>): Promise<T> =>
  storage.run([write, ...ongoingWrites()], work);
