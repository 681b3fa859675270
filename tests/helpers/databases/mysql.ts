import { createConnection, type Connection } from 'mysql2/promise';
import type { DatabaseDriver } from './types';

const address = () => new URL(process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306');

const withConnection = async <T>(task: (connection: Connection) => Promise<T>): Promise<T> => {
  const { hostname, port, username, password } = address();
  const connection = await createConnection({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username || 'root'),
    password: decodeURIComponent(password),
    connectTimeout: 5000,
  });
  try {
    return await task(connection);
  } finally {
    await connection.end();
  }
};

const rowsOf = async (connection: Connection, sql: string): Promise<string[][]> => {
  const [rows] = await connection.query({ sql, rowsAsArray: true });
  return rows as unknown as string[][];
};

// There is no `create database … template`: the tables are made again from their definitions, then filled.
const copyTables = async (connection: Connection, from: string, to: string) => {
  await connection.query(`set foreign_key_checks = 0, unique_checks = 0`);
  await connection.query(`use \`${to}\``);
  for (const [table] of await rowsOf(connection, `show tables from \`${from}\``)) {
    const [definition] = await rowsOf(connection, `show create table \`${from}\`.\`${table}\``);
    await connection.query(definition![1]!);
    await connection.query(`insert into \`${table}\` select * from \`${from}\`.\`${table}\``);
  }
};

export const mysql: DatabaseDriver = {
  async unavailable() {
    try {
      return await withConnection(async (connection) => {
        await connection.query('create database if not exists revisions_test_probe');
        await connection.query('drop database revisions_test_probe');
        return null;
      });
    } catch (error) {
      return `${(error as Error).message || (error as { code?: string }).code}; set TEST_MYSQL_URL`;
    }
  },

  create: (name, template) =>
    withConnection(async (connection) => {
      await connection.query(`create database \`${name}\` character set utf8mb4`);
      if (template) await copyTables(connection, template, name);
      const { hostname, port, username, password } = address();
      return {
        kind: 'mysql',
        name,
        env: {
          DATABASE_CLIENT: 'mysql',
          DATABASE_HOST: hostname,
          DATABASE_PORT: port || '3306',
          DATABASE_NAME: name,
          DATABASE_USERNAME: decodeURIComponent(username || 'root'),
          DATABASE_PASSWORD: decodeURIComponent(password),
        },
      };
    }),

  drop: (name) =>
    withConnection(async (connection) => {
      await connection.query(`drop database if exists \`${name}\``);
    }),

  list: () =>
    withConnection(async (connection) => (await rowsOf(connection, 'show databases')).map(([name]) => name!)),
};
