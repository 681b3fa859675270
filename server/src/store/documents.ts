import type { Knex } from 'knex';
import type { DialectName } from './dialect';
import { runPrepared } from './run-prepared';

/** Rows of `revisions_documents`: a tracked document, its last number and when it was deleted. The row is the lock. */

const TABLE = 'revisions_documents';

export interface DocumentKey {
  uid: string;
  documentId: string;
}

const where = ({ uid, documentId }: DocumentKey) => ({ content_type: uid, document_id: documentId });

/**
 * Locks a document until the transaction ends and reserves numbers in the same statement. An update, not `select …
 * for update`: SQLite has none, and the number is needed in nearly every save.
 *
 * @param numbers how many numbers to reserve; 0 locks only
 * @returns false where the document was never recorded: nothing is locked
 */
export const lockDocument = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  { uid, documentId }: DocumentKey,
  numbers: number
): Promise<boolean> => {
  if (dialect === 'mysql') {
    const count = await trx(TABLE)
      .where(where({ uid, documentId }))
      .update({ last_number: trx.raw('?? + ?', ['last_number', numbers]) });
    return count > 0;
  }
  const locked = await runPrepared(trx, {
    sql: `update ${TABLE} set last_number = last_number + ? where content_type = ? and document_id = ? returning id`,
    bindings: [numbers, uid, documentId],
    dialect,
  });
  return locked.length > 0;
};

/**
 * Makes the document's row where there is none, and locks it either way: one statement. A unique violation would abort
 * the user's save on PostgreSQL, and an insert that is ignored would only share the row's lock on MySQL.
 */
export const addDocument = async (trx: Knex.Transaction, key: DocumentKey): Promise<void> => {
  await trx(TABLE)
    .insert({ ...where(key), last_number: 0 })
    .onConflict(['content_type', 'document_id'])
    .merge({ last_number: trx.raw('??', [`${TABLE}.last_number`]) });
};

/** As {@link addDocument} for a document whose id was made a moment ago, so that nobody else can have it: one statement. */
export const addNewDocument = async (trx: Knex.Transaction, key: DocumentKey): Promise<void> => {
  await trx(TABLE).insert({ ...where(key), last_number: 0 });
};

export const setLastNumber = async (trx: Knex.Transaction, id: number, number: number): Promise<void> => {
  await trx(TABLE).where({ id }).update({ last_number: number });
};

/** So many of its revisions are gone: their number is the last number without those. */
export const countRemoved = async (trx: Knex.Transaction, id: number, count: number): Promise<void> => {
  await trx(TABLE).where({ id }).increment('removed', count);
};

/** @param at ms since 1970; null: it exists (again) */
export const setDeletedAt = async (
  trx: Knex.Transaction,
  key: DocumentKey,
  at: number | null
): Promise<void> => {
  await trx(TABLE).where(where(key)).update({ deleted_at: at });
};

export const removeDocument = async (trx: Knex.Transaction, key: DocumentKey): Promise<void> => {
  await trx(TABLE).where(where(key)).delete();
};

export interface DocumentRow {
  id: number;
  uid: string;
  documentId: string;
  lastNumber: number;
  deletedAt: number | null;
}

export const toDocument = (row: Record<string, unknown>): DocumentRow => ({
  id: Number(row.id),
  uid: String(row.content_type),
  documentId: String(row.document_id),
  lastNumber: Number(row.last_number),
  deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
});

export const findDocument = async (knex: Knex, key: DocumentKey): Promise<DocumentRow | null> => {
  const row = await knex(TABLE).where(where(key)).first();
  return row ? toDocument(row) : null;
};

/** Those of some documents of which there are revisions. */
export const recordedAmong = (knex: Knex, uid: string, documentIds: string[]): Promise<string[]> =>
  knex(TABLE).where({ content_type: uid }).whereIn('document_id', documentIds).pluck('document_id');

/** Whether there are revisions of no more documents of a type than that. */
export const hasFewDocuments = async (knex: Knex, uid: string, most: number): Promise<boolean> => {
  const some = await knex(TABLE)
    .where({ content_type: uid })
    .limit(most + 1)
    .pluck('id');
  return some.length <= most;
};
