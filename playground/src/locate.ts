import fs from 'fs';
import path from 'path';

const nameOf = (dir: string): string | undefined => {
  try {
    return JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')).name;
  } catch {
    return undefined;
  }
};

// This file runs as source (the admin's build reads the configuration so), compiled in `dist`, and from the
// tests' own copy. Searching upwards holds in all of them; counting `..` does not.
const findUp = (name: string, from: string): string => {
  for (let dir = from; ; dir = path.dirname(dir)) {
    if (nameOf(dir) === name) return dir;
    if (dir === path.dirname(dir)) throw new Error(`${name} not found above ${from}`);
  }
};

export const pluginDir = () =>
  process.env.REVISIONS_DIR ?? findUp('strapi-plugin-drafts-and-revisions', __dirname);

export const playgroundDir = () => process.env.PLAYGROUND_DIR ?? findUp('playground', __dirname);
