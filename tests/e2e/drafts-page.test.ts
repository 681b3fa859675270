import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Child } from '../helpers/child';
import { openBrowser, openList, signIn, startApp, takePicture, takePictures } from './helpers';
import { draftClient, type DraftClient } from './support/draft-client';
import { ARTICLE } from './support/history-page';

const TAG = 'api::tag.tag';
const NOTE = 'api::note.note';

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

/** Somebody new, with drafts of their own only, at the browser and over HTTP. */
const enter = async (account?: Account) => {
  const person = account ?? (await app.call<Account>('superAdmin'));
  const { page, complaints } = await openBrowser({ url: app.url });
  await signIn(page, person);
  return { page, complaints, drafts: draftClient(app, person.token) };
};

const openDrafts = async (page: Page, search = '') => {
  await page.goto(`/admin/plugins/revisions${search}`);
  await page.locator('main[aria-busy="false"]').waitFor();
};

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

const act = async (page: Page, text: string, action: string) => {
  await rowOf(page, text)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
};

const newTag = async ({ client }: DraftClient, name: string): Promise<string> => {
  const { body } = await client.post(`/content-manager/collection-types/${TAG}`, { name });
  return body.data.documentId;
};

it('lists what is mine, and says what drafts are while there are none', async () => {
  const { page, complaints, drafts } = await enter();
  await page.getByRole('link', { name: 'Drafts' }).click();
  await page.getByText('You have no drafts.', { exact: false }).waitFor();
  await takePictures(page, 'drafts-empty', () => page.getByText('You have no drafts.').waitFor());

  const salt = await drafts.idOf(ARTICLE, 'Salt roads');
  const radio = await drafts.idOf(ARTICLE, 'Slow radio');
  await drafts.provisional(ARTICLE, salt, { title: 'Salt roads, unfinished' }, 'en');
  await drafts.saved(ARTICLE, radio, 'Another title', { title: 'Fast radio' }, 'en');
  await openDrafts(page);

  const provisional = rowOf(page, 'Unsaved changes');
  await provisional.waitFor();
  expect(await provisional.getByRole('link').getAttribute('href')).toBe(
    `/admin/content-manager/collection-types/${ARTICLE}/${salt}?plugins[i18n][locale]=en`
  );
  const saved = rowOf(page, 'Another title');
  expect(await saved.getByRole('link').getAttribute('href')).toMatch(
    new RegExp(
      `/${ARTICLE}/${radio}\\?plugins\\[revisions\\]\\[draftId\\]=\\d+&plugins\\[i18n\\]\\[locale\\]=en$`
    )
  );
  expect(await saved.getByText('Article').count()).toBe(1);
  expect(await page.getByText('2 drafts').count()).toBe(1);
  await takePictures(page, 'drafts-mine', () => saved.waitFor());
  expect(complaints).toEqual([]);
});

it('shows others’ saved drafts, and never what they have not saved', async () => {
  const ada = await app.call<Account>('superAdmin');
  const theirs = draftClient(app, ada.token);
  const moss = await theirs.idOf(ARTICLE, 'The moss library');
  await theirs.provisional(ARTICLE, moss, { title: 'Nobody sees this' }, 'en');
  await theirs.saved(ARTICLE, moss, 'For the lawyers', { title: 'The moss library, checked' }, 'en');

  const { page } = await enter();
  await openDrafts(page);
  await page.getByText('You have no drafts.', { exact: false }).waitFor();
  await page.getByRole('tab', { name: 'All I may see' }).click();
  await rowOf(page, 'For the lawyers').waitFor();
  expect(await page.getByText('Unsaved changes').count()).toBe(0);
  await takePicture(page, 'drafts-saved');
});

it('keeps in the address what it shows', async () => {
  const { page, drafts } = await enter();
  const radio = await drafts.idOf(ARTICLE, 'Slow radio');
  await drafts.saved(ARTICLE, radio, 'Colours & shapes', { title: 'Slow radio, in colour' }, 'en');
  await drafts.saved(TAG, await newTag(drafts, 'Filtered'), 'Another tag', { name: 'Filtered, too' });
  await openDrafts(page);
  await rowOf(page, 'Another tag').waitFor();

  await page.getByRole('combobox', { name: 'Content type' }).click();
  await page.getByRole('option', { name: 'Article', exact: true }).click();
  await rowOf(page, 'Another tag').waitFor({ state: 'detached' });
  await rowOf(page, 'Colours & shapes').waitFor();
  expect(new URL(page.url()).searchParams.get('type')).toBe(ARTICLE);

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByPlaceholder('Names and notes').fill('s & s');
  await page.keyboard.press('Enter');
  await page.waitForURL(/_q=/);
  await rowOf(page, 'Colours & shapes').waitFor();

  await page.getByRole('combobox', { name: 'Last changed' }).click();
  await page.getByRole('option', { name: 'Older than a month' }).click();
  await page.getByText('No draft matches these filters.').waitFor();
  await page.reload();
  await page.getByText('No draft matches these filters.').waitFor();
  await page.goBack();
  await rowOf(page, 'Colours & shapes').waitFor();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await rowOf(page, 'Another tag').waitFor();
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['page']);
});

