import type { Locator, Page } from 'playwright-core';
import { valueOf } from './value-of';

export const ARTICLE = 'api::article.article';

/** What the tests do on the edit view and on a document's history, in the words of the page. */
export const historyPage = (page: Page) => {
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'Revisions' }) });
  const row = (number: number) => panel.locator(`a[data-revision="${number}"]`);

  /** A revision's entry in the list: its link, and what stands beside it. */
  const entry = (number: number) =>
    panel.getByRole('listitem').filter({ has: page.locator(`a[data-revision="${number}"]`) });

  return {
    panel,
    row,
    entry,
    banner: page.getByRole('region', { name: 'Revision shown' }),
    notes: page.getByLabel('Notes about your changes'),
    list: page.getByRole('list', { name: 'Revisions', exact: true }),

    /** `:focus` matches in the window in front only. */
    hasFocus: async (locator: Locator) => {
      const element = await locator.elementHandle();
      await page.waitForFunction((expected) => document.activeElement === expected, element);
    },

    notesGone: async () => {
      expect(await valueOf(page.getByLabel('Notes about your changes'), '')).toBe('');
    },

    /** Numbers of the revisions listed, once there are any. */
    async numbers(): Promise<number[]> {
      await panel.locator('a[data-revision]').first().waitFor();
      return panel
        .locator('a[data-revision]')
        .evaluateAll((links) => links.map((link) => Number((link as HTMLElement).dataset.revision)));
    },

    /** Saves the form, and waits for its revision to be the first in the panel. */
    async save(number: number) {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await panel.locator('a[data-revision]').first().and(row(number)).waitFor();
    },

    /** Shows a revision from the list. */
    async show(number: number) {
      await row(number).click();
      await page.getByRole('heading', { name: `Revision ${number}`, exact: true }).waitFor();
      await page.locator(`a[data-revision="${number}"][aria-current="true"]`).waitFor();
    },

    /** From editing to the list of all revisions. */
    async enter() {
      await panel.getByRole('link', { name: /^View history/ }).click();
      await page.getByRole('list', { name: 'Revisions', exact: true }).waitFor();
    },

    async act(number: number, action: string) {
      await page.getByRole('button', { name: `Actions for revision ${number}` }).click();
      await page.getByRole('menuitem', { name: action, exact: true }).click();
    },
  };
};

export const documentIdIn = (page: Page): string => {
  const id = /\/([a-z0-9]{24})(?:\?|$)/.exec(page.url())?.[1];
  if (!id) throw new Error(`no document in ${page.url()}`);
  return id;
};
