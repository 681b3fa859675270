import type { Knex } from 'knex';
import type { DialectName } from './dialect';

/**
 * Runs a statement that is the same text each time, within a transaction. On PostgreSQL planning a statement of this
 * size costs more than running it, so it goes by name and is planned once a connection.
 */
export const runPrepared = async <T>(
  trx: Knex.Transaction,
  { sql, bindings, dialect }: { sql: string; bindings: string[]; dialect: DialectName }
): Promise<T[]> => {
  const query = trx.raw(sql, bindings);
  if (dialect === 'postgres') {
    const { rows } = await query.options({ name: nameOf(sql) });
    return rows as T[];
  }
  const result = await query;
  return (dialect === 'mysql' ? result[0] : result) as T[];
};

/** A connection must never see one name for two texts. */
const nameOf = (sql: string): string => {
  const name = names.get(sql) ?? `revisions_${names.size}`;
  names.set(sql, name);
  return name;
};
const names = new Map<string, string>();
