import type { Knex } from 'knex';
import type { DialectName } from './dialect';

export type Binding = string | number | Buffer | null;

/**
 * Runs a statement that gives rows and is the same text each time. Planning it costs more than running it: on
 * PostgreSQL it goes by name and is planned once a connection, on SQLite it is prepared once.
 */
export const runPrepared = async <T>(
  knex: Knex,
  { sql, bindings, dialect }: { sql: string; bindings: Binding[]; dialect: DialectName }
): Promise<T[]> => {
  if (dialect === 'sqlite') return runOnSqlite(knex, sql, bindings);
  const query = knex.raw(sql, bindings as Knex.RawBinding[]);
  if (dialect === 'postgres') {
    const { rows } = await (byName ? runByName(query.options({ name: nameOf(sql) })) : query);
    return rows as T[];
  }
  return (await query)[0] as T[];
};

interface Sqlite {
  prepare(sql: string): { all(...bindings: Binding[]): unknown[] };
}

/** Statements of a connection; they go when it does. */
const prepared = new WeakMap<Sqlite, Map<string, ReturnType<Sqlite['prepare']>>>();

/**
 * Knex prepares anew each time. Its connection is asked (the transaction's own, within one), and its listeners are
 * told.
 */
const runOnSqlite = async <T>(knex: Knex, sql: string, bindings: Binding[]): Promise<T[]> => {
  const connection = (await knex.client.acquireConnection()) as Sqlite;
  try {
    let statements = prepared.get(connection);
    if (!statements) prepared.set(connection, (statements = new Map()));
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = connection.prepare(sql)));
    knex.client.emit('query', { method: 'raw', sql, bindings });
    return statement.all(...bindings) as T[];
  } finally {
    // a transaction keeps its connection, whoever gives it back
    await knex.client.releaseConnection(connection);
  }
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
