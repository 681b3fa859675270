import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ADMIN_BUILD, buildAdmin } from '../../scripts/lib/build-admin.mjs';
import { buildPlugin } from '../../scripts/lib/build-plugin.mjs';
import { compilePlayground } from '../../scripts/lib/compile-playground.mjs';
import { PLAYGROUND, ROOT, SCRATCH } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { seed } from '../../scripts/lib/seed.mjs';
import SECRETS from './secrets.cjs';

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
const withTables = async ({ driver, template }) => {
  const database = await driver.create(template);
  const options = JSON.stringify({ boot: { database }, then: 'exit' });
  await run(process.execPath, [path.join(ROOT, 'tests/helpers/child/main.cjs')], {
    env: { REVISIONS_CHILD: options, NODE_ENV: 'test' },
  });
  return {};
};

/** The magazine as the demo has it, and the admin panel: what browser tests begin with. */
const withMagazine = async ({ dir, driver, template, pluginDir, distDir }) => {
  await buildPlugin();
  await buildAdmin();
  fs.cpSync(ADMIN_BUILD, path.join(distDir, 'build'), { recursive: true });

  const { env } = await driver.create(template);
  const publicTemplate = path.join(dir, 'public-template');
  await seed({
    database: env.DATABASE_FILENAME,
    publicDir: publicTemplate,
    env: { ...SECRETS, REVISIONS_DIR: pluginDir },
  });
  return { publicTemplate };
};

const copyCompiledPlayground = async (to) => {
  fs.cpSync(await compilePlayground(), to, { recursive: true });
  return to;
};

/**
 * Builds what the tests boot. What it made is found through the environment, by workers and child processes too.
 * `fill` makes the database that each of them begins with a copy of.
 */
const prepare = async (fill) => {
  const driver = drivers[databaseOfRun()];
  const missing = await driver.unavailable();
  if (missing) throw new Error(`${databaseOfRun()}: ${missing}`);

  const id = `revtest_${Date.now().toString(36)}_${process.pid}`;
  const dir = path.join(SCRATCH, id);
  fs.mkdirSync(dir, { recursive: true });
  process.env.REVISIONS_TEST_RUN = dir;

  try {
    await dropLeftOvers(driver);
    const pluginDir = await copyPlugin(path.join(dir, 'plugin'));
    const distDir = await copyCompiledPlayground(path.join(dir, 'dist'));
    const template = `${id}_template`;
    const describe = (more) =>
      fs.writeFileSync(
        path.join(dir, 'run.json'),
        JSON.stringify({ id, pluginDir, playgroundDir: PLAYGROUND, distDir, template: null, ...more })
      );

    describe({});
    describe({ template, ...(await fill({ dir, driver, template, pluginDir, distDir })) });
  } catch (error) {
    // Jest tears nothing down after a set-up that failed.
    await endRun();
    throw error;
  }
};

export const prepareRun = () => prepare(withTables);

export const prepareBrowserRun = () => prepare(withMagazine);

export const endRun = async () => {
  const dir = process.env.REVISIONS_TEST_RUN;
  if (!dir) return;

  const driver = drivers[databaseOfRun()];
  for (const name of (await driver.list()).filter((name) => name.startsWith(path.basename(dir)))) {
    await driver.drop(name);
  }
  fs.rmSync(dir, { recursive: true, force: true });
};
