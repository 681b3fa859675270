import type { Knex } from 'knex';

/** Bytes of the plugin's tables on disk, indexes included, after the database has tidied up. */
export const bytesOnDisk = async (knex: Knex, kind: string): Promise<number> => {
  if (kind === 'sqlite') {
    await knex.raw('vacuum');
    const [row] = await knex.raw(
      `select sum(s.pgsize) as bytes from dbstat s join sqlite_master m on m.name = s.name
       where m.tbl_name like 'revisions\\_%' escape '\\'`
    );
    return Number(row.bytes);
  }
  const tables = await knex('pg_tables').where('tablename', 'like', 'revisions\\_%').pluck('tablename');
  let bytes = 0;
  for (const table of tables) {
    await knex.raw('vacuum ??', [table]);
    const { rows } = await knex.raw('select pg_total_relation_size(?::regclass) as bytes', [`"${table}"`]);
    bytes += Number(rows[0].bytes);
  }
  return bytes;
};
