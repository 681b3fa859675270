// `npm test`: everything, from a bare clone. `npm test -- unit`, `npm test -- integration sqlite` and so on: a part.
//
// What cannot run here (no PostgreSQL, no Chromium) is left out and said so; with CI=true that is a failure. The last
// line sums up: `N passed, N failed`, and `, N skipped` when there were some.
import { createRequire } from 'node:module';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { jestPart } from './lib/jest-part.mjs';
import { run } from './lib/run.mjs';

const isCI = ['true', '1'].includes(process.env.CI ?? '');
const seconds = (since) => Math.round((Date.now() - since) / 1000);
const headline = (text) => console.log(`\n\x1b[1m━━ ${text}\x1b[0m`);

/** A command that passes or fails as one test. */
const check = (name, command, args) => ({
  name,
  async run() {
    try {
      await run(command, args);
      return { passed: 1, failed: 0, ran: [], skipped: [] };
    } catch (error) {
      console.error(error.message);
      return { passed: 0, failed: 1, ran: [], skipped: [] };
    }
  },
});

const jest = (name, options) => ({ name, ...options, run: () => jestPart(options) });

// Loaded late: on a bare clone their dependencies are not there yet.
const loadHelpers = () => {
  const require = createRequire(import.meta.url);
  require('./lib/register-ts.cjs');
  return {
    ...require('../tests/helpers/databases/index.ts'),
    ...require('../tests/e2e/helpers/chromium.ts'),
  };
};

const listParts = ({ drivers, findChromium }) => {
  const integration = (database) =>
    jest(`integration ${database}`, {
      project: 'integration',
      env: { TEST_DATABASE: database },
      // Two, for there is much waiting; more would each take half a gigabyte.
      args: ['--maxWorkers=2', '--workerIdleMemoryLimit=1500MB'],
      missing: () => drivers[database].unavailable(),
    });

  return [
    check('static build', 'npm', ['run', 'build']),
    check('static verify', 'npm', ['run', 'verify']),
    check('static lint', 'npm', ['run', 'lint']),
    check('static typecheck', 'npm', ['run', 'typecheck']),
    jest('unit', { project: 'unit' }),
    integration('sqlite'),
    integration('postgres'),
    integration('mysql'),
    jest('install', { project: 'install', args: ['--runInBand'] }),
    jest('browser', {
      project: 'e2e',
      args: ['--runInBand'],
      missing: async () => (findChromium() ? null : 'no Chromium; install one, or set CHROMIUM_PATH'),
    }),
  ];
};

/** `integration sqlite` means that part, `integration` all three of them. */
const choose = (parts, words) => {
  if (words.length === 0) return parts;

  const wanted = words.join(' ');
  const chosen = parts.filter(({ name }) => name === wanted || name.startsWith(`${wanted} `));
  if (chosen.length === 0) {
    throw new Error(`There is no part “${wanted}”. There are: ${parts.map(({ name }) => name).join(', ')}`);
  }
  return chosen;
};

const runPart = async (part) => {
  const missing = await part.missing?.();
  if (missing) return { part, leftOut: missing, passed: 0, failed: 0, ran: [], skipped: [], took: 0 };

  headline(part.name);
  const since = Date.now();
  return { part, ...(await part.run()), took: seconds(since) };
};

/** What no part ran. A test for PostgreSQL alone is skipped on the other two, and that is no gap. */
const gapsOf = (results) => {
  const ran = new Set(results.flatMap((result) => result.ran));
  const skipped = new Set(results.flatMap((result) => result.skipped));
  return [...skipped].filter((name) => !ran.has(name));
};

const report = (results) => {
  headline('Summary');
  for (const { part, passed, failed, took, leftOut } of results) {
    const counts = leftOut ? 'left out' : `${passed} passed, ${failed} failed`;
    console.log(`${part.name.padEnd(22)} ${counts.padEnd(24)} ${leftOut ? '' : `${took} s`}`);
  }

  const triedTwice = results.flatMap((result) => result.triedTwice ?? []);
  if (triedTwice.length) {
    console.log('\n\x1b[1;33mPASSED ONLY WHEN TRIED AGAIN\x1b[0m');
    for (const name of triedTwice) console.log(`  · ${name}`);
  }

  const leftOut = [
    ...results.filter((result) => result.leftOut).map(({ part, leftOut }) => `${part.name}: ${leftOut}`),
    ...gapsOf(results).map((name) => `skipped: ${name}`),
  ];
  if (leftOut.length) {
    const [colour, note] = isCI
      ? ['31', 'under CI that is a failure']
      : ['33', 'with CI=true that would be a failure'];
    console.log(`\n\x1b[1;${colour}mLEFT OUT\x1b[0m (${note})`);
    for (const line of leftOut) console.log(`  · ${line}`);
  }

  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0) + (isCI ? leftOut.length : 0);
  const skipped = isCI ? 0 : leftOut.length;
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return failed === 0;
};

const main = async () => {
  await ensureInstalled();
  const parts = choose(listParts(loadHelpers()), process.argv.slice(2));

  const results = [];
  for (const part of parts) results.push(await runPart(part));
  return report(results);
};

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
