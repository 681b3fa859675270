import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const GENERATED = new Set([
  'node_modules',
  'dist',
  'build',
  '.cache',
  '.tmp',
  '.strapi',
  'generated',
  'uploads',
]);

/** All files at or below a path, sorted, without what builds and runs leave behind. */
export const filesBelow = (entry) => {
  if (!fs.existsSync(entry)) return [];
  if (!fs.statSync(entry).isDirectory()) return [entry];

  return fs
    .readdirSync(entry)
    .filter((name) => !GENERATED.has(name))
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
};

/** A short hash over the names and contents of files and folders. */
export const hashOf = (root, entries) => {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesBelow(path.join(root, entry)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};

/** As `make` sees it: every output is there, and none is older than an input. */
export const isUpToDate = (outputs, inputs) => {
  if (!outputs.every((file) => fs.existsSync(file))) return false;

  const oldestOutput = Math.min(...outputs.map((file) => fs.statSync(file).mtimeMs));
  return inputs.flatMap(filesBelow).every((file) => fs.statSync(file).mtimeMs <= oldestOutput);
};
