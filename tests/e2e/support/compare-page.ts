import type { Page } from 'playwright-core';
import type { Change } from '../../../contracts/compare';
import { ARTICLE } from './history-page';

/** What the tests do on the compare page, in the words of the page. */
export const comparePage = (page: Page) => {
  const controls = page.getByRole('region', { name: 'What is compared' });
  const side = (name: 'Before' | 'After') => controls.getByRole('combobox', { name, exact: true });

  return {
    controls,
    side,
    field: (name: string) => page.getByRole('region', { name, exact: true }),
    /** An item of a list, an attribute of a component. */
    part: (name: string | RegExp) => page.getByRole('group', { name }),

    /** Both sides, as the address has them. */
    sides: () => {
      const { searchParams } = new URL(page.url());
      return [searchParams.get('from'), searchParams.get('to')];
    },

    /** Waits until both sides are known, and how much differs. */
    async ready(count?: number) {
      await page.waitForURL(/\/plugins\/revisions\/compare\//);
      await page
        .getByRole('status')
        .filter({ hasText: count === undefined ? /differ/ : new RegExp(`\\b${count} field`) })
        .waitFor();
      await page.locator('main[aria-busy="false"]').waitFor();
    },

    async choose(name: 'Before' | 'After', option: string | RegExp) {
      await side(name).click();
      await page.getByRole('option', { name: option }).first().click();
    },

    /** `data-change` of what has the focus: the path of a change. */
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('data-change') ?? null),

    /** From here on the server finds other changes between the same two sides. */
    answerWith: (changes: Change[]) =>
      page.route(/\/revisions\/documents\/.*\/compare\?/, async (route) => {
        const response = await route.fetch();
        const json = await response.json();
        await route.fulfill({ response, json: { ...json, data: { ...json.data, changes } } });
      }),
  };
};

/** Address of the page that compares two states of an article. */
export const compareAddress = (documentId: string, search: string) =>
  `/admin/plugins/revisions/compare/collection-types/${ARTICLE}/${documentId}${search}`;
