import { AsyncLocalStorage } from 'node:async_hooks';

/** A write under way. Lifecycles and middlewares of others make writes within it, of other documents and of the same. */
export interface Ongoing {
  uid: string;
  /** undefined: of a document that Strapi is making */
  documentId: string | undefined;
  action: string;
  params: Record<string, unknown>;
  /** ms since 1970 */
  startedAt: number;
  /** What is not awaited may go on after it, in a transaction of its own. */
  isOver: boolean;
}

const storage = new AsyncLocalStorage<readonly Ongoing[]>();

/** The writes that this one is made within, the innermost first. */
export const ongoingWrites = (): readonly Ongoing[] =>
  (storage.getStore() ?? []).filter(({ isOver }) => !isOver);

export const startWrite = (write: Pick<Ongoing, 'uid' | 'documentId' | 'action' | 'params'>): Ongoing => ({
  ...write,
  startedAt: Date.now(),
  isOver: false,
});

/** Runs what may make other writes. */
export const within = <T>(write: Ongoing, work: () => Promise<T>): Promise<T> =>
  storage.run([write, ...ongoingWrites()], work);
