import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCRATCH } from './paths.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs `task` while no other process runs one under the same name, so that two builds do not mix their output. */
export const withLock = async (name, task) => {
  fs.mkdirSync(SCRATCH, { recursive: true });
  const file = path.join(SCRATCH, `${name}.lock`);

  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(fs.readFileSync(file, { encoding: 'utf8', flag: 'a+' }));
      if (holder && !isAlive(holder)) fs.rmSync(file, { force: true });
      else await sleep(200);
    }
  }

  try {
    return await task();
  } finally {
    fs.rmSync(file, { force: true });
  }
};
