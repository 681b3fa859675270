import type { Core } from '@strapi/strapi';

/**
 * The SQL that Strapi sends while something is done. Taken from knex's `query` event, without what opens and closes
 * transactions: the plugin opens the one that Strapi would open a moment later.
 */

const TRANSACTION = /^\s*(begin|commit|rollback|savepoint|release|start transaction|set transaction)\b/i;

export const statementsOf = async (strapi: Core.Strapi, work: () => Promise<unknown>): Promise<string[]> => {
  const { connection } = strapi.db;
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => {
    if (!TRANSACTION.test(sql)) statements.push(sql);
  };
  connection.on('query', note);
  try {
    await work();
  } finally {
    connection.removeListener('query', note);
  }
  return statements;
};