it('leads to the comparison, and back', async () => {
  const { page, drafts } = await enter();
  const radio = await drafts.idOf(ARTICLE, 'Slow radio');
  const { id } = await drafts.saved(ARTICLE, radio, 'Compared', { title: 'Slow radio, compared' }, 'en');
  await openDrafts(page);
  await act(page, 'Compared', 'Compare with current');
  await page.waitForURL(/\/compare\//);
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['current', `draft:${id}`]);
  await page.getByRole('status').filter({ hasText: '1 field differs.' }).waitFor();
  await page.getByRole('link', { name: 'Back' }).click();
  await rowOf(page, 'Compared').waitFor();
});

it('applies one, and deletes one', async () => {
  const { page, complaints, drafts } = await enter();
  const applied = await newTag(drafts, 'Before');
  const deleted = await newTag(drafts, 'Kept');
  await drafts.saved(TAG, applied, 'To apply', { name: 'After' });
  await drafts.saved(TAG, deleted, 'To delete', { name: 'Lost' });
  await openDrafts(page);

  await act(page, 'To apply', 'Apply…');
  await page.getByRole('dialog').getByText('live at once', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Apply 1 draft' }).click();
  await page.getByText('1 draft was applied').waitFor();
  await rowOf(page, 'To apply').waitFor({ state: 'detached' });
  expect((await drafts.read(TAG, applied)).name).toBe('After');

  await act(page, 'To delete', 'Delete…');
  await page.getByRole('button', { name: 'Delete 1 draft' }).click();
  await page.getByText('1 draft was deleted').waitFor();
  await page.getByText('You have no drafts.', { exact: false }).waitFor();
  expect((await drafts.read(TAG, deleted)).name).toBe('Kept');
  expect(complaints).toEqual([]);
});

it('does several in a row, and says what became of each', async () => {
  const { page, drafts } = await enter();
  const first = await newTag(drafts, 'First');
  const second = await newTag(drafts, 'Second');
  await drafts.saved(TAG, first, 'Good one', { name: 'First, applied' });
  await drafts.saved(TAG, first, 'Last word', { name: 'First, applied again' });
  const { id } = await drafts.saved(TAG, second, 'Vanishing', { name: 'Second, applied' });
  await openDrafts(page);
  await rowOf(page, 'Vanishing').waitFor();

  await page.getByRole('checkbox', { name: 'Select all entries' }).click();
  await page.getByText('3 drafts selected').waitFor();
  await page.getByRole('button', { name: 'Apply…', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Some of them belong to the same entry.', { exact: false }).waitFor();
  // somebody else was faster with one of them
  await drafts.remove(id);
  await dialog.getByRole('button', { name: 'Apply 3 drafts' }).click();

  await dialog.getByText('1 of 3 failed', { exact: false }).waitFor();
  const failure = dialog.getByRole('listitem').filter({ hasText: 'Vanishing' });
  await failure.getByText('The draft or its entry no longer exists.').waitFor();
  await dialog.getByText('2 drafts were applied').waitFor();
  await takePicture(page, 'drafts-report');
  expect((await drafts.read(TAG, first)).name).toBe('First, applied again');
  expect((await drafts.read(TAG, second)).name).toBe('Second');

  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('You have no drafts.', { exact: false }).waitFor();

  await drafts.saved(TAG, first, 'One', { name: '1' });
  await drafts.saved(TAG, second, 'Two', { name: '2' });
  await openDrafts(page);
  await rowOf(page, 'Two').waitFor();
  await page.getByRole('checkbox', { name: 'Select all entries' }).click();
  await page.getByRole('button', { name: 'Delete…', exact: true }).click();
  await page.getByRole('button', { name: 'Delete 2 drafts' }).click();
  await page.getByText('2 drafts were deleted').waitFor();
  await page.getByText('You have no drafts.', { exact: false }).waitFor();
});

it('leads to where an entry that does not exist yet is written', async () => {
  const { page, drafts } = await enter();
  const { id } = await drafts.unsaved(TAG, 'Begun', { name: 'Not yet' });
  await openDrafts(page, '?show=unsaved');
  const row = rowOf(page, 'Begun');
  await row.waitFor();
  await row.getByRole('link').click();
  await page.waitForURL(/\/create\?/);
  expect(new URL(page.url()).searchParams.get('plugins[revisions][draftId]')).toBe(String(id));
});

it('can be tried again when it could not be loaded', async () => {
  const { page } = await enter();
  const address = /\/revisions\/drafts\?/;
  await page.route(address, (route) => route.abort());
  await page.goto('/admin/plugins/revisions');
  await page.getByText('This could not be loaded.').waitFor();
  await takePicture(page, 'drafts-error');
  await page.unroute(address);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('You have no drafts.', { exact: false }).waitFor();
});

it('shows in the list of entries which of them have drafts, with one request', async () => {
  const { page, complaints, drafts } = await enter();
  const edited = await newTag(drafts, 'Aaa edited');
  const drafted = await newTag(drafts, 'Aaa drafted');
  await drafts.provisional(TAG, edited, { name: 'Aaa edited, unfinished' });
  await drafts.saved(TAG, drafted, 'Draft 1', { name: 'A' });
  await drafts.saved(TAG, drafted, 'Draft 2', { name: 'B' });

  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/drafts/counts')) asked.push(request.url());
  });
  await openList(page, TAG, { sort: 'name:ASC', page: '1', pageSize: '10' });
  await rowOf(page, 'Aaa drafted').getByText('2 drafts').waitFor();
  const badge = rowOf(page, 'Aaa edited').getByText('Edited', { exact: true });
  await badge.waitFor();
  expect(asked).toHaveLength(1);
  await badge.hover();
  await page.getByRole('tooltip').getByText('not saved', { exact: false }).waitFor();
  await takePictures(page, 'list-column', () => badge.waitFor());
  expect(complaints).toEqual([]);
});

it('has no column where nothing is recorded', async () => {
  const { page } = await enter();
  await openList(page, NOTE);
  await page.getByRole('heading', { name: 'Note', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('gridcell', { name: 'Drafts', exact: true }).count()).toBe(0);
  expect(await page.getByRole('columnheader', { name: 'Drafts', exact: true }).count()).toBe(0);
});

it('applies drafts of selected entries, and lets one choose where an entry has several', async () => {
  const { page, drafts } = await enter();
  const single = await newTag(drafts, 'Bbb single');
  const several = await newTag(drafts, 'Bbb several');
  await newTag(drafts, 'Bbb none');
  await drafts.provisional(TAG, single, { name: 'Bbb single, applied' });
  await drafts.saved(TAG, several, 'This one', { name: 'Bbb several, this' });
  await drafts.saved(TAG, several, 'Not that one', { name: 'Bbb several, that' });

  await openList(page, TAG, { _q: 'Bbb' });
  await rowOf(page, 'Bbb several').getByText('2 drafts').waitFor();
  await page.getByRole('checkbox', { name: 'Select all entries' }).click();
  await page.getByRole('button', { name: 'Apply my drafts' }).click();

  const dialog = page.getByRole('dialog');
  // by the draft: it may call its entry something else
  const box = (name: RegExp) => dialog.getByRole('checkbox', { name });
  await box(/: Unsaved changes$/).waitFor();
  expect(await box(/: Unsaved changes$/).isChecked()).toBe(true);
  expect(await box(/: This one$/).isChecked()).toBe(false);
  expect(await box(/: Not that one$/).isChecked()).toBe(false);
  await takePicture(page, 'list-apply');
  await box(/: This one$/).click();
  await dialog.getByRole('button', { name: 'Apply 2 drafts' }).click();

  await page.getByText('2 drafts were applied').waitFor();
  await rowOf(page, 'Bbb single, applied').waitFor();
  expect((await drafts.read(TAG, several)).name).toBe('Bbb several, this');
  await rowOf(page, 'Bbb several').getByText('1 draft', { exact: true }).waitFor();
});

it('has my latest drafts on the home page', async () => {
  const { page, drafts } = await enter();
  const widget = page.getByRole('region', { name: 'My latest drafts' });
  await page.goto('/admin');
  await widget.getByText('What you have not saved is here.', { exact: false }).waitFor();

  for (let number = 1; number <= 6; number += 1) {
    await drafts.saved(TAG, await newTag(drafts, `Widget ${number}`), `Draft ${number}`, {
      name: `W${number}`,
    });
  }
  await page.reload();
  await widget.getByText('Draft 6', { exact: false }).first().waitFor();
  expect(await widget.getByRole('row').count()).toBe(5);
  await widget.scrollIntoViewIfNeeded();
  await takePicture(page, 'widget');
  await widget.getByRole('link', { name: 'View all' }).click();
  await page.waitForURL(/\/plugins\/revisions/);
  await page.getByText('6 drafts').waitFor();
});

describe('for whom', () => {
  const open = async (wish: { drafts?: string[]; actions?: string[] }) =>
    enter(await app.call<Account>('editor', { uid: TAG, revisions: ['read'], ...wish }));

  it('it is not granted, there is neither a page nor a column', async () => {
    const { page } = await open({});
    await openList(page, TAG);
    await page.getByRole('heading', { name: 'Tag', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Drafts', { exact: true }).count()).toBe(0);
    await page.goto('/admin/plugins/revisions');
    await page.getByText('You don', { exact: false }).waitFor();
  });

  it('may look only, nothing can be applied or deleted', async () => {
    const ada = draftClient(app, (await app.call<Account>('superAdmin')).token);
    await ada.saved(TAG, await newTag(ada, 'Looked at'), 'Only to look at', { name: 'X' });

    const { page } = await open({ drafts: ['read-peer'] });
    await openDrafts(page, '?show=saved');
    await rowOf(page, 'Only to look at')
      .getByRole('button', { name: /^Actions for/ })
      .click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Open', 'Compare with current']);
    await page.keyboard.press('Escape');

    await rowOf(page, 'Only to look at').getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Delete…', exact: true }).click();
    await page.getByText('You are not allowed to delete this one.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Delete 0 drafts' }).isDisabled()).toBe(true);
  });
});
