import type { Locator } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** What a field holds: as soon as it is as expected, or what it is after a while. */
export const valueOf = async (field: Locator, expected: string): Promise<string> => {
  for (const giveUpAt = Date.now() + PATIENCE_MS; ;) {
    const value = await field.inputValue();
    if (value === expected || Date.now() > giveUpAt) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
