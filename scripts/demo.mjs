// `npm run demo`: a magazine on Strapi with the plugin, from a bare clone to a browser.
//
// What is served is `strapi develop`, for it restarts itself when the content-type builder writes a schema, and that a
// type's revisions are switched on and off there is one of the things to try. Its two slow parts are left out: the
// admin panel is not watched (Vite would compile it on the first visit) nor built at each start, but once, by hash.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { PLAYGROUND, ROOT } from './lib/paths.mjs';
import { freePortFrom, isFree } from './lib/port.mjs';
import { ensureSecrets } from './lib/secrets.mjs';

const say = (text) => console.log(`\x1b[36m›\x1b[0m ${text}`);

const STRAPI = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');
const HOST = process.env.HOST ?? '127.0.0.1';

const choosePort = async () => {
  const wanted = Number(process.env.PORT ?? 1337);
  if (process.env.PORT && !(await isFree(wanted, HOST))) throw new Error(`Port ${wanted} is taken`);
  return freePortFrom(wanted, HOST);
};

const prepare = async () => {
  say('Dependencies');
  await ensureInstalled();

  // Only now: what these import may just have been installed.
  const { buildPlugin } = await import('./lib/build-plugin.mjs');
  const { buildAdmin } = await import('./lib/build-admin.mjs');
  const { seed } = await import('./lib/seed.mjs');

  say('The plugin');
  await buildPlugin();
  say('The admin panel (a minute, the first time)');
  await buildAdmin();

  ensureSecrets();
  const database = path.join(PLAYGROUND, '.tmp/data.db');
  if (!fs.existsSync(database)) {
    say('The magazine: three editors write it now (twenty seconds, once)');
    say(await seed({ database, publicDir: path.join(PLAYGROUND, 'public') }));
  }
};

const isUp = async (url) => (await fetch(`${url}/_health`).catch(() => ({ ok: false }))).ok;

const tell = (url) => {
  const address = `${url}/admin`;
  console.log(`
  ────────────────────────────────────────────────────────────────────────
  Tideline, a small magazine, with a history:   \x1b[1m${address}\x1b[0m

  Sign in as        amina@tideline.example      editor-in-chief, may do everything
                    jonas@tideline.example      editor
                    camille@tideline.example    editor
  with password     Tideline-2026

  To try
  · Content Manager → Article → “Salt roads”: thirteen steps by three editors, in two
    languages. The panel on the right has the latest revisions; open the history from it.
  · Change the title, save, change a fact, save. Each save is a revision: who, when, what.
  · Restore an older one, as a whole or only a field; the dialog says beforehand what changes.
  · “The toaster clinic” was taken offline, “Six holes and a fipple” had a change discarded.
  · Author keeps five revisions only (Ida Marsh), Note keeps none: both are set in the
    Content-Type Builder, under Advanced settings.
  · ${url}/api/articles is public; a PUT with an API token leaves a revision too.

  Ctrl-C stops it. All of it anew:  rm -r playground/.tmp && npm run demo
  ────────────────────────────────────────────────────────────────────────
`);
};

const serve = async () => {
  const port = await choosePort();
  const url = `http://${['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST}:${port}`;

  say('Strapi');
  const server = spawn(
    process.execPath,
    [STRAPI, 'develop', '--no-watch-admin', '--no-build-admin', '--no-install-deps', '--silent'],
    {
      cwd: PLAYGROUND,
      env: {
        ...process.env,
        HOST,
        PORT: String(port),
        STRAPI_TELEMETRY_DISABLED: 'true',
        STARTUP_LOG: 'false',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    }
  );

  let stopping = false;
  const stop = () => {
    stopping = true;
    server.kill('SIGTERM');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  server.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)));

  while (!(await isUp(url))) await sleep(300);
  tell(url);
};

try {
  await prepare();
  await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
