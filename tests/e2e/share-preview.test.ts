import type { Page } from 'playwright-core';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture, takePictures } from './helpers';
import { draftPage } from './support/draft-page';
import { ARTICLE, documentIdIn, historyPage } from './support/history-page';

const SITE = 'https://tideline.example';

let app: Child;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

const begin = async (title: string, who: 'amina' | 'jonas' = 'amina') => {
  const browsing = await openBrowser({ url: app.url });
  await signIn(browsing.page, who);
  await openByTitle(browsing.page, ARTICLE, title);
  const draft = draftPage(browsing.page);
  await draft.ready();
  return { ...browsing, draft };
};

const share = (page: Page) => page.getByRole('button', { name: 'Share preview…' });

/** What the tests do in the dialog, in its words. */
const shareDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Share preview' });
  return {
    dialog,
    links: dialog.getByRole('listitem'),

    async open() {
      await share(page).click();
      await dialog.getByText('What you share').waitFor();
    },

    async choose(duration: string) {
      await dialog.getByRole('combobox', { name: 'How long the link works' }).click();
      await page.getByRole('option', { name: duration, exact: true }).click();
    },

    /** @returns what is in the field: the address, or the token alone */
    async create(field: 'Link' | 'Token'): Promise<string> {
      await dialog.getByRole('button', { name: 'Create link' }).click();
      return dialog.getByRole('textbox', { name: field }).inputValue();
    },

    async revoke() {
      await dialog.getByRole('button', { name: /^Revoke/ }).click();
      await page.getByText('The link no longer works').waitFor();
    },
  };
};

/** As a visitor of the site reads it. */
const visit = async (documentId: string, token: string) => {
  const { status, body } = await app.as().get(`/api/articles/${documentId}?locale=en&previewToken=${token}`);
  return { status, title: body.data?.title as string | undefined };
};

it('shows a draft to who has the token, with what was typed last, until it is revoked', async () => {
  const { page, draft, complaints } = await begin('A forest by the metre');
  const sharing = shareDialog(page);
  await draft.create();
  await page.getByLabel('Name').fill('Spring edition');
  await page.getByRole('button', { name: 'Create draft', exact: true }).click();
  await draft.banner.getByText(/Draft “Spring edition”/).waitFor();
  const documentId = documentIdIn(page);
  await takePicture(page, 'share-preview-draft');

  await draft.title.fill('A forest in spring');
  await sharing.open();
  await sharing.dialog.getByText(/^Draft “Spring edition” \(en\)/).waitFor();
  await sharing.dialog.getByText('There are none.').waitFor();
  await sharing.choose('1 hour');
  const token = await sharing.create('Token');
  await sharing.dialog.getByText(/\?previewToken=/).waitFor();
  expect(await visit(documentId, token)).toEqual({ status: 200, title: 'A forest in spring' });

  await sharing.links.getByText('Draft “Spring edition” (en)').waitFor();
  await takePicture(page, 'share-preview-token');
  await sharing.revoke();
  await sharing.dialog.getByText('There are none.').waitFor();
  expect(await sharing.dialog.getByRole('textbox').count()).toBe(0);
  expect((await visit(documentId, token)).status).toBe(403);

  await page.keyboard.press('Escape');
  await sharing.dialog.waitFor({ state: 'detached' });
  await historyPage(page).hasFocus(share(page));
  await page.locator('button:enabled', { hasText: 'Apply draft' }).waitFor();
  expect(complaints).toEqual([]);

  await page.setViewportSize({ width: 800, height: 900 });
  await takePicture(page, 'share-preview-draft-800');
});

it('gives the address of the site for a revision, and copies it', async () => {
  const { page, context, complaints } = await begin('A forest by the metre');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/content-manager/preview/url/**', (route) => {
    const { searchParams } = new URL(route.request().url());
    const url = `${SITE}/forest?status=${searchParams.get('status')}&previewToken=${searchParams.get('previewToken')}`;
    return route.fulfill({ json: { data: { url } } });
  });
  const history = historyPage(page);
  const sharing = shareDialog(page);
  await history.enter();
  const oldest = Math.min(...(await history.numbers()));
  await history.show(oldest);
  const documentId = documentIdIn(page);

  await sharing.open();
  const link = new URL(await sharing.create('Link'));
  expect([link.origin, link.searchParams.get('status')]).toEqual([SITE, 'draft']);
  await sharing.dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied to the clipboard').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link.href);
  await sharing.links.getByText(`Revision ${oldest} (en)`).waitFor();

  const token = link.searchParams.get('previewToken')!;
  expect(await visit(documentId, token)).toEqual({ status: 200, title: 'A forest by the metre' });
  await takePicture(page, 'share-preview-link');
  await sharing.revoke();
  expect((await visit(documentId, token)).status).toBe(403);

  // In a narrow window the bar below has the buttons.
  await page.keyboard.press('Escape');
  await sharing.dialog.waitFor({ state: 'detached' });
  await takePicture(page, 'share-preview-revision');
  await page.setViewportSize({ width: 800, height: 900 });
  await share(page).waitFor();
  await takePicture(page, 'share-preview-revision-800');
  await sharing.open();
  expect(complaints).toEqual([]);
});

it('shares unsaved changes, and says what cannot be fetched or made', async () => {
  const { page, draft } = await begin('Timetable for the last ferry');
  const sharing = shareDialog(page);
  await draft.title.fill('Timetable for the very last ferry');
  await draft.saved();
  await page.reload();
  await draft.banner.getByText(/your unsaved changes/).waitFor();

  await page.route('**/revisions/**/previews', (route) => route.abort());
  await sharing.open();
  await sharing.dialog.getByText('This could not be loaded.').waitFor();
  await page.unroute('**/revisions/**/previews');
  await sharing.dialog.getByRole('button', { name: 'Try again' }).click();
  await sharing.dialog.getByText('There are none.').waitFor();

  await page.route('**/revisions/previews', (route) => route.abort());
  await sharing.dialog.getByRole('button', { name: 'Create link' }).click();
  await sharing.dialog.getByRole('alert').waitFor();
  await page.unroute('**/revisions/previews');
  const token = await sharing.create('Token');
  expect(await sharing.dialog.getByRole('alert').count()).toBe(0);
  expect((await visit(documentIdIn(page), token)).title).toBe('Timetable for the very last ferry');
  await sharing.links.getByText('Your unsaved changes (en)').waitFor();

  await page.keyboard.press('Escape');
  await takePictures(page, 'share-preview', async () => {
    await draft.banner.waitFor();
    await sharing.open();
    await sharing.links.first().waitFor();
    await sharing.create('Token');
    await sharing.links.nth(1).waitFor();
  });
});

it('is not there for who may not share', async () => {
  const { page } = await begin('Slow radio', 'jonas');
  const history = historyPage(page);
  await history.enter();
  await history.show((await history.numbers())[0]!);
  await history.banner.getByRole('button', { name: 'Restore…' }).waitFor();
  expect(await share(page).count()).toBe(0);
});
