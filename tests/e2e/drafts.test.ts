import type { Page } from 'playwright-core';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp } from './helpers';
import { draftPage } from './support/draft-page';
import { ARTICLE, documentIdIn } from './support/history-page';
import { valueOf } from './support/value-of';

let app: Child;

beforeAll(async () => {
  app = await startApp({ script: require.resolve('./support/drafts-script') });
});

afterAll(() => app?.stop());

const begin = async (who: 'amina' | 'jonas' | 'camille', title: string) => {
  const browsing = await openBrowser({ url: app.url });
  await signIn(browsing.page, who);
  await openByTitle(browsing.page, ARTICLE, title);
  const draft = draftPage(browsing.page);
  await draft.ready();
  return { ...browsing, draft };
};

/** Drafts of a document as the server has them, by whoever made them. */
const draftsOf = (page: Page) =>
  app.call<{ kind: string; name: string | null }[]>('draftsOf', documentIdIn(page));

const titleOf = (page: Page) => app.call<string>('titleOf', documentIdIn(page));

it('keeps what is typed over a reload, and lets one discard it', async () => {
  const { page, draft, complaints } = await begin('jonas', 'Slow radio');
  await draft.title.press('End');
  await draft.title.pressSequentially(', unfinished');
  await draft.saved();
  expect(await draft.title.evaluate((input) => input === document.activeElement)).toBe(true);

  await page.reload();
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(draft.title, 'Slow radio, unfinished')).toBe('Slow radio, unfinished');
  expect(await titleOf(page)).toBe('Slow radio');
  expect(await draftsOf(page)).toMatchObject([{ kind: 'provisional' }]);

  await draft.banner.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(draft.title, 'Slow radio')).toBe('Slow radio');
  expect(await draftsOf(page)).toEqual([]);
  await page.reload();
  await draft.ready();
  expect(await valueOf(draft.title, 'Slow radio')).toBe('Slow radio');
  expect(complaints).toEqual([]);
});

it('ends with an ordinary Save', async () => {
  const { page, draft, complaints } = await begin('jonas', 'Painting the bridge');
  await draft.title.fill('Painting the bridge, saved');
  await draft.saved();
  await draft.save();

  expect(await titleOf(page)).toBe('Painting the bridge, saved');
  await draft.settled(() => draftsOf(page), []);
  await page.reload();
  await draft.ready();
  expect(await valueOf(draft.title, 'Painting the bridge, saved')).toBe('Painting the bridge, saved');
  expect(await draft.banner.count()).toBe(0);

  expect(complaints).toEqual([]);
});

it('ends with Publish, which publishes what the form shows', async () => {
  const { page, draft } = await begin('amina', 'Six degrees and falling');
  await draft.title.fill('Six degrees, open');
  await draft.saved();
  await page.reload();
  await draft.banner.waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();

  await draft.banner.waitFor({ state: 'detached' });
  await draft.settled(() => draftsOf(page), []);
  expect(await app.call('publishedTitleOf', documentIdIn(page))).toBe('Six degrees, open');
});

