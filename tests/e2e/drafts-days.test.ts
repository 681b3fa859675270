import type { Child } from '../helpers/child';
import { openBrowser, openDocument, signIn, startApp, takePicture } from './helpers';
import { draftPage } from './support/draft-page';
import { ARTICLE } from './support/history-page';
import { valueOf } from './support/value-of';

// Whole days of editors, from the first word to what the site gets of it.

const HOMEPAGE = 'api::homepage.homepage';
const AUTHOR = 'api::author.author';

/** More than a minute, after which the autosave tries again at the latest. */
const LONGEST_PAUSE_MS = 70_000;

const script = require.resolve('./support/drafts-script');

interface Address {
  uid?: string;
  documentId?: string;
}

interface Content extends Record<string, unknown> {
  documentId: string;
  sections: { id: number; text: string; attribution: string }[];
  seo: Record<string, unknown>;
}

let app: Child;

beforeAll(async () => {
  app = await startApp({ script });
});

afterAll(() => app?.stop());

/** What is there past the page. */
const serverOf = (child: Child) => ({
  make: (data: object, uid?: string) => child.call<string>('make', { uid, data }),
  save: (documentId: string, data: object) => child.call('save', { documentId, data }),
  content: (address: Address | string) => child.call<Content>('contentOf', address),
  drafts: (documentId: string) =>
    child.call<{ id: number; kind: string; name: string | null; updated_at: number }[]>(
      'draftsOf',
      documentId
    ),
  changes: (documentId: string) =>
    child.call<{ kind: string; name: string | null; values: object }[]>('changesOf', documentId),
});

const server = () => serverOf(app);

type Who = 'amina' | 'jonas' | 'camille' | { email: string; password: string };

/** Strapi lets nobody sign in more than five times in five minutes. */
const somebodyNew = () => app.call<{ email: string; password: string }>('superAdmin');

/** Somebody who comes to a machine that they have never used, and opens an entry. */
const open = async (who: Who, documentId: string, { uid = ARTICLE, width = 1440, child = app } = {}) => {
  const browsing = await openBrowser({ url: child.url, width });
  const { page } = browsing;
  await signIn(page, who);
  await openDocument(page, uid, documentId, { locale: uid === ARTICLE ? 'en' : undefined });
  const draft = draftPage(page);
  await draft.ready();
  return { ...browsing, draft };
};

const provisional = (values: object) => [{ kind: 'provisional', name: null, values }];

it('goes on on another machine after the browser was closed', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({ title: 'Low water', standfirst: 'At four in the morning' });
  const atHome = await open('jonas', documentId);
  await atHome.draft.title.fill('Low water, begun at home');
  await atHome.draft.saved();
  // gone before the autosave's time has come
  await atHome.draft.field('sku').fill('TL-HOME');
  await atHome.page.goto('about:blank');
  await atHome.draft.settled(
    () => changes(documentId),
    provisional({ title: 'Low water, begun at home', sku: 'TL-HOME' })
  );
  await atHome.context.close();

  const { draft, complaints } = await open('jonas', documentId);
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(draft.title, 'Low water, begun at home')).toBe('Low water, begun at home');
  expect(await draft.field('sku').inputValue()).toBe('TL-HOME');
  await draft.field('standfirst').fill('Ended in the library');
  await draft.saved();
  const written = { title: 'Low water, begun at home', sku: 'TL-HOME', standfirst: 'Ended in the library' };
  expect(await changes(documentId)).toEqual(provisional(written));
  expect(await content(documentId)).toMatchObject({
    title: 'Low water',
    sku: null,
    standfirst: 'At four in the morning',
  });

  await draft.save();
  expect(await content(documentId)).toMatchObject(written);
  await draft.settled(() => drafts(documentId), []);
  await draft.banner.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

