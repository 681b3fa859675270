import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const onPath = (name: string): string | undefined => {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
};

const firstOnPath = (names: string[]) => names.map(onPath).find((found) => found !== undefined);

/** The browser of this machine: CHROMIUM_PATH, Debian's, or Google's. */
export const findChromium = (): string | undefined => {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  if (fs.existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  return firstOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
};
