import path from 'node:path';
import type { Child } from '../helpers/child';
import { openBrowser, signIn, startApp, takePictures } from './helpers';
import { draftClient, type DraftClient } from './support/draft-client';
import { draftPage } from './support/draft-page';
import { ARTICLE } from './support/history-page';
import { valueOf } from './support/value-of';

interface Account {
  token: string;
  email: string;
  password: string;
}

let app: Child;

beforeAll(async () => {
  app = await startApp({ script: path.join(__dirname, 'support/staff.ts') });
});

afterAll(() => app?.stop());

/** Somebody new with a draft of an article of the seed, over HTTP. */
const author = async (title: string, data: object) => {
  const account = await app.call<Account>('superAdmin');
  const drafts = draftClient(app, account.token);
  const documentId = await drafts.idOf(ARTICLE, title);
  const { id } = (await drafts.saved(ARTICLE, documentId, 'To apply', data, 'en')) as { id: number };
  return { account, drafts, documentId, id };
};

/** The draft in the edit view, as the page of somebody who has just signed in. */
const open = async (account: Account, documentId: string, id: number) => {
  const { page, complaints } = await openBrowser({ url: app.url });
  await signIn(page, account);
  await page.goto(
    `/admin/content-manager/collection-types/${ARTICLE}/${documentId}?plugins[revisions][draftId]=${id}&plugins[i18n][locale]=en`
  );
  const draft = draftPage(page);
  await draft.ready();
  await draft.banner.getByText(/Draft “To apply”/).waitFor();
  return { page, draft, complaints };
};

const publishedTitle = async ({ client }: DraftClient, documentId: string) => {
  const { body } = await client.get(
    `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en&status=published`
  );
  return body.data.title as string;
};

const isThere = async ({ client }: DraftClient, id: number) =>
  (await client.get(`/revisions/drafts/${id}`)).status === 200;

it('applies and publishes at once', async () => {
  const { account, drafts, documentId, id } = await author('Slow radio', { title: 'Slower radio' });
  const { page, draft, complaints } = await open(account, documentId, id);
  expect(await publishedTitle(drafts, documentId)).toBe('Slow radio');
  await page.getByRole('button', { name: 'Apply & publish', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(draft.title, 'Slower radio')).toBe('Slower radio');
  expect(await publishedTitle(drafts, documentId)).toBe('Slower radio');
  expect(await isThere(drafts, id)).toBe(false);
  expect(complaints).toEqual([]);
});

it('says at which field it cannot be published, and keeps the draft', async () => {
  const { account, drafts, documentId, id } = await author('Painting the bridge', {
    standfirst: 'All of it, again',
  });
  const { page, draft } = await open(account, documentId, id);
  await draft.title.fill('');
  await draft.saved();
  await page.getByRole('button', { name: 'Apply & publish', exact: true }).click();
  await draft.error('title').waitFor();
  await draft.banner.getByText(/Draft “To apply”/).waitFor();
  expect(await draft.field('standfirst').inputValue()).toBe('All of it, again');
  expect((await drafts.read(ARTICLE, documentId, 'en')).title).toBe('Painting the bridge');
  expect(await isThere(drafts, id)).toBe(true);

  await draft.title.fill('Painting the bridge, again');
  await draft.saved();
  await page.getByRole('button', { name: 'Apply & publish', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await publishedTitle(drafts, documentId)).toBe('Painting the bridge, again');
});

it('applies nothing that was changed elsewhere meanwhile, and shows that first', async () => {
  const { account, drafts, documentId, id } = await author('Six holes and a fipple', {
    title: 'Seven holes',
  });
  const { page, draft } = await open(account, documentId, id);
  const { status } = await drafts.client.put(`/revisions/drafts/${id}`, {
    locale: 'en',
    data: { standfirst: 'From elsewhere' },
  });
  expect(status).toBe(200);
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await page.getByText('The draft has been changed meanwhile', { exact: false }).first().waitFor();
  expect(await valueOf(draft.field('standfirst'), 'From elsewhere')).toBe('From elsewhere');
  expect(await draft.title.inputValue()).toBe('Seven holes');
  expect(await drafts.read(ARTICLE, documentId, 'en')).toMatchObject({ title: 'Six holes and a fipple' });

  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await drafts.read(ARTICLE, documentId, 'en')).toMatchObject({
    title: 'Seven holes',
    standfirst: 'From elsewhere',
  });
});

it('is read-only to those who may look at it and not change it, and apply it all the same', async () => {
  const { drafts, documentId, id } = await author('The toaster clinic', { title: 'The toaster hospital' });
  const reader = await app.call<Account>('editor', { uid: ARTICLE, drafts: ['read-peer', 'apply'] });
  const { page, draft, complaints } = await open(reader, documentId, id);
  const title = page.locator('input[name="title"]');
  await draft.banner.getByText('You may look at this draft, not change it', { exact: false }).waitFor();
  await title.and(page.locator(':disabled')).waitFor();
  expect(await title.inputValue()).toBe('The toaster hospital');
  expect(await page.locator('form :is(input, textarea):enabled:visible').count()).toBe(0);
  expect(await draft.banner.getByRole('button').allInnerTexts()).toEqual([
    'Compare with current',
    'Close draft',
  ]);
  await draft.mark('title').click();
  await page.getByRole('dialog').getByText('hospital').waitFor();
  expect(await page.getByRole('button', { name: 'Revert this field' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await takePictures(page, 'draft-read-only', () => title.and(page.locator(':disabled')).waitFor());

  // what one edits oneself is as ever
  await draft.choose('Current');
  await draft.banner.waitFor({ state: 'detached' });
  await title.and(page.locator(':enabled')).waitFor();
  expect(await valueOf(title, 'The toaster clinic')).toBe('The toaster clinic');
  await draft.choose(/^To apply/);
  await title.and(page.locator(':disabled')).waitFor();

  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  await title.and(page.locator(':enabled')).waitFor();
  expect(await valueOf(title, 'The toaster hospital')).toBe('The toaster hospital');
  expect(await drafts.read(ARTICLE, documentId, 'en')).toMatchObject({ title: 'The toaster hospital' });
  expect(complaints).toEqual([]);
});
