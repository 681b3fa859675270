import type { DialectName } from '../dialect';

/** How one database writes what the reading statement needs. */
export interface Sql {
  identifier(name: string): string;
  text(value: string): string;
  /** An expression as text, comparable with every other in a UNION. */
  asText(expression: string): string;
  /** NULL in the column of the statement that holds the payload */
  nullBinary: string;
  nullText: string;
  nullNumber: string;
  nullInteger: string;
  /**
   * Before a CTE: work it out once, then read from that. Else a database may look for the links by their component's
   * type, which is every one that there is.
   */
  once: string;
  /**
   * Joins the row of a table that has an id, which is worked out for each row before. PostgreSQL would read the whole
   * table into a hash where it was small when the statement was planned: what it may not merge it looks up.
   */
  rowOf(table: string, alias: string, id: string): string;
  /** A JSON array of columns as text; `type` is the Strapi type, which decides how a value travels without loss. */
  row(columns: { column: string; type: string }[]): string;
}

/** PostgreSQL takes 100 arguments in a call, SQLite 127: wider rows travel as arrays of arrays. */
const CHUNK = 90;

const chunked = (values: string[], call: (values: string[]) => string): string => {
  if (values.length <= CHUNK) return call(values);
  const parts: string[] = [];
  for (let i = 0; i < values.length; i += CHUNK) parts.push(call(values.slice(i, i + CHUNK)));
  return call(parts);
};

const quote = (value: string): string => `'${value.replace(/'/g, "''")}'`;

/** Types whose values JSON would bend: they travel as the database's own text. */
const AS_TEXT = new Set([
  'biginteger',
  'decimal',
  'float',
  'json',
  'blocks',
  'date',
  'time',
  'datetime',
  'timestamp',
]);

const joinRow: Sql['rowOf'] = (table, alias, id) => `join ${table} ${alias} on ${alias}.id = ${id}`;

const sqlite: Sql = {
  identifier: (name) => `"${name.replace(/"/g, '""')}"`,
  text: quote,
  asText: (expression) => expression,
  nullBinary: 'null',
  nullText: 'null',
  nullNumber: 'null',
  nullInteger: 'null',
  once: 'materialized ',
  rowOf: joinRow,
  row: (columns) =>
    chunked(
      columns.map(({ column, type }) => {
        // a double is printed with 15 digits; 17 are needed to get the same number back. One may be in the column of
        // a JSON value, or of a big integer that was too big
        if (['decimal', 'float', 'json', 'biginteger'].includes(type)) {
          return `case when typeof(${column}) = 'real' then printf('%!.17g', ${column}) else cast(${column} as text) end`;
        }
        return AS_TEXT.has(type) ? `cast(${column} as text)` : column;
      }),
      (values) => `json_array(${values.join(', ')})`
    ),
};

const postgres: Sql = {
  identifier: (name) => `"${name.replace(/"/g, '""')}"`,
  text: (value) => `${quote(value)}::text`,
  asText: (expression) => `${expression}::text`,
  nullBinary: 'null::bytea',
  nullText: 'null::text',
  nullNumber: 'null::double precision',
  nullInteger: 'null::integer',
  once: 'materialized ',
  rowOf: (table, alias, id) =>
    `cross join lateral (select * from ${table} where id = ${id} offset 0) ${alias}`,
  row: (columns) =>
    `${chunked(
      columns.map(({ column, type }) => (AS_TEXT.has(type) ? `${column}::text` : column)),
      (values) => `json_build_array(${values.join(', ')})`
    )}::text`,
};

const mysqlText = (expression: string): string => `convert(${expression} using utf8mb4) collate utf8mb4_bin`;

const mysql: Sql = {
  identifier: (name) => `\`${name.replace(/`/g, '``')}\``,
  text: (value) => mysqlText(quote(value.replace(/\\/g, '\\\\'))),
  asText: mysqlText,
  nullBinary: 'null',
  nullText: 'null',
  nullNumber: 'null',
  nullInteger: 'null',
  once: '',
  rowOf: joinRow,
  row: (columns) =>
    mysqlText(
      chunked(
        columns.map(({ column, type }) => (AS_TEXT.has(type) ? `cast(${column} as char)` : column)),
        (values) => `json_array(${values.join(', ')})`
      )
    ),
};

export const sqlOf = (dialect: DialectName): Sql => ({ sqlite, postgres, mysql })[dialect];
