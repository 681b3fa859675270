import fs from 'node:fs';
import path from 'node:path';
import { runDir } from '../test-run';
import type { DatabaseDriver } from './types';

const folder = () => path.join(runDir(), 'sqlite');
const fileOf = (name: string) => path.join(folder(), `${name}.db`);

export const sqlite: DatabaseDriver = {
  async unavailable() {
    return null;
  },

  async create(name, template) {
    fs.mkdirSync(folder(), { recursive: true });
    if (template) fs.copyFileSync(fileOf(template), fileOf(name));
    return { kind: 'sqlite', name, env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: fileOf(name) } };
  },

  async drop(name) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(fileOf(name) + suffix, { force: true });
  },

  async list() {
    if (!fs.existsSync(folder())) return [];
    return fs.readdirSync(folder()).flatMap((file) => (file.endsWith('.db') ? [file.slice(0, -3)] : []));
  },
};
