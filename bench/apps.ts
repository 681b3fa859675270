import fs from 'node:fs';
import path from 'node:path';
import { distWithSchemas } from '../tests/helpers/app-copy';
import { startChild, type Child } from '../tests/helpers/child';
import type { DatabaseKind } from '../tests/helpers/databases';
import { runDir, testRun } from '../tests/helpers/test-run';
import { addBenchTypes } from './schemas';

type Tasks = typeof import('./tasks');

/** A Strapi in a process of its own, told by name what to do. */
export interface App {
  run<Name extends keyof Tasks>(
    name: Name,
    ...argument: Parameters<Tasks[Name]> extends [unknown, infer Argument] ? [Argument] : []
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  stop(): Promise<void>;
}

export interface Apps {
  on: App;
  off: App;
  stop(): Promise<void>;
}

const appOf = (child: Child): App => ({
  run: (name, ...[argument]) => child.call(name, argument),
  stop: () => child.stop(),
});

/** The content types of the bench become the playground's, for all that is started from here on. */
const useBenchTypes = (): void => {
  const distDir = distWithSchemas(addBenchTypes);
  fs.writeFileSync(path.join(runDir(), 'run.json'), JSON.stringify({ ...testRun(), distDir }));
};

/**
 * Two processes on two databases of the same content types, one with the plugin and one without. Two processes and
 * not one after the other, so that they can take turns; each is idle while the other works.
 */
export const startApps = async (kind: DatabaseKind, { same }: { same: boolean }): Promise<Apps> => {
  useBenchTypes();
  const start = (enabled: boolean) =>
    startChild({
      database: kind,
      empty: true,
      enabled,
      // histories are long here: nothing is to be tidied up in the middle
      config: { maxRevisions: 0 },
      script: path.join(__dirname, 'tasks.ts'),
    });
  const on = appOf(await start(!same));
  const off = appOf(await start(false));
  const stop = async () => {
    await on.stop();
    await off.stop();
  };
  return { on, off, stop };
};
