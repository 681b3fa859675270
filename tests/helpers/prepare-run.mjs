import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildPlugin } from '../../scripts/lib/build-plugin.mjs';
import { compilePlayground } from '../../scripts/lib/compile-playground.mjs';
import { PLAYGROUND, ROOT, SCRATCH } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';

const require = createRequire(import.meta.url);
require('../../scripts/lib/register-ts.cjs');
const { databaseOfRun, drivers } = require('./databases/index.ts');

const NAME = /^revtest_([0-9a-z]+)_/;
const HOUR = 60 * 60 * 1000;

const isLeftOver = (name) => {
  const [, startedAt] = NAME.exec(name) ?? [];
  return startedAt !== undefined && Date.now() - parseInt(startedAt, 36) > 6 * HOUR;
};

// A run that was killed could not clear up behind it.
const dropLeftOvers = async (driver) => {
  for (const name of (await driver.list()).filter(isLeftOver)) await driver.drop(name);
  for (const name of fs.readdirSync(SCRATCH).filter(isLeftOver)) {
    fs.rmSync(path.join(SCRATCH, name), { recursive: true, force: true });
  }
};

// TEST_PLUGIN_DIR: the folder of another build of the plugin, to hold the tests against it as it is.
const copyPlugin = async (to) => {
  const from = process.env.TEST_PLUGIN_DIR ?? ROOT;
  if (from === ROOT) await buildPlugin();

  fs.cpSync(path.join(from, 'dist'), path.join(to, 'dist'), { recursive: true });
  fs.copyFileSync(path.join(from, 'package.json'), path.join(to, 'package.json'));
  return to;
};

/** Boots once on an empty database, so that every test can begin with a copy that has its tables. */
const makeTemplate = async (driver, name) => {
  const database = await driver.create(name);
  const options = JSON.stringify({ boot: { database }, then: 'exit' });
  await run(process.execPath, [path.join(ROOT, 'tests/helpers/child/main.cjs')], {
    env: { REVISIONS_CHILD: options, NODE_ENV: 'test' },
  });
};

/** Builds what the tests boot. What it made is found through the environment, by workers and child processes too. */
export const prepareRun = async () => {
  const driver = drivers[databaseOfRun()];
  const missing = await driver.unavailable();
  if (missing) throw new Error(`${databaseOfRun()}: ${missing}`);

  const distDir = await compilePlayground();

  const id = `revtest_${Date.now().toString(36)}_${process.pid}`;
  const dir = path.join(SCRATCH, id);
  fs.mkdirSync(dir, { recursive: true });
  process.env.REVISIONS_TEST_RUN = dir;

  try {
    await dropLeftOvers(driver);
    const pluginDir = await copyPlugin(path.join(dir, 'plugin'));
    const describe = (template) =>
      fs.writeFileSync(
        path.join(dir, 'run.json'),
        JSON.stringify({ id, pluginDir, playgroundDir: PLAYGROUND, distDir, template })
      );

    describe(null);
    await makeTemplate(driver, `${id}_template`);
    describe(`${id}_template`);
  } catch (error) {
    // Jest tears nothing down after a set-up that failed.
    await endRun();
    throw error;
  }
};

export const endRun = async () => {
  const dir = process.env.REVISIONS_TEST_RUN;
  if (!dir) return;

  const driver = drivers[databaseOfRun()];
  for (const name of (await driver.list()).filter((name) => name.startsWith(path.basename(dir)))) {
    await driver.drop(name);
  }
  fs.rmSync(dir, { recursive: true, force: true });
};
