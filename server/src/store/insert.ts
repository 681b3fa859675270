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
  const written = await runInsert<{ id: unknown }>(trx, dialect, { table, rows, then: 'returning id' });
  return written.map(({ id }) => Number(id));
};

/**
 * Inserts rows, or changes those that are there: as text that is the same each time, for what is written as one types.
 * Not on MySQL, which has another way to say it.
 *
 * @param key columns by which a row is there already
 * @param set what becomes of such a row; `excluded` is the one that was to be inserted
 * @param returning the columns to give of each row, as it is then
 */
export const upsert = (
  trx: Knex.Transaction,
  dialect: Exclude<DialectName, 'mysql'>,
  {
    table,
    rows,
    key,
    set,
    returning,
  }: { table: string; rows: Record<string, Binding>[]; key: string[]; set: string; returning: string }
): Promise<Record<string, unknown>[]> =>
  runInsert(trx, dialect, {
    table,
    rows,
    then: `on conflict (${key.join(', ')}) do update set ${set} returning ${returning}`,
  });

const runInsert = <T>(
  trx: Knex.Transaction,
  dialect: DialectName,
  { table, rows, then }: { table: string; rows: Record<string, Binding>[]; then: string }
): Promise<T[]> => {
  const columns = Object.keys(rows[0]!);
  const places = `(${columns.map(() => '?').join(', ')})`;
  return runPrepared<T>(trx, {
    sql: `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => places).join(', ')} ${then}`,
    bindings: rows.flatMap((row) => columns.map((name) => row[name]!)),
    dialect,
  });
};
