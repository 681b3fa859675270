import type { Knex } from 'knex';
import type { DialectName } from './dialect';
import { runPrepared, type Binding } from './run-prepared';

/**
 * Inserts rows and gives their ids in order. MySQL has no `returning`; it numbers the rows of one insert in sequence.
 *
 * @param rows all with the same columns, in the same order
 */
export const insert = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  table: string,
  rows: Record<string, Binding>[]
): Promise<number[]> => {
  if (rows.length === 0) return [];
  if (dialect === 'mysql') {
    const [first] = await trx(table).insert(rows);
    return rows.map((_, index) => Number(first) + index);
  }
  const columns = Object.keys(rows[0]!);
  const places = `(${columns.map(() => '?').join(', ')})`;
  const inserted = await runPrepared<{ id: unknown }>(trx, {
    sql: `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => places).join(', ')} returning id`,
    bindings: rows.flatMap((row) => columns.map((name) => row[name]!)),
    dialect,
  });
  return inserted.map(({ id }) => Number(id));
};
