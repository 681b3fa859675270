import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, SCRATCH } from './paths.mjs';

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');

const runJest = (args, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [JEST, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

const isSkipped = ({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status);

const read = (report, code) => {
  const result = { passed: 0, failed: 0, ran: [], skipped: [], triedTwice: [] };
  for (const file of report.testResults) {
    // A file that does not even load has no tests to count, and is as bad as one that fails.
    if (file.status === 'failed' && file.assertionResults.length === 0) result.failed += 1;

    for (const test of file.assertionResults) {
      const name = `${path.relative(ROOT, file.name)} › ${test.fullName}`;
      if (test.status === 'passed') result.passed += 1;
      if (test.status === 'passed' && test.invocations > 1) result.triedTwice.push(name);
      if (test.status === 'failed') result.failed += 1;
      (isSkipped(test) ? result.skipped : result.ran).push(name);
    }
  }
  // Something else went wrong: a teardown, a worker that died.
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return result;
};

/** Runs one project of jest.config.js: how many tests passed and failed, which ran, were skipped, or passed only when tried again. */
export const jestPart = async ({ project, env = {}, args = [] }) => {
  fs.mkdirSync(SCRATCH, { recursive: true });
  const reportFile = path.join(SCRATCH, `jest-${process.pid}-${project}.json`);
  fs.rmSync(reportFile, { force: true });

  const code = await runJest(
    ['--selectProjects', project, '--json', `--outputFile=${reportFile}`, ...args],
    env
  );
  if (!fs.existsSync(reportFile)) return { passed: 0, failed: 1, ran: [], skipped: [] };

  const report = JSON.parse(fs.readFileSync(reportFile, 'utf8'));
  fs.rmSync(reportFile);
  return read(report, code);
};
