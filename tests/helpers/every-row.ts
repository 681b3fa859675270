import type { Core } from '@strapi/strapi';

/** Strapi's own notes to itself, which it writes when it likes. */
const STRAPIS_OWN = 'strapi_core_store_settings';

/** All rows of all tables, or all but some, to tell that nothing was written: by table, each row as text. */
export const everyRow = async (
  strapi: Core.Strapi,
  { except }: { except?: RegExp } = {}
): Promise<Record<string, string[]>> => {
  const { schemaInspector } = strapi.db.dialect as unknown as {
    schemaInspector: { getTables(): Promise<string[]> };
  };
  const rows: Record<string, string[]> = {};
  for (const table of await schemaInspector.getTables()) {
    if (table === STRAPIS_OWN || except?.test(table)) continue;
    const found: object[] = await strapi.db.connection(table).select();
    rows[table] = found.map((row) => JSON.stringify(row)).sort();
  }
  return rows;
};