it('brings together what two editors do to the sections of one article', async () => {
  const { make, content, drafts } = server();
  const names = ['Ann', 'Bea', 'Cleo', 'Dora'];
  const documentId = await make({
    title: 'Four voices',
    sections: names.map((name) => ({
      __component: 'sections.quote',
      attribution: name,
      text: `${name} speaks`,
    })),
  });
  const rows = Object.fromEntries(
    (await content(documentId)).sections.map(({ id, attribution }) => [attribution, id])
  );

  const { draft, complaints } = await open('jonas', documentId);
  await draft.section('Bea').click();
  await draft.field('sections.1.text').fill('Bea says it better');
  await draft.removeSection('Cleo');
  await draft.saved();

  const hers = await open('amina', documentId);
  await hers.draft.moveUp('Dora', 3);
  await hers.draft.section('Ann').click();
  await hers.draft.field('sections.1.text').fill('Ann says it louder');
  await hers.draft.save();
  const says = async () =>
    (await content(documentId)).sections.map(({ id, attribution, text }) => [id, attribution, text]);
  expect(await says()).toEqual([
    [rows.Dora, 'Dora', 'Dora speaks'],
    [rows.Ann, 'Ann', 'Ann says it louder'],
    [rows.Bea, 'Bea', 'Bea speaks'],
    [rows.Cleo, 'Cleo', 'Cleo speaks'],
  ]);

  // the other goes on typing, and learns of it
  await draft.field('standfirst').fill('Now three');
  await draft.notice(/The entry changed since: .*no conflict/).waitFor();
  await draft.settled(() => draft.sections(), ['Quote - Dora', 'Quote - Ann', 'Quote - Bea']);
  await draft.saved();
  await draft.save();
  expect(await says()).toEqual([
    [rows.Dora, 'Dora', 'Dora speaks'],
    [rows.Ann, 'Ann', 'Ann says it louder'],
    [rows.Bea, 'Bea', 'Bea says it better'],
  ]);
  expect(await content(documentId)).toMatchObject({ title: 'Four voices', standfirst: 'Now three' });
  await draft.settled(() => drafts(documentId), []);
  expect(await draft.sections()).toEqual(['Quote - Dora', 'Quote - Ann', 'Quote - Bea']);
  expect([...complaints, ...hers.complaints]).toEqual([]);
});

it('loses nothing of several conflicts while some of them are undecided', async () => {
  const { make, save, content, changes, drafts } = server();
  const documentId = await make({
    title: 'Peat',
    standfirst: 'Old',
    sku: 'TL-1',
    contactEmail: 'a@b.example',
  });
  const { page, draft, complaints } = await open('camille', documentId);
  const mine = { title: 'Peat, mine', standfirst: 'My standfirst', sku: 'TL-MINE' };
  for (const [name, value] of Object.entries(mine)) await draft.field(name).fill(value);
  await draft.saved();
  const theirs = { title: 'Peat, theirs', standfirst: 'Their standfirst', sku: 'TL-THEIRS' };
  await save(documentId, { ...theirs, contactEmail: 'c@d.example' });

  const shows = async (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      expect([name, await valueOf(draft.field(name), value)]).toEqual([name, value]);
    }
  };
  await page.reload();
  await draft.notice(/The entry changed since: .*3 conflicts/).waitFor();
  await shows({ ...mine, contactEmail: 'c@d.example' });

  // decided for two of them, and thought better of it
  const { dialog } = draft.resolver;
  await draft.resolver.open();
  await draft.resolver.decide({ title: 'Take theirs', standfirst: 'Take theirs' });
  await dialog.getByRole('button', { name: 'Decide 2 of 3' }).waitFor();
  await takePicture(page, 'draft-conflicts');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await shows(mine);
  await page.reload();
  await draft.notice(/3 conflicts/).waitFor();
  await shows(mine);
  expect(await changes(documentId)).toEqual(provisional(mine));

  // one of them for good, and the others later
  await draft.resolver.open();
  await draft.resolver.decide({ title: 'Keep mine' });
  await dialog.getByRole('button', { name: 'Decide 1 of 3' }).click();
  await dialog.waitFor({ state: 'detached' });
  await draft.notice(/2 conflicts/).waitFor();
  await shows(mine);
  await page.reload();
  await draft.notice(/2 conflicts/).waitFor();
  await shows(mine);
  expect(await changes(documentId)).toEqual(provisional(mine));
  expect(await draft.mark('title').getAttribute('data-mark')).toBe('mine');
  expect(await draft.mark('sku').getAttribute('data-mark')).toBe('conflict');

  await draft.resolver.open();
  await draft.resolver.decide({ standfirst: 'Take theirs', sku: 'Keep mine' });
  await dialog.getByRole('button', { name: 'Decide 2 of 2' }).click();
  await dialog.waitFor({ state: 'detached' });
  await draft.notice(/The entry changed since/).waitFor({ state: 'detached' });
  const decided = { title: 'Peat, mine', standfirst: 'Their standfirst', sku: 'TL-MINE' };
  await shows(decided);
  expect(await content(documentId)).toMatchObject(theirs);
  await draft.save();
  expect(await content(documentId)).toMatchObject({ ...decided, contactEmail: 'c@d.example' });
  await draft.settled(() => drafts(documentId), []);
  expect(complaints).toEqual([]);
});

