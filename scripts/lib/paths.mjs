import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const PLAYGROUND = path.join(ROOT, 'playground');
/** Everything that may be thrown away at any time; git, ESLint and Prettier ignore it. */
export const SCRATCH = path.join(ROOT, '.tmp');
