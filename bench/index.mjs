import fs from 'node:fs';
import { createRequire } from 'node:module';
import { endRun, prepareBrowserRun, prepareRun } from '../tests/helpers/prepare-run.mjs';

const require = createRequire(import.meta.url);
require('../scripts/lib/register-ts.cjs');
const { parseOptions, sizesOf, USAGE } = require('./options.ts');
const { runOn } = require('./run.ts');
const { measureComparing } = require('./compare.ts');
const { measureScrolling } = require('./page.ts');
const { readHistory, replayThroughCodec } = require('./replay.ts');
const { report } = require('./report.ts');
const { findChromium } = require('../tests/e2e/helpers/chromium.ts');

const loudly = (text) => process.stderr.write(`\n!!! LEFT OUT: ${text}\n\n`);

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}

let options;
try {
  options = parseOptions(args);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

// As on a server: Strapi and its libraries look at it.
process.env.NODE_ENV = 'production';

const sizes = sizesOf(options);
const history = options.same ? null : readHistory();
if (!history && !options.same) loudly('the replay of a real history: set BENCH_HISTORY to a file of saves');

const results = {};
for (const kind of ['sqlite', 'postgres']) {
  if (!options.databases.includes(kind)) {
    loudly(`${kind}, as --database says`);
    continue;
  }
  // the tests' own way to find a database and to build what is booted
  process.env.TEST_DATABASE = kind;
  try {
    await prepareRun();
  } catch (error) {
    if (!/^postgres: /.test(error.message)) throw error;
    loudly(error.message);
    process.exitCode = 1;
    continue;
  }
  try {
    results[kind] = await runOn(kind, { options, sizes, history });
  } finally {
    await endRun();
  }
}

const codec = history && replayThroughCodec(history);
const comparing = options.same ? null : measureComparing();
let scrolling = null;
if (!options.same && findChromium()) {
  process.env.TEST_DATABASE = 'sqlite';
  process.stderr.write('the compare page in Chromium\n');
  await prepareBrowserRun();
  try {
    scrolling = await measureScrolling();
  } finally {
    await endRun();
  }
} else if (!options.same) {
  loudly('the compare page: no Chromium (CHROMIUM_PATH)');
}

console.log(report({ results, codec, comparing, scrolling, options, sizes }));
if (options.json)
  fs.writeFileSync(
    options.json,
    `${JSON.stringify({ options, sizes, codec, comparing, scrolling, results }, null, 2)}\n`
  );
