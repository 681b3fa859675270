import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment } from './environment';
import type { Project } from './project';

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** `strapi start`, until it answers. */
export const serve = async (project: Project): Promise<Server> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [path.join(project.dir, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
    {
      cwd: project.dir,
      env: { ...cleanEnvironment(), HOST: '127.0.0.1', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    }
  );

  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const isUp = async () => (await fetch(`${url}/_health`).catch(() => null))?.ok ?? false;
  while (!(await isUp())) {
    if (child.exitCode !== null)
      throw new Error(`strapi start ended with ${child.exitCode}\n${chunks.join('')}`);
    await sleep(300);
  }

  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
