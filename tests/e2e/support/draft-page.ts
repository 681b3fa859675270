import type { BrowserContext, Locator, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

const SECTION = /^Quote - /;

/** What the tests do with drafts on the edit view, in the words of the page. */
export const draftPage = (page: Page) => {
  // Strapi's notifications are statuses, too, and say "Saved document".
  const status = page.getByRole('status').and(page.locator('[data-revisions-sync]'));
  const menu = page.getByRole('combobox', { name: 'Version shown' });
  const field = (name: string) => page.locator(`input[name="${name}"], textarea[name="${name}"]`).first();
  const banner = page.getByRole('region', { name: 'Draft shown' });
  const section = (name: string) => page.getByRole('button', { name: `Quote - ${name}`, exact: true });
  const resolver = page.getByRole('dialog', { name: 'What changed on both sides' });

  return {
    status,
    field,
    title: field('title'),
    /** What Strapi says below an input. */
    error: (name: string) => page.locator(`:is(input, textarea)[name="${name}"][aria-invalid="true"]`),
    banner,
    notice: (text: string | RegExp) => page.getByRole('region').getByText(text).first(),
    mark: (name: string) => page.locator(`button[data-mark][data-field="${name}"]`),
    menu,

    /** The form is there, and knows what draft there is. */
    async ready() {
      await page.getByRole('button', { name: /^(Save|Apply draft)$/ }).waitFor();
      await page.locator('[data-revisions-sync="open"]').waitFor({ state: 'attached' });
    },

    /** Everything typed is on the server. */
    async saved(timeout?: number) {
      const idle = page.locator('[data-revisions-sync="open"][data-phase="idle"]');
      await idle.waitFor({ state: 'attached', timeout });
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

    /** Up to the dialog; with a name, up to the draft. */
    async create(name?: string) {
      await menu.click();
      await page.getByRole('option', { name: 'Create a draft…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      if (name === undefined) return;
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Create draft', exact: true }).click();
      await banner.getByText(`Draft “${name}”`).waitFor();
    },

    /** What the dynamic zone `sections` says of its entries while they are closed, from top to bottom. */
    sections: () => page.getByRole('button', { name: SECTION }).allInnerTexts(),
    section,

    /** Within what one sees without scrolling. */
    async isInSight(element: Locator) {
      const box = await element.boundingBox();
      const size = page.viewportSize();
      if (!box || !size) return false;
      const { x, y, width, height } = box;
      return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
    },

    async removeSection(name: string) {
      await page.getByRole('button', { name: `Delete - ${name}`, exact: true }).click();
      await section(name).waitFor({ state: 'detached' });
    },

    /** Its handle takes keys, too. */
    async moveUp(name: string, places: number) {
      const handle = page
        .getByRole('listitem')
        .filter({ has: section(name) })
        .getByRole('button', { name: 'Drag', exact: true });
      await handle.press('Space');
      for (let place = 0; place < places; place += 1) await handle.press('ArrowUp');
      await handle.press('Space');
    },

    resolver: {
      dialog: resolver,

      async open() {
        await page.getByRole('button', { name: 'Review…' }).first().click();
        await resolver.waitFor();
      },

      /** By field, from the first conflict to the last; those that are not named stay undecided. */
      async decide(sides: Record<string, 'Keep mine' | 'Take theirs'>) {
        const next = resolver.getByRole('button', { name: 'Next', exact: true });
        for (;;) {
          const field = await resolver.getByRole('heading', { level: 3 }).first().innerText();
          const side = sides[field];
          if (side) await resolver.getByRole('radio', { name: side }).click();
          if (await next.isDisabled()) return;
          await next.click();
        }
      },
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
