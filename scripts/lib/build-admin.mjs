import fs from 'node:fs';
import path from 'node:path';
import { hashOf } from './files.mjs';
import { withLock } from './lock.mjs';
import { PLAYGROUND, ROOT } from './paths.mjs';
import { run } from './run.mjs';

/** Where Strapi serves the admin panel from, and everything in it came from one build. */
export const ADMIN_BUILD = path.join(PLAYGROUND, 'dist/build');
const MARK = path.join(ADMIN_BUILD, '.built-from');

// `dist` is skipped when files are collected from above it, so that what is built is named by itself.
const INPUTS = ['dist/admin', 'playground/src/admin', 'playground/config', 'package-lock.json'];

/**
 * Builds the playground's admin panel, with the plugin in it, unless the one that is there came from the same
 * sources. It takes a minute, so it is worth knowing. Says whether it did.
 */
export const buildAdmin = ({ show = false } = {}) =>
  withLock('build-admin', async () => {
    const inputs = hashOf(ROOT, INPUTS);
    if (fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === inputs) return false;

    await run('npx', ['strapi', 'build'], {
      cwd: PLAYGROUND,
      // The panel is the same whoever starts it: what a run is told by its environment stays out.
      env: {
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        REVISIONS_ENABLED: 'true',
        REVISIONS_DIR: ROOT,
      },
      show,
    });
    fs.writeFileSync(MARK, inputs);
    return true;
  });