it('survives a failed Save', async () => {
  const { page, draft } = await begin('camille', 'The night bakers');
  await draft.title.fill('The night bakers, still');
  await draft.saved();
  await page.route('**/content-manager/collection-types/**', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    return route.fulfill({
      status: 400,
      json: {
        data: null,
        error: { status: 400, name: 'ValidationError', message: 'no', details: { errors: [] } },
      },
    });
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('no', { exact: true }).first().waitFor();
  expect(await valueOf(draft.title, 'The night bakers, still')).toBe('The night bakers, still');
  await draft.title.press('End');
  await draft.title.pressSequentially(' here');
  await draft.saved();
  await page.reload();
  expect(await valueOf(draft.title, 'The night bakers, still here')).toBe('The night bakers, still here');
});

it('goes on after the network was away, and after a crash', async () => {
  const { page, context, draft } = await begin('jonas', 'Six holes and a fipple');
  await context.setOffline(true);
  await draft.title.fill('Seven holes and a fipple');
  await draft.status.getByText('Offline: kept in this browser').waitFor();
  await context.setOffline(false);
  await draft.saved();

  // The server is out of reach, and the tab goes away.
  await page.route('**/provisional*', (route) => route.abort());
  await draft.title.fill('Eight holes and a fipple');
  await draft.status.getByText('Offline: kept in this browser').waitFor();
  await page.unroute('**/provisional*');
  const address = page.url();
  const { page: again, draft: there } = await draft.inNewTab(context, address, page);
  await there.banner.getByText('recovered from this browser', { exact: false }).waitFor();
  expect(await valueOf(there.title, 'Eight holes and a fipple')).toBe('Eight holes and a fipple');
  expect(await draftsOf(again)).toMatchObject([{ kind: 'provisional' }]);
});

it('says when the session has expired, and goes on after that', async () => {
  const { page, draft } = await begin('camille', 'The toaster clinic');
  await page.route('**/provisional*', (route) =>
    route.fulfill({
      status: 401,
      json: { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'Missing credentials' } },
    })
  );
  await draft.title.fill('The toaster surgery');
  await draft.status.getByText('your session has expired', { exact: false }).waitFor();
  await page.unroute('**/provisional*');
  await draft.status.getByRole('button', { name: 'Try again' }).click();
  await draft.saved();
});

it('tells a second tab of the first, and loses nothing in either', async () => {
  const { page, context, draft } = await begin('amina', 'The sound of lead');
  await draft.title.fill('The sound of lead, first tab');
  await draft.saved();

  const { page: second, draft: there } = await draft.inNewTab(context, page.url());
  await there.notice('You are editing this in another tab').waitFor();
  expect(await valueOf(there.title, 'The sound of lead, first tab')).toBe('The sound of lead, first tab');

  // different fields: both are kept
  await there.field('standfirst').fill('From the second tab');
  await there.saved();
  await draft.title.fill('The sound of lead, first tab again');
  await draft.saved();
  await draft.notice('Another tab has saved something newer').waitFor({ state: 'hidden' });
  expect(await valueOf(draft.field('standfirst'), 'From the second tab')).toBe('From the second tab');

  // the same field: one has to say
  await there.title.fill('The sound of lead, second tab');
  await there.notice('This draft was changed elsewhere too').waitFor();
  expect(await there.title.inputValue()).toBe('The sound of lead, second tab');
  await second.getByRole('button', { name: 'Keep what is here' }).click();
  await there.saved();
  await second.reload();
  expect(await valueOf(there.title, 'The sound of lead, second tab')).toBe('The sound of lead, second tab');
});

it('keeps an entry that was never saved', async () => {
  const { page } = await openBrowser({ url: app.url });
  await signIn(page, 'jonas');
  await page.goto(`/admin/content-manager/collection-types/${ARTICLE}/create?plugins[i18n][locale]=en`);
  const draft = draftPage(page);
  await draft.title.fill('Begun on a train');
  await draft.saved();
  await page.waitForURL(/draftId%5D|draftId\]/);
  await page.reload();
  await draft.banner.getByText(/new entry that you began/).waitFor();
  expect(await valueOf(draft.title, 'Begun on a train')).toBe('Begun on a train');

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/[a-z0-9]{24}(\?|$)/);
  await page.waitForURL((url) => !/draftId/.test(decodeURIComponent(url.search)));
  expect(await valueOf(draft.title, 'Begun on a train')).toBe('Begun on a train');
  expect(await app.call('unsavedDrafts')).toBe(0);
});

