import path from 'node:path';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture } from './helpers';
import { ARTICLE, historyPage } from './support/history-page';
import { valueOf } from './support/value-of';

let app: Child;

beforeAll(async () => {
  app = await startApp({ script: path.join(__dirname, 'support/staff.ts') });
});

afterAll(() => app?.stop());

const open = async (wish: { actions?: string[]; fields?: string[]; revisions?: string[] }) => {
  const account = await app.call<{ email: string; password: string }>('editor', { uid: ARTICLE, ...wish });
  const { page, complaints } = await openBrowser({ url: app.url });
  await signIn(page, account);
  await openByTitle(page, ARTICLE, 'Salt roads');
  await page.locator('input[name="title"]').waitFor();
  return { page, complaints, history: historyPage(page) };
};

it('shows no history to whom it is not granted', async () => {
  const { page, history } = await open({});
  await page.getByRole('button', { name: 'More actions', exact: true }).first().click();
  await page.getByRole('menu').waitFor();
  expect(await page.getByRole('menuitem', { name: 'Revision history' }).count()).toBe(0);
  expect(await history.panel.count()).toBe(0);
});

it('lets readers look, and no more', async () => {
  const { page, history } = await open({ revisions: ['read'] });
  await history.enter();
  await history.show(12);
  expect(await page.getByRole('button', { name: 'Restore…' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Actions for revision 12' }).click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
    'Compare with the one before',
    'Compare with current',
  ]);
});

it('asks for the right to update before it offers to restore', async () => {
  const { page, history } = await open({ actions: ['read'], revisions: ['read', 'restore', 'annotate'] });
  await history.enter();
  expect(await page.getByRole('button', { name: 'Restore…' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Actions for revision 12' }).click();
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Restore…' }).count()).toBe(0);
});

it('keeps to the fields that a role may read', async () => {
  const { page, history, complaints } = await open({
    fields: ['standfirst', 'title', 'sections'],
    revisions: ['read', 'restore'],
  });
  await history.enter();
  await history.show(12);
  await history.banner.getByText('Revision 12').waitFor();
  expect(await valueOf(page.locator('input[name="title"]'), 'The salt roads')).toBe('The salt roads');
  expect(await page.getByText('Changed body', { exact: false }).count()).toBe(0);
  await takePicture(page, 'history-some-fields');
  expect(complaints).toEqual([]);
});

it('has no panel on a content type that keeps no revisions', async () => {
  const { page } = await openBrowser({ url: app.url });
  await signIn(page, 'amina');
  await page.goto('/admin/content-manager/collection-types/api::note.note/create');
  await page.getByRole('heading', { name: 'Create an entry' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await historyPage(page).panel.count()).toBe(0);
});

it('takes notes with the first save, too', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await page.goto('/admin/content-manager/collection-types/api::tag.tag/create');
  await history.panel.getByText('Every save is kept from now on.').waitFor();
  await page.locator('input[name="name"]').fill('Ropes');
  await history.notes.fill('For the series on harbours');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await history.row(1).waitFor();
  await history.enter();
  await history.banner.getByText('For the series on harbours').waitFor();
});