it('has three drafts of one article end differently', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({
    title: 'Kelp',
    standfirst: 'As it was',
    seo: { metaTitle: 'Kelp', metaDescription: 'About kelp' },
  });
  const { page, draft, complaints } = await open(await somebodyNew(), documentId);
  const makeDraft = async (name: string, values: Record<string, string>) => {
    for (const [field, value] of Object.entries(values)) await draft.field(field).fill(value);
    await draft.saved();
    await draft.create(name);
    await draft.choose('Current');
    await draft.banner.waitFor({ state: 'detached' });
    expect(await valueOf(draft.title, 'Kelp')).toBe('Kelp');
  };
  await makeDraft('Spring', { title: 'Kelp in spring', 'seo.metaTitle': 'Spring kelp' });
  await makeDraft('Summer', { title: 'Kelp in summer', standfirst: 'Never to be seen' });
  await makeDraft('Autumn', { sku: 'TL-AUTUMN', 'seo.metaDescription': 'About kelp in autumn' });
  expect((await drafts(documentId)).map(({ kind, name }) => [kind, name])).toEqual([
    ['saved', 'Spring'],
    ['saved', 'Summer'],
    ['saved', 'Autumn'],
  ]);
  expect(await content(documentId)).toMatchObject({ title: 'Kelp', standfirst: 'As it was', sku: null });

  await draft.choose(/^Spring/);
  await draft.banner.getByText(/Draft “Spring”/).waitFor();
  expect(await valueOf(draft.title, 'Kelp in spring')).toBe('Kelp in spring');
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await content(documentId)).toMatchObject({
    title: 'Kelp in spring',
    standfirst: 'As it was',
    seo: { metaTitle: 'Spring kelp', metaDescription: 'About kelp' },
  });

  await draft.choose(/^Summer/);
  await draft.banner.getByText(/Draft “Summer”/).waitFor();
  await draft.notice(/1 conflict/).waitFor();
  expect(await valueOf(draft.title, 'Kelp in summer')).toBe('Kelp in summer');
  await draft.banner.getByRole('button', { name: 'Delete draft' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete draft' }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect((await changes(documentId)).map(({ name }) => name)).toEqual(['Autumn']);
  expect(await content(documentId)).toMatchObject({ title: 'Kelp in spring', standfirst: 'As it was' });

  // what the first brought is in the third, beside its own
  await draft.choose(/^Autumn/);
  await draft.banner.getByText(/Draft “Autumn”/).waitFor();
  await draft.notice(/The entry changed since: .*no conflict/).waitFor();
  const both = {
    title: 'Kelp in spring',
    sku: 'TL-AUTUMN',
    'seo.metaTitle': 'Spring kelp',
    'seo.metaDescription': 'About kelp in autumn',
  };
  for (const [field, value] of Object.entries(both)) {
    expect([field, await valueOf(draft.field(field), value)]).toEqual([field, value]);
  }
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await content(documentId)).toMatchObject({
    title: 'Kelp in spring',
    standfirst: 'As it was',
    sku: 'TL-AUTUMN',
    seo: { metaTitle: 'Spring kelp', metaDescription: 'About kelp in autumn' },
  });
  expect(await drafts(documentId)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('has a draft that is a month old, and what has happened since', async () => {
  const { make, save, content, changes, drafts } = server();
  const documentId = await make({
    title: 'Moss',
    standfirst: 'As it was',
    seo: { metaTitle: 'Moss', metaDescription: 'About moss' },
  });
  const editor = await somebodyNew();
  const before = await open(editor, documentId);
  await before.draft.title.fill('Moss, begun a month ago');
  await before.draft.field('seo.metaTitle').fill('Old moss');
  await before.draft.saved();
  await before.context.close();
  await app.call('age', { documentId, days: 31 });
  const [old] = await drafts(documentId);

  await save(documentId, { standfirst: 'Changed in the first week' });
  await save(documentId, { sku: 'TL-SECOND' });
  const { seo } = await content(documentId);
  await save(documentId, { seo: { ...seo, metaDescription: 'Changed in the third week' } });
  await save(documentId, { standfirst: 'Changed in the fourth week' });
  expect(await drafts(documentId)).toEqual([old]);

  const { draft, complaints } = await open(editor, documentId);
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    old!.updated_at
  );
  await draft.banner.getByText(`Showing your unsaved changes from ${date}`, { exact: false }).waitFor();
  await draft.notice(/The entry changed since: .*no conflict/).waitFor();
  const together = {
    title: 'Moss, begun a month ago',
    standfirst: 'Changed in the fourth week',
    sku: 'TL-SECOND',
    'seo.metaTitle': 'Old moss',
    'seo.metaDescription': 'Changed in the third week',
  };
  for (const [field, value] of Object.entries(together)) {
    expect([field, await valueOf(draft.field(field), value)]).toEqual([field, value]);
  }
  // looking at it is no change
  expect(await drafts(documentId)).toEqual([old]);
  expect(await changes(documentId)).toMatchObject(provisional({ title: 'Moss, begun a month ago' }));

  await draft.field('internalNotes').fill('Taken up again');
  await draft.saved();
  await draft.save();
  expect(await content(documentId)).toMatchObject({
    title: 'Moss, begun a month ago',
    standfirst: 'Changed in the fourth week',
    sku: 'TL-SECOND',
    internalNotes: 'Taken up again',
    seo: { id: seo.id, metaTitle: 'Old moss', metaDescription: 'Changed in the third week' },
  });
  await draft.settled(() => drafts(documentId), []);
  expect(complaints).toEqual([]);
});

it('has a draft of a field and of a kind of section that there are no more', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({ title: 'Lichen' });
  const editor = await somebodyNew();
  const before = await open(editor, documentId);
  await before.draft.title.fill('Lichen, as it was typed');
  await before.draft.saved();
  await before.context.close();
  await app.call('outdate', documentId);

  const { draft, complaints } = await open(editor, documentId);
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(draft.title, 'Lichen, as it was typed')).toBe('Lichen, as it was typed');
  await draft.field('internalNotes').fill('Gone on with');
  await draft.saved();
  // it may come back: what the draft holds of it stays
  expect(await changes(documentId)).toMatchObject(
    provisional({ title: 'Lichen, as it was typed', internalNotes: 'Gone on with', byline: 'By nobody' })
  );
  await draft.save();
  expect(await content(documentId)).toMatchObject({
    title: 'Lichen, as it was typed',
    internalNotes: 'Gone on with',
    sections: [],
  });
  await draft.settled(() => drafts(documentId), []);
  expect(complaints).toEqual([]);
});

