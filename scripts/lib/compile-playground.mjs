import fs from 'node:fs';
import path from 'node:path';
import { transform } from '@swc/core';
import { filesBelow, hashOf } from './files.mjs';
import { PLAYGROUND, SCRATCH } from './paths.mjs';

const SOURCES = ['config', 'src', 'seed'];

const compileFile = async (file, target) => {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return fs.copyFileSync(file, target);

  const { code } = await transform(fs.readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  fs.writeFileSync(target.replace(/\.ts$/, '.js'), code);
};

const DAY = 24 * 60 * 60 * 1000;

const removeOldOnes = () => {
  for (const name of fs.readdirSync(SCRATCH).filter((entry) => entry.startsWith('playground-'))) {
    const dir = path.join(SCRATCH, name);
    if (Date.now() - fs.statSync(dir).mtimeMs > DAY) fs.rmSync(dir, { recursive: true, force: true });
  }
};

/**
 * The playground's server side as JavaScript, for the tests: what `tsc` makes, without the types' check and so in
 * no time, and apart from `playground/dist`, which belongs to a demo that may be running. Kept by its content.
 */
export const compilePlayground = async () => {
  const target = path.join(SCRATCH, `playground-${hashOf(PLAYGROUND, SOURCES)}`);
  if (fs.existsSync(target)) return target;

  fs.mkdirSync(SCRATCH, { recursive: true });
  removeOldOnes();
  const unfinished = `${target}-${process.pid}`;
  const isServerSide = (file) => !file.startsWith(path.join(PLAYGROUND, 'src/admin'));
  for (const file of SOURCES.flatMap((name) => filesBelow(path.join(PLAYGROUND, name))).filter(
    isServerSide
  )) {
    await compileFile(file, path.join(unfinished, path.relative(PLAYGROUND, file)));
  }

  try {
    fs.renameSync(unfinished, target);
  } catch (error) {
    // Somebody else was faster with the same content.
    if (!fs.existsSync(target)) throw error;
    fs.rmSync(unfinished, { recursive: true });
  }
  return target;
};
