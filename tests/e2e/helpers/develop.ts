import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drivers } from '../../helpers/databases';
import { clientOf, sender, type Client } from '../../helpers/request';
import SECRETS from '../../helpers/secrets.cjs';
import { runDir, testRun, uniqueName } from '../../helpers/test-run';

const ROOT = path.join(__dirname, '../../..');

const STARTED = 'Strapi started successfully';

export interface DevelopedApp {
  url: string;
  /** The copy of the playground that the content-type builder writes to. */
  dir: string;
  as: (actor?: { token?: string }) => Client;
  /** Resolves when it has started once more than at the last call: it says itself when it wants to restart. */
  restarted: () => Promise<void>;
  stop: () => Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

const LEFT_OUT = ['dist', '.tmp', '.strapi', '.cache', 'node_modules', 'uploads', 'generated'];

// `strapi develop` compiles and watches what is in its own folder; the admin panel it takes as it was built.
const copyPlayground = () => {
  const { playgroundDir, distDir } = testRun();
  const dir = path.join(runDir(), 'apps', uniqueName());
  fs.cpSync(playgroundDir, dir, {
    recursive: true,
    filter: (source) => !LEFT_OUT.includes(path.basename(source)),
  });
  fs.cpSync(path.join(distDir, 'build'), path.join(dir, 'dist/build'), { recursive: true });
  return dir;
};

/** The magazine under `strapi develop`: the content-type builder may save there, and it restarts itself then. */
export const startDeveloping = async (): Promise<DevelopedApp> => {
  const dir = copyPlayground();
  const { pluginDir, template, publicTemplate } = testRun();
  const database = await drivers.sqlite.create(uniqueName(), template ?? undefined);
  const publicDir = path.join(dir, 'public');
  if (publicTemplate) fs.cpSync(publicTemplate, publicDir, { recursive: true });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js'),
      ...['develop', '--no-watch-admin', '--no-build-admin', '--no-install-deps', '--silent'],
    ],
    {
      cwd: dir,
      env: {
        ...process.env,
        ...SECRETS,
        ...database.env,
        NODE_ENV: 'development',
        STRAPI_TELEMETRY_DISABLED: 'true',
        STARTUP_LOG: 'false',
        LOG_LEVEL: 'info',
        HOST: '127.0.0.1',
        PORT: String(port),
        PLAYGROUND_DIR: dir,
        PUBLIC_DIR: publicDir,
        REVISIONS_DIR: pluginDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }
  );

  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  // In between it looks as if it were up: the cluster's first process holds the port.
  const starts = () => output.join('').split(STARTED).length - 1;
  let expected = 0;
  const started = async () => {
    expected += 1;
    for (const deadline = Date.now() + 120_000; starts() < expected; await sleep(100)) {
      const isOver = child.exitCode !== null || child.signalCode !== null || Date.now() > deadline;
      if (isOver) throw new Error(`strapi develop did not start\n${output.join('')}`);
    }
  };
  await started();

  return {
    url,
    dir,
    as: (actor) => clientOf(sender(url), actor),
    restarted: started,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
