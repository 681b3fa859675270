import path from 'node:path';
import { isUpToDate } from './files.mjs';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

const inRoot = (...names) => names.map((name) => path.join(ROOT, name));

const INPUTS = inRoot('server', 'admin', 'contracts', 'package.json', 'tsconfig.json');
const OUTPUTS = inRoot(
  'dist/server/index.js',
  'dist/server/index.mjs',
  'dist/admin/index.js',
  'dist/admin/index.mjs'
);

/** Builds the plugin when a source is newer than the build. Says whether it did. */
export const buildPlugin = ({ show = false } = {}) =>
  withLock('build-plugin', async () => {
    if (isUpToDate(OUTPUTS, INPUTS)) return false;

    await run('npm', ['run', 'build'], { show });
    return true;
  });
