import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PLAYGROUND } from './paths.mjs';

const secret = () => randomBytes(24).toString('base64');

/** Gives the playground secrets of its own, once: signed-in browsers stay signed in over a restart. */
export const ensureSecrets = () => {
  const file = path.join(PLAYGROUND, '.env');
  if (fs.existsSync(file)) return;

  const values = {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    JWT_SECRET: secret(),
    ENCRYPTION_KEY: secret(),
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  fs.writeFileSync(file, lines.join(''), { mode: 0o600 });
};
