import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStrapi, type Core } from '@strapi/strapi';
import { distWithSchemas, type Schemas } from './app-copy';
import { databaseOfRun, drivers, type DatabaseKind, type TestDatabase } from './databases';
import { clientOf, sender, type Client, type Send } from './request';
import SECRETS from './secrets.cjs';
import { runDir, testRun, uniqueName } from './test-run';

export interface BootOptions {
  /** Which kind of database, or one that is there already. Default: the kind that this run is for. */
  database?: DatabaseKind | TestDatabase;
  /** Continues with the data of an instance that was stopped: a restart. */
  reuse?: { database: TestDatabase };
  /** Starts from an empty database rather than from a copy of one that has its tables. */
  empty?: boolean;
  /** The plugin's `enabled` and `config` in config/plugins. */
  enabled?: boolean;
  config?: object;
  /** Changes the playground's content types and components before it starts. */
  schemas?: (schemas: Schemas) => void;
  env?: Record<string, string>;
  /** Serves the admin panel too; only in a run that was prepared with one, see global-setup-browser. */
  admin?: boolean;
  /** 0, the default, takes a free one. */
  port?: number;
}

export interface Booted {
  strapi: Core.Strapi;
  url: string;
  database: TestDatabase;
  request: Send;
  /** `as(actor).get('/api/articles')`; without an actor, nobody is signed in. */
  as: (actor?: { token?: string }) => Client;
  /** Waits for what Strapi and the plugin do after a save was answered. */
  settled: () => Promise<void>;
  /** Stops the server. The database stays until the end of the run, for `reuse`. */
  stop: () => Promise<void>;
}

const running = new Set<Booted>();

/** Sets variables, and gives back a function that puts the old ones back. */
const setEnvironment = (variables: Record<string, string>) => {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);

  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
};

const databaseFor = async ({ database, reuse, empty }: BootOptions): Promise<TestDatabase> => {
  if (reuse) return reuse.database;
  if (typeof database === 'object') return database;

  const kind = database ?? databaseOfRun();
  const template = !empty && kind === databaseOfRun() ? testRun().template : null;
  return drivers[kind].create(uniqueName(), template ?? undefined);
};

const publicDirFor = (database: TestDatabase) => {
  const dir = path.join(runDir(), 'public', database.name);
  const { publicTemplate } = testRun();
  if (publicTemplate && !fs.existsSync(dir)) fs.cpSync(publicTemplate, dir, { recursive: true });
  fs.mkdirSync(path.join(dir, 'uploads'), { recursive: true });
  return dir;
};

const listen = async (strapi: Core.Strapi, port: number): Promise<string> => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  // A client that takes up a connection at the moment at which the server closes it has its request reset.
  httpServer.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, '127.0.0.1', resolve);
  });
  const address = httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('the server listens on no port');
  return `http://127.0.0.1:${address.port}`;
};

// Strapi loads the entry for its events after the commit, and nobody waits for it. Stopped in the midst of that, it
// asks a pool that is gone, and the process ends a minute later with an unhandled rejection.
const settle = async (strapi: Core.Strapi) => {
  const { pool } = strapi.db.connection.client;
  const isQuiet = () => pool.numUsed() === 0 && pool.numPendingAcquires() === 0;

  for (let quietTurns = 0; quietTurns < 5; quietTurns = isQuiet() ? quietTurns + 1 : 0) await sleep(5);
};

/**
 * Starts the playground with the plugin in this process, on a database of its own, and serves HTTP.
 * `strapi` is a global: stop one before you boot the next, or use `startChild` for a second one.
 */
export const bootStrapi = async (options: BootOptions = {}): Promise<Booted> => {
  if (running.size > 0) throw new Error('Stop the Strapi that is running first: there is one to a process');

  const run = testRun();
  const database = await databaseFor(options);

  const restoreEnvironment = setEnvironment({
    ...SECRETS,
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    PLAYGROUND_DIR: run.playgroundDir,
    REVISIONS_DIR: run.pluginDir,
    REVISIONS_ENABLED: String(options.enabled ?? true),
    REVISIONS_CONFIG: JSON.stringify(options.config ?? {}),
    PUBLIC_DIR: publicDirFor(database),
    // A query that waits for a connection for this long never gets one.
    DATABASE_CONNECTION_TIMEOUT: '10000',
    ...database.env,
    ...options.env,
  });

  let strapi: Core.Strapi | undefined;
  try {
    strapi = createStrapi({
      appDir: run.playgroundDir,
      distDir: options.schemas ? distWithSchemas(options.schemas) : run.distDir,
      autoReload: false,
      serveAdminPanel: options.admin ?? false,
    });
    await strapi.load();
    const url = await listen(strapi, options.port ?? 0);
    const instance = strapi;
    const request = sender(url);

    const booted: Booted = {
      strapi,
      url,
      database,
      request,
      as: (actor) => clientOf(request, actor),
      settled: () => settle(instance),
      async stop() {
        if (!running.delete(booted)) return;
        await settle(instance);
        await instance.destroy();
        restoreEnvironment();
      },
    };
    running.add(booted);
    return booted;
  } catch (error) {
    // A start that fails is what some tests are about; it must not hold the database open.
    await strapi?.destroy().catch(() => undefined);
    restoreEnvironment();
    throw error;
  }
};

/** After each test file: whatever it left running. */
export const stopAll = async () => {
  for (const booted of [...running]) await booted.stop();
};
