import type { Knex } from 'knex';
import type { DialectName } from './dialect';

/**
 * Inserts rows and gives their ids in order. MySQL has no `returning`; it numbers the rows of one insert in sequence.
 */
export const insert = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  table: string,
  rows: object[]
): Promise<number[]> => {
  if (rows.length === 0) return [];
  if (dialect === 'mysql') {
    const [first] = await trx(table).insert(rows);
    return rows.map((_, index) => Number(first) + index);
  }
  const inserted = await trx(table).insert(rows, ['id']);
  return inserted.map(({ id }) => Number(id));
};
