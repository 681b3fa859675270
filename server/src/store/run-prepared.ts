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
    const { rows } = await (byName ? runByName(query.options({ name: nameOf(sql) })) : query);
    return rows as T[];
  }
  const result = await query;
  return (dialect === 'mysql' ? result[0] : result) as T[];
};

/**
 * A pooler that hands out another server connection for each transaction (PgBouncer before 1.21, for one) loses or
 * mixes up names. The save that meets this fails, as any error in a PostgreSQL transaction must; none after it does.
 */
let byName = true;
const NO_SUCH_NAME = '26000';
const NAME_TAKEN = '42P05';

const runByName = async (query: Knex.Raw): Promise<{ rows: unknown[] }> => {
  try {
    return await query;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === NO_SUCH_NAME || code === NAME_TAKEN) {
      byName = false;
      process.emitWarning(
        'The database pooler keeps no prepared statements: going on without',
        'strapi-plugin-drafts-and-revisions'
      );
    }
    throw error;
  }
};

/** A connection must never see one name for two texts. */
const nameOf = (sql: string): string => {
  const name = names.get(sql) ?? `revisions_${names.size}`;
  names.set(sql, name);
  return name;
};
const names = new Map<string, string>();