it('has a draft of a locale that there is no more', async () => {
  const { make, content, drafts } = server();
  const documentId = await make({ title: 'Dune' });
  const { page, draft, complaints } = await open(await somebodyNew(), documentId);
  await draft.title.fill('Dune, drafted');
  await draft.saved();
  await draft.create('Sand');
  await app.call('addLostLocale', documentId);

  await page.reload();
  await draft.ready();
  await draft.banner.getByText(/Draft “Sand”/).waitFor();
  expect(await valueOf(draft.title, 'Dune, drafted')).toBe('Dune, drafted');
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await content(documentId)).toMatchObject({ title: 'Dune, drafted' });
  await draft.settled(() => drafts(documentId), []);
  expect(complaints).toEqual([]);
});

it('leaves the drafts of a deleted entry where they can be looked at and deleted', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({ title: 'Gone soon' });
  const { page, draft, complaints } = await open(await somebodyNew(), documentId);
  await draft.title.fill('Gone soon, for the lawyers');
  await draft.saved();
  await draft.create('For the lawyers');
  await page.goto('/admin/plugins/revisions');
  const row = page.getByRole('row').filter({ hasText: 'For the lawyers' });
  await row.waitFor();
  expect(await row.getByText('Entry deleted').count()).toBe(0);

  // by somebody else, while the list is on the page
  await app.call('remove', documentId);
  expect(await content(documentId)).toBeNull();
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Apply…' }).click();
  await page.getByRole('button', { name: 'Apply 1 draft' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The draft or its entry no longer exists.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const held = [{ kind: 'saved', name: 'For the lawyers', values: { title: 'Gone soon, for the lawyers' } }];
  expect(await changes(documentId)).toEqual(held);
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/^409 POST \S+\/apply$/)]);

  await page.reload();
  await row.getByText('Entry deleted').waitFor();
  await takePicture(page, 'drafts-orphan');
  await row.getByRole('button', { name: /^Actions for/ }).click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Open', 'Delete…']);
  await page.getByRole('menuitem', { name: 'Open' }).click();
  await page.waitForURL(/\/compare\//);
  await page.getByRole('heading', { name: 'Gone soon, for the lawyers' }).waitFor();
  expect(await page.getByText('Entry deleted').count()).toBe(1);
  await takePicture(page, 'compare-orphan');
  expect(await page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Back' }).click();

  await row.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Apply…', exact: true }).click();
  await dialog.getByText('The entry of this draft has been deleted.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Apply 0 drafts' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await changes(documentId)).toEqual(held);

  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete 1 draft' }).click();
  await page.getByText('1 draft was deleted').waitFor();
  await row.waitFor({ state: 'detached' });
  expect(await drafts(documentId)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('goes on by itself after the server was restarted', async () => {
  let restarted = await startApp({ script });
  try {
    const { make } = serverOf(restarted);
    const documentId = await make({ title: 'Tide tables' });
    const { page, draft } = await open('jonas', documentId, { child: restarted });
    await draft.title.fill('Tide tables, begun');
    await draft.saved();

    const { url, database } = restarted;
    const again = async () => {
      restarted = await startApp({ script, port: Number(new URL(url).port), reuse: { database } });
      expect(restarted.url).toBe(url);
    };
    const changes = () => serverOf(restarted).changes(documentId);
    const content = () => serverOf(restarted).content(documentId);

    await restarted.stop();
    await draft.title.press('End');
    await draft.title.pressSequentially(', and gone on with');
    await draft.status.getByText('Offline: kept in this browser').waitFor();
    await draft.title.pressSequentially(' in the dark');
    await again();
    const dark = 'Tide tables, begun, and gone on with in the dark';
    // Whoever gets no answer asks after longer and longer pauses.
    await draft.saved(LONGEST_PAUSE_MS);
    expect(await changes()).toEqual(provisional({ title: dark }));
    expect(await draft.title.inputValue()).toBe(dark);

    // and once more, with nobody on the page when the server is back
    await restarted.stop();
    await draft.field('standfirst').fill('Nobody has this');
    await draft.status.getByText('Offline: kept in this browser').waitFor();
    const address = page.url();
    await page.goto('about:blank');
    await again();
    expect(await changes()).toEqual(provisional({ title: dark }));
    await page.goto(address);
    await draft.ready();
    await draft.banner.getByText('recovered from this browser', { exact: false }).waitFor();
    expect(await valueOf(draft.title, dark)).toBe(dark);
    expect(await draft.field('standfirst').inputValue()).toBe('Nobody has this');
    await draft.saved();
    expect(await changes()).toEqual(provisional({ title: dark, standfirst: 'Nobody has this' }));
    expect(await content()).toMatchObject({
      title: 'Tide tables',
      standfirst: null,
    });
    await draft.save();
    expect(await content()).toMatchObject({
      title: dark,
      standfirst: 'Nobody has this',
    });
  } finally {
    await restarted.stop();
  }
});

it('keeps and applies drafts of a single type', async () => {
  const { content, changes, drafts } = server();
  const { documentId, headline } = await content({ uid: HOMEPAGE });
  const { page, complaints } = await openBrowser({ url: app.url });
  await signIn(page, 'amina');
  await page.goto(`/admin/content-manager/single-types/${HOMEPAGE}?plugins[i18n][locale]=en`);
  const draft = draftPage(page);
  await draft.ready();
  const field = draft.field('headline');
  expect(await valueOf(field, String(headline))).toBe(headline);
  await field.fill('High water at noon');
  await draft.saved();
  await page.reload();
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(field, 'High water at noon')).toBe('High water at noon');
  expect(await changes(documentId)).toEqual(provisional({ headline: 'High water at noon' }));

  await draft.create('Noon');
  expect(await valueOf(field, 'High water at noon')).toBe('High water at noon');
  await field.fill('High water at midnight');
  await draft.saved();
  await draft.choose('Current');
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(field, String(headline))).toBe(headline);
  expect(await content({ uid: HOMEPAGE })).toMatchObject({ headline });
  expect(await changes(documentId)).toEqual([
    { kind: 'saved', name: 'Noon', values: { headline: 'High water at midnight' } },
  ]);

  await draft.choose(/^Noon/);
  await draft.banner.getByText(/Draft “Noon”/).waitFor();
  expect(await valueOf(field, 'High water at midnight')).toBe('High water at midnight');
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(field, 'High water at midnight')).toBe('High water at midnight');
  expect(await content({ uid: HOMEPAGE })).toMatchObject({ documentId, headline: 'High water at midnight' });
  expect(await drafts(documentId)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('keeps and applies drafts where there is no Draft & Publish', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({ name: 'Wren Hollis', email: 'wren@tideline.example' }, AUTHOR);
  const address = { uid: AUTHOR, documentId };
  const { page, draft, complaints } = await open(await somebodyNew(), documentId, { uid: AUTHOR });
  const name = draft.field('name');
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
  await name.fill('Wren Hollis-Marsh');
  await draft.saved();
  await page.reload();
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(name, 'Wren Hollis-Marsh')).toBe('Wren Hollis-Marsh');

  await draft.create('Married');
  expect(await valueOf(name, 'Wren Hollis-Marsh')).toBe('Wren Hollis-Marsh');
  await draft.field('email').fill('hollis@tideline.example');
  await draft.saved();
  expect(await content(address)).toMatchObject({ name: 'Wren Hollis', email: 'wren@tideline.example' });
  const married = { name: 'Wren Hollis-Marsh', email: 'hollis@tideline.example' };
  expect(await changes(documentId)).toEqual([{ kind: 'saved', name: 'Married', values: married }]);

  expect(await page.getByRole('button', { name: 'Apply & publish', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Apply draft', exact: true }).click();
  await draft.banner.waitFor({ state: 'detached' });
  expect(await valueOf(name, married.name)).toBe(married.name);
  expect(await draft.field('email').inputValue()).toBe(married.email);
  expect(await content(address)).toMatchObject(married);
  expect(await drafts(documentId)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('does all of it in a narrow window', async () => {
  const { make, content, changes, drafts } = server();
  const documentId = await make({ title: 'Narrow boats' });
  const { page, draft, complaints } = await open(await somebodyNew(), documentId, { width: 800 });
  const publish = page.getByRole('button', { name: 'Publish', exact: true });
  const fits = async () => {
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    const inSight = [page.getByRole('button', { name: 'Save', exact: true }), publish].map(draft.isInSight);
    return !scrolls && (await Promise.all(inSight)).every(Boolean);
  };
  await draft.title.fill('Narrow boats, and locks');
  await draft.saved();
  expect(await draft.isInSight(draft.status)).toBe(true);
  expect(await fits()).toBe(true);
  expect(await changes(documentId)).toEqual(provisional({ title: 'Narrow boats, and locks' }));

  await page.reload();
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  expect(await valueOf(draft.title, 'Narrow boats, and locks')).toBe('Narrow boats, and locks');
  expect(await draft.isInSight(draft.banner)).toBe(true);
  expect(await fits()).toBe(true);
  await takePicture(page, 'draft-narrow');
  await draft.save();
  expect(await content(documentId)).toMatchObject({ title: 'Narrow boats, and locks' });
  await draft.settled(() => drafts(documentId), []);

  await draft.title.fill('Narrow boats, and bridges');
  await draft.saved();
  expect(await draft.isInSight(draft.status)).toBe(true);
  expect(await app.call('publishedTitleOf', documentId)).toBeNull();
  await publish.click();
  await draft.settled(() => drafts(documentId), []);
  expect(await app.call('publishedTitleOf', documentId)).toBe('Narrow boats, and bridges');
  expect(complaints).toEqual([]);
});
