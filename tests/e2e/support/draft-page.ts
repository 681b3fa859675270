import type { BrowserContext, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** What the tests do with drafts on the edit view, in the words of the page. */
export const draftPage = (page: Page) => {
  const status = page.getByRole('status').filter({ hasText: /Sav|Offline|Paused|could not/ });
  const menu = page.getByRole('combobox', { name: 'Version shown' });
  const field = (name: string) => page.locator(`input[name="${name}"], textarea[name="${name}"]`).first();

  return {
    status,
    field,
    title: field('title'),
    /** What Strapi says below an input. */
    error: (name: string) => page.locator(`:is(input, textarea)[name="${name}"][aria-invalid="true"]`),
    banner: page.getByRole('region', { name: 'Draft shown' }),
    notice: (text: string | RegExp) => page.getByRole('region').getByText(text).first(),
    mark: (name: string) => page.locator(`button[data-mark][data-field="${name}"]`),
    menu,

    /** The form is there, and knows what draft there is. */
    async ready() {
      await page.getByRole('button', { name: /^(Save|Apply draft)$/ }).waitFor();
      await page.locator('[data-revisions-sync="open"]').waitFor({ state: 'attached' });
    },

    /** Everything typed is on the server. */
    async saved() {
      await page.locator('[data-revisions-sync="open"][data-phase="idle"]').waitFor({ state: 'attached' });
      await status.getByText(/^Saved /).waitFor();
    },

    /** Strapi's own. */
    async save() {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved document').first().waitFor();
      await page.locator('[data-revisions-sync="open"][data-phase="idle"]').waitFor({ state: 'attached' });
    },

    /** One of the versions; the menu says so in the end. */
    async choose(version: string | RegExp) {
      await menu.click();
      await page.getByRole('option', { name: version }).first().click();
      // Strapi renders the header when the browser is idle. Until then the menu stands where it stood, and choosing that
      // once more does nothing.
      await menu.filter({ hasText: version }).waitFor();
    },

    async create() {
      await menu.click();
      await page.getByRole('option', { name: 'Create a draft…' }).click();
      await page.getByRole('dialog').waitFor();
    },

    /** Asks until the answer is as expected. */
    async settled<T>(ask: () => Promise<T>, expected: T) {
      for (const giveUpAt = Date.now() + PATIENCE_MS; ;) {
        const answer = await ask();
        try {
          // Not by their prototypes: what comes from another process has others than what a test writes down.
          expect(answer).toEqual(expected);
          return;
        } catch (error) {
          if (Date.now() > giveUpAt) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },

    async inNewTab(context: BrowserContext, address: string, instead?: Page) {
      const tab = await context.newPage();
      await instead?.close();
      await tab.goto(address);
      const draft = draftPage(tab);
      await draft.ready();
      return { page: tab, draft };
    },
  };
};