it('makes a draft, goes on in it, and applies it', async () => {
  const { page, draft } = await begin('amina', 'Salt roads');
  const before = await titleOf(page);
  await draft.title.fill('Salt roads, winter edition');
  await draft.saved();
  await draft.create();
  await page.getByLabel('Name').fill('Winter edition');
  await page.getByRole('button', { name: 'Create draft', exact: true }).click();

  await draft.banner.getByText(/Draft “Winter edition”/).waitFor();
  expect(await valueOf(draft.title, 'Salt roads, winter edition')).toBe('Salt roads, winter edition');
  expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
  await draft.title.fill('Salt roads in winter');
  await draft.saved();
  expect(await titleOf(page)).toBe(before);

  await draft.choose('Current');
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(draft.title, before)).toBe(before);
  await draft.choose(/^Winter edition/);
  await draft.banner.getByText(/Draft “Winter edition”/).waitFor();
  expect(await valueOf(draft.title, 'Salt roads in winter')).toBe('Salt roads in winter');

  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(draft.title, 'Salt roads in winter')).toBe('Salt roads in winter');
  expect(await titleOf(page)).toBe('Salt roads in winter');
  await draft.settled(
    () => draftsOf(page).then((all) => all.filter(({ name }) => name === 'Winter edition')),
    []
  );
});

it('makes a draft by keyboard, deletes it, and says when one is gone', async () => {
  const { page, draft } = await begin('amina', 'Seven hundred jam jars');
  await draft.menu.press('Enter');
  await page.getByRole('option', { name: 'Create a draft…' }).waitFor();
  await page.keyboard.type('Create');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const name = await page.getByLabel('Name').elementHandle();
  await page.waitForFunction((input) => document.activeElement === input, name);
  await page.keyboard.press('Enter');
  await draft.banner.getByText(/Draft “Draft \d+”/).waitFor();
  const address = page.url();
  await draft.banner.getByRole('button', { name: 'Delete draft' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete draft' }).click();
  await draft.banner.waitFor({ state: 'detached' });

  await page.goto(address);
  await draft.banner.getByText('This draft does not exist').waitFor();
  await draft.banner.getByRole('button', { name: 'Go to current' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
});

it('shows what somebody else saved meanwhile, and has conflicts decided', async () => {
  const { page, draft } = await begin('camille', 'The moss library');
  await draft.title.fill('The moss library, mine');
  await draft.field('standfirst').fill('A standfirst of mine');
  await draft.saved();
  await app.call('save', {
    documentId: documentIdIn(page),
    data: { title: 'The moss library, theirs', sku: 'TL-THEIRS' },
  });

  await page.reload();
  await draft.notice(/The entry changed since: .*1 conflict/).waitFor();
  expect(await valueOf(draft.title, 'The moss library, mine')).toBe('The moss library, mine');
  expect(await draft.mark('title').getAttribute('data-mark')).toBe('conflict');
  await page.getByRole('button', { name: 'Review…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 of 1', { exact: true }).waitFor();
  await dialog.getByRole('radio', { name: 'Take theirs' }).click();
  await dialog.getByRole('button', { name: 'Decide 1 of 1' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await valueOf(draft.title, 'The moss library, theirs')).toBe('The moss library, theirs');
  expect(await draft.field('standfirst').inputValue()).toBe('A standfirst of mine');
});

it('marks what a draft changed, and takes one field back', async () => {
  const { page, draft } = await begin('jonas', 'The keeper who stayed');
  const before = await draft.field('standfirst').inputValue();
  await draft.title.fill('The keeper who left');
  await draft.field('standfirst').fill('Something else');
  await draft.saved();
  await draft.mark('standfirst').click();
  await page.getByRole('dialog').getByText('Something else').waitFor();
  await page.getByRole('button', { name: 'Revert this field' }).click();
  expect(await valueOf(draft.field('standfirst'), before)).toBe(before);
  await draft.mark('standfirst').waitFor({ state: 'detached' });
  await draft.saved();
  await page.reload();
  await draft.banner.waitFor();
  expect(await valueOf(draft.title, 'The keeper who left')).toBe('The keeper who left');
  expect(await draft.field('standfirst').inputValue()).toBe(before);
});
