import type { Knex } from 'knex';
import type { DialectName } from './dialect';
import { lockDocument, type DocumentKey } from './documents';

/**
 * A transaction's lock on a document, with the numbers that were reserved with it. Several writes of one document may be
 * made in a transaction, one within another or side by side: they share it.
 */
export interface DocumentLock {
  isHeld: boolean;
  /** reserved, and used by nobody yet */
  numbers: number;
  /** One after the other: what one counts must not change before it is written. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

const locks = new WeakMap<Knex.Transaction, Map<string, DocumentLock>>();

const createLock = (): DocumentLock => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    isHeld: false,
    numbers: 0,
    inTurn(work) {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

export const documentLock = (trx: Knex.Transaction, { uid, documentId }: DocumentKey): DocumentLock => {
  const ofTransaction = locks.get(trx) ?? new Map<string, DocumentLock>();
  locks.set(trx, ofTransaction);
  const name = `${uid} ${documentId}`;
  const lock = ofTransaction.get(name) ?? createLock();
  ofTransaction.set(name, lock);
  return lock;
};

/**
 * Locks a document until the transaction ends, so that just so many of its numbers are reserved.
 *
 * @returns false where the document was never recorded: nothing is locked
 */
export const reserveNumbers = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  key: DocumentKey,
  numbers: number
): Promise<boolean> => {
  const lock = documentLock(trx, key);
  const more = numbers - lock.numbers;
  if (!(lock.isHeld && more === 0) && !(await lockDocument(trx, dialect, key, more))) return false;
  Object.assign(lock, { isHeld: true, numbers });
  return true;
};
