import type { Knex } from 'knex';
import type { Intent } from './intent';

/**
 * A write under way. Others may be made in its transaction before it is recorded: by lifecycles and middlewares within
 * it, of other documents and of the same, or side by side with it.
 */
export interface Ongoing {
  uid: string;
  /** undefined: of a document that Strapi is making */
  documentId: string | undefined;
  action: string;
  params: Record<string, unknown>;
  intent: Intent | undefined;
  /** ms since 1970 */
  startedAt: number;
  /** Writes that are recorded with it. */
  parts: Promise<unknown>[];
}

// By transaction and not by AsyncLocalStorage, which would cost every promise of every request something.
const ongoing = new WeakMap<Knex.Transaction, Ongoing[]>();

/** The writes under way in a transaction, the last one first. */
export const ongoingWrites = (trx: Knex.Transaction): readonly Ongoing[] => ongoing.get(trx) ?? [];

/** Makes a write, and what is to be done when it and its parts are made; others find it under way meanwhile. */
export const withOngoing = async <T>(
  trx: Knex.Transaction,
  write: Ongoing,
  work: () => Promise<T>
): Promise<T> => {
  ongoing.set(trx, [write, ...ongoingWrites(trx)]);
  try {
    return await work();
  } finally {
    ongoing.set(
      trx,
      ongoingWrites(trx).filter((one) => one !== write)
    );
  }
};
