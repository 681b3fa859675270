import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * Runs work in the transaction under way, or in one of its own. A failure rolls all of it back: rethrow it, for on
 * PostgreSQL an error swallowed within a transaction loses the whole of it in silence.
 *
 * @param work gets the transaction, and a function to name what is to be done once it is committed
 */
export const inTransaction = <T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction, onCommit: (callback: () => void) => void) => Promise<T>
): Promise<T> =>
  strapi.db.transaction(({ trx, onCommit }) =>
    work(trx as unknown as Knex.Transaction, onCommit)
  ) as unknown as Promise<T>;
