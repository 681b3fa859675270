import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * Runs a command to its end. Its output is kept and only shown when it fails, unless `show` is set.
 * Resolves to what it wrote; rejects when it fails.
 */
export const run = (command, args, { cwd = ROOT, env = {}, show = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });

    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString();

    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output());
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${output()}`));
    });
  });
