import fs from 'node:fs';
import path from 'node:path';

/** What tests/helpers/prepare-run.mjs made before the first test. */
export interface TestRun {
  /** Begins the name of every database of this run. */
  id: string;
  /** A copy of the built plugin, so that a build in the meantime does not pull it away. */
  pluginDir: string;
  playgroundDir: string;
  /** The playground's compiled server side. */
  distDir: string;
  /** A database with all tables in it, to copy. */
  template: string | null;
  /** The uploads that go with the template. */
  publicTemplate?: string;
}

export const runDir = (): string => {
  const dir = process.env.REVISIONS_TEST_RUN;
  if (!dir)
    throw new Error(
      'REVISIONS_TEST_RUN is not set: call prepareRun() of tests/helpers/prepare-run.mjs first'
    );
  return dir;
};

export const testRun = (): TestRun => JSON.parse(fs.readFileSync(path.join(runDir(), 'run.json'), 'utf8'));

let counter = 0;

/** A name that no other test file, worker or run uses. */
export const uniqueName = (): string =>
  `${testRun().id}_${process.pid}_${Date.now().toString(36)}${counter++}`;
