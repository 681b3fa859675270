import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = path.join(__dirname, '../../../test-results');

/** A picture of the page as it is. Without `to` it goes into test-results, to be looked at. */
export const takePicture = async (
  page: Page,
  name: string,
  { to, fullPage = false }: { to?: string; fullPage?: boolean } = {}
) => {
  const file = to ?? path.join(FOLDER, `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // A picture of a spinner tells nothing.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: file, fullPage, animations: 'disabled', caret: 'hide' });
  return file;
};

/** What looks good in one width and theme may not in the others: four pictures. Sets the page back. */
export const takePictures = async (
  page: Page,
  name: string,
  // Strapi renders its panels when it has nothing else to do, which no state of the network tells.
  ready: () => Promise<unknown> = async () => undefined
) => {
  const before = page.viewportSize();
  const theme = await page.evaluate(() => localStorage.getItem('STRAPI_THEME'));

  for (const look of ['light', 'dark']) {
    await page.evaluate((value) => localStorage.setItem('STRAPI_THEME', value), look);
    for (const width of [1440, 800]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await ready();
      await takePicture(page, `${name}-${width}-${look}`);
    }
  }

  await page.evaluate((value) => localStorage.setItem('STRAPI_THEME', value!), theme);
  if (before) await page.setViewportSize(before);
  await page.reload();
};
