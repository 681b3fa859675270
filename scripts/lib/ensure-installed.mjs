import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

const isInstalled = () =>
  ['@strapi/strapi', '@strapi/sdk-plugin', 'playground'].every((name) =>
    fs.existsSync(path.join(ROOT, 'node_modules', name, 'package.json'))
  );

/** Installs the dependencies on a bare clone. Says whether it did. */
export const ensureInstalled = () =>
  withLock('install', async () => {
    if (isInstalled()) return false;

    const command = fs.existsSync(path.join(ROOT, 'package-lock.json')) ? 'ci' : 'install';
    await run('npm', [command, '--no-audit', '--no-fund', '--prefer-offline'], { show: true });
    return true;
  });
