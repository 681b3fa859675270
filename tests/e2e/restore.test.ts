import path from 'node:path';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, openDocument, signIn, startApp, takePicture } from './helpers';
import { ARTICLE, documentIdIn, historyPage } from './support/history-page';
import { valueOf } from './support/value-of';

let app: Child;
let token: string;

beforeAll(async () => {
  app = await startApp({ script: path.join(__dirname, 'support/staff.ts') });
  ({ token } = await app.call<{ token: string }>('superAdmin'));
});

afterAll(() => app?.stop());

const TAG = 'api::tag.tag';
const title = 'input[name="title"]';

it('restores the fields that are chosen, and shows them in the form', async () => {
  const { page, complaints } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await history.enter();
  const [newest = 0] = await history.numbers();
  await history.show(5);

  await history.banner.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore revision 5' });
  await dialog.getByText('What will change').waitFor();
  await dialog.getByText('shared by all locales', { exact: false }).waitFor();
  await takePicture(page, 'restore-dialog');
  await dialog.getByRole('checkbox', { name: /^All fields/ }).click();
  expect(await dialog.getByRole('button', { name: /^Restore/ }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'title', exact: true }).click();
  expect(await dialog.getByText('shared by all locales', { exact: false }).count()).toBe(0);
  await dialog.getByLabel('Notes about your changes').fill('The old title was better');
  await dialog.getByRole('button', { name: 'Restore 1 field' }).click();

  await page.getByText('Restored revision 5').waitFor();
  await page.locator(`${title}:enabled`).waitFor();
  expect(await valueOf(page.locator(title), 'The salt roads')).toBe('The salt roads');
  expect(page.url()).not.toMatch(/revisionId/);
  await history
    .entry(newest + 1)
    .getByText('Restored from 5')
    .waitFor();
  // what was not chosen stayed
  const { body } = await app
    .as({ token })
    .get(`/revisions/documents/${ARTICLE}/${documentIdIn(page)}/revisions?locale=en&pageSize=1`);
  expect(body.data[0]).toMatchObject({ changed: ['title'], notes: 'The old title was better' });
  expect(complaints).toEqual([]);
});

it('says that there is nothing to restore', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'Slow radio');
  await history.enter();
  const [newest = 0] = await history.numbers();
  await history.act(newest, 'Restore…');

  const dialog = page.getByRole('dialog');
  await dialog.getByText('There is nothing to restore', { exact: false }).waitFor();
  expect(await dialog.getByRole('button', { name: /^Restore$/ }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

// It is the article that the first test gave its old title back.
it('names what is gone, before and in the dialog', async () => {
  const client = app.as({ token });
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'camille');
  await openByTitle(page, ARTICLE, 'The salt roads');
  const tags = await client.get('/content-manager/collection-types/api::tag.tag?_q=Hands');
  await client.delete(`/content-manager/collection-types/api::tag.tag/${tags.body.results[0].documentId}`);

  await history.enter();
  await history.show(12);
  await history.banner.getByText('Some of it cannot come back').waitFor();
  await history.banner.getByText(/^tags/).waitFor();
  await takePicture(page, 'history-missing');
  await history.banner.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('dialog').getByText('what it pointed to has been deleted', { exact: false }).waitFor();
});

it('shows field by field why a restore cannot be published, and loses nothing of what was chosen', async () => {
  const client = app.as({ token });
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await openByTitle(page, ARTICLE, 'The toaster clinic');
  const url = `/content-manager/collection-types/${ARTICLE}/${documentIdIn(page)}?locale=en`;
  const { body } = await client.get(url);
  const newest = (await history.panel.waitFor().then(() => history.numbers()))[0]!;
  // a draft may lack what is required
  expect((await client.put(url, { ...body.data, title: null })).status).toBe(200);
  expect((await client.put(url, { ...body.data, title: 'The toaster clinic' })).status).toBe(200);
  await page.reload();

  await history.enter();
  await history.show(newest + 1);
  await history.banner.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Notes about your changes').fill('Without a title');
  await dialog.getByRole('checkbox', { name: 'Publish right away' }).click();
  await dialog.getByRole('button', { name: /^Restore/ }).click();
  await dialog.getByText('The restored entry would not be valid', { exact: false }).waitFor();
  await dialog.getByRole('listitem').filter({ hasText: 'title' }).first().waitFor();
  expect(await valueOf(dialog.getByLabel('Notes about your changes'), 'Without a title')).toBe(
    'Without a title'
  );
});

it('shows field by field why a save is refused, where nothing is to be published', async () => {
  const client = app.as({ token });
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  const url = `/content-manager/collection-types/${TAG}`;
  const { documentId } = (await client.post(url, { name: 'Kelp' })).body.data;
  expect((await client.put(`${url}/${documentId}`, { name: 'Seaweed' })).status).toBe(200);
  expect((await client.post(url, { name: 'Kelp' })).status).toBe(201);

  await signIn(page, 'amina');
  await openDocument(page, TAG, documentId);
  await history.enter();
  await history.show(1);
  await history.banner.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await dialog.getByText('The restored entry would not be valid', { exact: false }).waitFor();
  await dialog.getByRole('listitem').filter({ hasText: 'unique' }).first().waitFor();
});

it('works on a single type without Draft & Publish', async () => {
  const { page, complaints } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await page.goto('/admin/content-manager/single-types/api::site-setting.site-setting');
  await history.notes.waitFor();
  const [newest = 0] = await history.numbers();

  const name = page.locator('input[name="siteName"]');
  await name.fill('High water');
  await history.notes.fill('A new name');
  await history.save(newest + 1);
  await history.enter();
  await history.show(newest);
  expect(await valueOf(name, 'Tideline')).toBe('Tideline');
  await history.banner.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('checkbox', { name: 'Publish right away' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();

  await page.getByText(`Restored revision ${newest}`).waitFor();
  await page.locator('input[name="siteName"]:enabled').waitFor();
  expect(await valueOf(name, 'Tideline')).toBe('Tideline');
  expect(complaints).toEqual([]);
});

it('works on a collection type without Draft & Publish, whose history is short', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await page.goto('/admin/content-manager/collection-types/api::author.author');
  await page.getByRole('gridcell', { name: 'Ida Marsh' }).click();
  await history.enter();
  const numbers = await history.numbers();
  expect(numbers).toHaveLength(5);
  await history.show(numbers[1]!);
  expect(await page.getByText('Published', { exact: true }).count()).toBe(0);
});
