import path from 'path';
import type { Core } from '@strapi/strapi';
import { playgroundDir } from '../src/locate';

type Client = Core.Config.Database.ClientKind;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite') as Client;

  const server = (port: number) => ({
    host: env('DATABASE_HOST', '127.0.0.1'),
    port: env.int('DATABASE_PORT', port),
    database: env('DATABASE_NAME', 'strapi'),
    user: env('DATABASE_USERNAME', 'strapi'),
    password: env('DATABASE_PASSWORD', ''),
  });
  const pool = { min: env.int('DATABASE_POOL_MIN', 0), max: env.int('DATABASE_POOL_MAX', 10) };

  const connections: Record<Client, Core.Config.Database['connection']> = {
    sqlite: {
      client: 'sqlite',
      connection: { filename: path.resolve(playgroundDir(), env('DATABASE_FILENAME', '.tmp/data.db')) },
      useNullAsDefault: true,
    },
    postgres: {
      client: 'postgres',
      connection: { ...server(5432), schema: env('DATABASE_SCHEMA', 'public') },
      pool,
    },
    mysql: { client: 'mysql', connection: server(3306), pool },
  };

  return {
    connection: {
      ...connections[client],
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
    },
  };
};

export default config;
