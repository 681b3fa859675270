import fs from 'node:fs';
import path from 'node:path';
import { compilePlayground } from './compile-playground.mjs';
import { PLAYGROUND } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Makes an SQLite database with the magazine in it; the pictures go into `publicDir`. All or nothing: the database
 * takes its place when it is complete. Says what was written.
 */
export const seed = async ({ database, publicDir, env = {} }) => {
  const distDir = await compilePlayground();
  const unfinished = `${database}.unfinished`;
  fs.mkdirSync(path.dirname(database), { recursive: true });
  fs.mkdirSync(path.join(publicDir, 'uploads'), { recursive: true });
  fs.rmSync(unfinished, { force: true });

  const output = await run(process.execPath, [path.join(distDir, 'seed/run.js')], {
    cwd: PLAYGROUND,
    env: {
      NODE_ENV: 'development',
      STRAPI_TELEMETRY_DISABLED: 'true',
      LOG_LEVEL: 'error',
      CRON_ENABLED: 'false',
      PLAYGROUND_DIR: PLAYGROUND,
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: unfinished,
      PUBLIC_DIR: publicDir,
      ...env,
    },
  });
  fs.renameSync(unfinished, database);
  return output.trim().split('\n').at(-1);
};
