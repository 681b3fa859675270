import type { Knex } from 'knex';
import type { DialectName } from './dialect';

/** Kinds of columns that the databases name differently, for migrations. */
export const columnsFor = (dialect: DialectName) => ({
  binary: (table: Knex.CreateTableBuilder, name: string) =>
    dialect === 'mysql' ? table.specificType(name, 'longblob') : table.binary(name),

  /** uids, documentIds and locales are compared byte by byte; MySQL would fold case */
  key: (table: Knex.CreateTableBuilder, name: string, length: number) => {
    const column = table.string(name, length);
    return dialect === 'mysql' ? column.collate('utf8mb4_bin') : column;
  },

  long: (table: Knex.CreateTableBuilder, name: string) =>
    dialect === 'mysql' ? table.text(name, 'longtext') : table.text(name),
});
