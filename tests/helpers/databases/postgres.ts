import os from 'node:os';
import { knex, type Knex } from 'knex';
import type { DatabaseDriver } from './types';

interface Address {
  host: string;
  port: number;
  user: string;
  password: string;
}

const parse = (url: string): Address => {
  const { hostname, port, username, password } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username || os.userInfo().username),
    password: decodeURIComponent(password),
  };
};

// A PostgreSQL of one's own usually trusts the local user or `postgres`; anything else is said in TEST_POSTGRES_URL.
const candidates = (): Address[] =>
  process.env.TEST_POSTGRES_URL
    ? [parse(process.env.TEST_POSTGRES_URL)]
    : ['', 'postgres@'].map((user) => parse(`postgres://${user}127.0.0.1:5432`));

let found: Promise<Address> | undefined;

const findAddress = async (): Promise<Address> => {
  const failures: string[] = [];
  for (const address of candidates()) {
    try {
      await withConnection(address, (db) => db.raw('select 1'));
      return address;
    } catch (error) {
      failures.push(`${address.user}@${address.host}:${address.port}: ${(error as Error).message}`);
    }
  }
  throw new Error(failures.join('; '));
};

const withConnection = async <T>(address: Address, task: (db: Knex) => PromiseLike<T>): Promise<T> => {
  const db = knex({
    client: 'pg',
    connection: { ...address, database: 'postgres' },
    pool: { min: 0, max: 1 },
    acquireConnectionTimeout: 5000,
  });
  try {
    return await task(db);
  } finally {
    await db.destroy();
  }
};

const withServer = async <T>(task: (db: Knex, address: Address) => PromiseLike<T>): Promise<T> => {
  const address = await (found ??= findAddress());
  return withConnection(address, (db) => task(db, address));
};

export const postgres: DatabaseDriver = {
  async unavailable() {
    try {
      return await withServer(async (db, { user }) => {
        const { rows } = await db.raw(
          'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user'
        );
        return rows[0]?.may ? null : `${user} may not create databases`;
      });
    } catch (error) {
      found = undefined;
      return `no connection (${(error as Error).message}); set TEST_POSTGRES_URL`;
    }
  },

  create: (name, template = 'template1') =>
    withServer(async (db, { host, port, user, password }) => {
      await db.raw('create database ?? template ??', [name, template]);
      return {
        kind: 'postgres',
        name,
        env: {
          DATABASE_CLIENT: 'postgres',
          DATABASE_HOST: host,
          DATABASE_PORT: String(port),
          DATABASE_NAME: name,
          DATABASE_USERNAME: user,
          DATABASE_PASSWORD: password,
        },
      };
    }),

  drop: (name) =>
    withServer(async (db) => {
      await db.raw('drop database if exists ?? with (force)', [name]);
    }),

  list: () => withServer((db) => db('pg_database').pluck<string[]>('datname')),
};
