import path from 'node:path';
import type { Change } from '../../contracts/compare';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture, takePictures } from './helpers';
import { compareAddress, comparePage } from './support/compare-page';
import { ARTICLE, documentIdIn, historyPage } from './support/history-page';
import { valueOf } from './support/value-of';

const PICTURE = path.join(__dirname, '../../docs/images/compare.png');

let app: Child;
let token: string;

beforeAll(async () => {
  app = await startApp({ script: path.join(__dirname, 'support/staff.ts') });
  ({ token } = await app.call<{ token: string }>('superAdmin'));
});

afterAll(() => app?.stop());

/** Strapi lets nobody sign in more than a few times in five minutes: each time it is somebody else. */
const someone = () => app.call<{ email: string; password: string }>('superAdmin');

const open = async (
  title: string,
  { who, ...options }: { who?: 'amina' | 'jonas'; height?: number } = {}
) => {
  const { page, complaints } = await openBrowser({ url: app.url, ...options });
  await signIn(page, who ?? (await someone()));
  await openByTitle(page, ARTICLE, title);
  const history = historyPage(page);
  await history.panel.waitFor();
  const numbers = await history.numbers();
  const documentId = documentIdIn(page);
  const idOf = async (number: number): Promise<number> => {
    const { body } = await app
      .as({ token })
      .get(`/revisions/documents/${ARTICLE}/${documentId}/revisions?pageSize=100`);
    return body.data.find((revision: { number: number }) => revision.number === number).id;
  };
  return { page, complaints, history, numbers, documentId, idOf, compare: comparePage(page) };
};

/** Saves an article over the API, as often as there are contents. */
const save = async (documentId: string, ...contents: object[]) => {
  const url = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`;
  for (const content of contents) {
    const answer = await app.as({ token }).put(url, content);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
};

const create = async (content: object): Promise<string> => {
  const { body } = await app
    .as({ token })
    .post(`/content-manager/collection-types/${ARTICLE}?locale=en`, content);
  return body.data.documentId;
};

it('shows what a save changed, from the panel, and leads back', async () => {
  const { page, complaints, history, compare, idOf } = await open('Salt roads');
  const before = page.url();
  await history.entry(15).getByText('sections (1 added)', { exact: false }).waitFor();
  await history.entry(15).getByRole('link', { name: 'Compare revision 15 with the one before' }).click();

  await compare.ready(3);
  expect(compare.sides()).toEqual(['previous', `revision:${await idOf(15)}`]);
  await compare.side('Before').getByText('Previous revision (14)').waitFor();
  const title = compare.field('title');
  expect((await title.locator('del').innerText()).trim()).toMatch(/The salt$/);
  expect((await title.locator('ins').innerText()).trim()).toMatch(/Salt$/);
  await compare
    .part(/^Related articles/)
    .getByText('Added at position 4')
    .waitFor();
  // what it points at has a name, though the revision recorded none
  await compare
    .part(/^Related articles/)
    .getByText('A forest by the metre')
    .first()
    .waitFor();
  await compare.field('relatedArticles').getByText('Seven hundred jam jars').first().waitFor();

  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await history.notes.waitFor();
  expect(page.url()).toBe(before);
  expect(complaints).toEqual([]);
});

it('shows what differs from what is live', async () => {
  const { page, history, compare } = await open('Salt roads');
  // what the list says grows while it is read, and moves what is below
  await history.entry(12).getByText('sources (2 added)', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Differences from what is live' }).click();
  await compare.ready(4);
  expect(compare.sides()).toEqual(['published', 'current']);
  await compare
    .part(/^Fact Depth of the mud/)
    .getByText('Moved 5 places up')
    .waitFor();
});

it('compares two revisions that are ticked in the history, and one with what is current', async () => {
  const { page, history, compare, idOf, complaints } = await open('Salt roads');
  await history.enter();
  await history.list.getByText('Changed facts (1 moved) and sections (1 moved)').waitFor();
  const tick = (number: number) =>
    page.getByRole('checkbox', { name: `Select revision ${number} to compare` }).click();
  const button = history.panel.getByRole('button', { name: 'Compare', exact: true });
  await tick(12);
  await page.getByText('Select another one to compare it with', { exact: false }).waitFor();
  expect(await button.isDisabled()).toBe(true);
  await tick(14);
  // of three the first one is let go
  await tick(10);
  await page.getByText('Revisions 10 and 14 selected').waitFor();
  await button.click();
  await compare.ready(4);
  expect(compare.sides()).toEqual([`revision:${await idOf(10)}`, `revision:${await idOf(14)}`]);

  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await history.banner.waitFor();
  await history.act(12, 'Compare with current');
  await compare.ready();
  expect(compare.sides()).toEqual([`revision:${await idOf(12)}`, 'current']);
  expect(complaints).toEqual([]);
});

it('is opened from the restore dialog', async () => {
  const { page, history, compare, idOf } = await open('Salt roads');
  await history.enter();
  await history.act(7, 'Restore…');
  await page.getByRole('dialog').getByRole('link', { name: 'See the differences' }).click();
  await compare.ready();
  expect(compare.sides()).toEqual([`revision:${await idOf(7)}`, 'current']);
});

it('chooses both sides by meaning first, then by number', async () => {
  const { page, compare, documentId, idOf } = await open('Salt roads');
  await page.goto(compareAddress(documentId, ''));
  await compare.ready();
  expect(compare.sides()).toEqual([null, null]);

  await compare.side('Before').click();
  await page.getByRole('option', { name: 'Previously published (revision 7)' }).waitFor();
  const options = await page.getByRole('option').allInnerTexts();
  expect(options.slice(0, 4)).toEqual([
    'Previous revision (14)',
    'Current',
    'Published',
    'Previously published (revision 7)',
  ]);
  expect(options[4]).toMatch(/^Revision 15 · .*2026.* · Amina Okafor$/);
  await page.getByRole('option', { name: 'Previously published (revision 7)' }).click();
  await compare.ready();
  expect(compare.sides()).toEqual([`revision:${await idOf(7)}`, 'current']);

  await compare.choose('After', /^Revision 12/);
  await page.waitForURL(/to=revision/);
  await compare.ready();
  await page.goBack();
  await page.waitForURL(/to=current/);

  // another locale has other revisions
  await page.getByRole('combobox', { name: 'Locale' }).click();
  await page.getByRole('option', { name: 'French' }).click();
  await page.waitForURL(/locale=fr/);
  await compare.ready();
  expect(compare.sides()).toEqual(['previous', 'current']);
  const french = await app
    .as({ token })
    .get(`/revisions/documents/${ARTICLE}/${documentId}/revisions?locale=fr`);
  await compare.side('Before').getByText(`Previous revision (${french.body.data[1].number})`).waitFor();
});

it('shows one text in the other, and unchanged fields when they are wanted', async () => {
  const { page, compare, documentId, idOf } = await open('Salt roads');
  await page.goto(compareAddress(documentId, `?from=previous&to=revision:${await idOf(12)}&locale=en`));
  await compare.ready(3);
  const body = compare.field('body');
  expect(await body.getByRole('group').count()).toBe(2);
  await page.getByRole('button', { name: 'Inline' }).click();
  await page.waitForURL(/view=inline/);
  expect(await body.getByRole('group').count()).toBe(0);
  expect(await body.innerText()).toMatch(/thirty-\s*removed:\s*one\s*added:\s*four\s*metres/);

  // what is far from the change is folded, and unfolds
  expect(await body.getByText('Every morning at five', { exact: false }).count()).toBe(0);
  await body
    .getByRole('button', { name: /unchanged lines/ })
    .first()
    .click();
  await body.getByText('Every morning at five', { exact: false }).waitFor();

  expect(await compare.field('slug').count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Changed fields only (3)' }).click();
  await page.waitForURL(/all=1/);
  await compare.field('slug').getByText('the-salt-roads').waitFor();
  const seo = compare.field('seo');
  expect(await seo.getByText('How salt came off the flats', { exact: false }).count()).toBe(0);
  await seo.getByRole('button', { name: 'seo' }).click();
  await seo.getByText('How salt came off the flats', { exact: false }).waitFor();

  // the view is remembered, and what is folded says how much it holds
  await page.goto(compareAddress(documentId, `?from=previous&to=revision:${await idOf(12)}&locale=en`));
  await compare.ready(3);
  expect(await page.getByRole('button', { name: 'Inline' }).getAttribute('aria-pressed')).toBe('true');
  const sources = compare.field('sources');
  await sources.getByText('Parish archive', { exact: false }).first().waitFor();
  await sources.getByRole('button', { name: 'sources' }).click();
  expect(await sources.getByText('Parish archive', { exact: false }).count()).toBe(0);
  await sources.getByText('2 changes').waitFor();
});

it('is walked through by keyboard', async () => {
  const { page, compare, documentId, idOf, complaints } = await open('Salt roads');
  await page.goto(compareAddress(documentId, '?from=previous&to=current&locale=en'));
  await compare.ready(3);
  await page.getByText('Keys: N and P', { exact: false }).waitFor();

  const visited: (string | null)[] = [];
  for (const key of ['n', 'j', 'n', 'p', 'k']) {
    await page.keyboard.press(key);
    visited.push(await compare.focused());
  }
  expect(visited).toEqual(['title', 'sections[3]', 'relatedArticles[0]', 'sections[3]', 'title']);

  await page.keyboard.press('ArrowLeft');
  await compare.ready(2);
  expect(compare.sides()).toEqual(['previous', `revision:${await idOf(14)}`]);
  await page.keyboard.press('ArrowRight');
  await compare.ready(3);
  expect(compare.sides()).toEqual(['previous', `revision:${await idOf(15)}`]);
  expect(await page.getByRole('button', { name: 'Newer revision' }).isDisabled()).toBe(true);

  // down to the first, which nothing comes before
  for (const count of [2, 3, 2]) {
    await page.keyboard.press('ArrowLeft');
    await compare.ready(count);
  }
  expect(compare.sides()).toEqual(['previous', `revision:${await idOf(10)}`]);

  // in what has keys of its own they mean what they mean there
  await compare.side('After').focus();
  const address = page.url();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('n');
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');

  // every control is reached, and has a name
  const names = await compare.controls
    .locator('button, [role="combobox"], [role="checkbox"]')
    .evaluateAll((controls) =>
      controls.map((control) => control.getAttribute('aria-label') ?? control.textContent?.trim())
    );
  expect(names.length).toBeGreaterThan(8);
  expect(complaints).toEqual([]);
});

it('is told apart by a screen reader', async () => {
  const { page, compare, documentId, idOf } = await open('Salt roads');
  await page.goto(
    compareAddress(documentId, `?from=previous&to=revision:${await idOf(12)}&locale=en&view=split`)
  );
  await compare.ready(3);
  const tree = await compare.field('facts').ariaSnapshot();
  expect(tree).toMatch(/heading "facts" \[level=2\]/);
  expect(tree).toMatch(/heading "Fact Depth of the mud" \[level=3\]/);
  expect(tree).toMatch(/button "facts" \[expanded\]/);
  expect(tree).toMatch(/group "Before":[^]*deletion: "removed: 31"/);
  expect(tree).toMatch(/group "After":[^]*insertion: "added: 34"/);
  const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts();
  expect(headings).toEqual(['Salt roads']);
});

it('restores the fields that are ticked', async () => {
  const { page, history, numbers, compare, documentId, idOf, complaints } = await open('Salt roads', {
    who: 'jonas',
  });
  await page.goto(compareAddress(documentId, `?from=revision:${await idOf(12)}&to=current&locale=en`));
  await compare.ready(4);
  const restore = page.getByRole('button', { name: 'Restore selected from revision 12…' });
  expect(await restore.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Select title to be restored' }).click();
  await page.getByText('1 of 4 selected').waitFor();
  await restore.click();
  const dialog = page.getByRole('dialog', { name: 'Restore revision 12' });
  await dialog.getByText('All fields (1 of 4 selected)').waitFor();
  expect(await dialog.getByRole('link', { name: 'See the differences' }).count()).toBe(0);
  await takePicture(page, 'compare-restore');
  await dialog.getByRole('button', { name: 'Restore 1 field' }).click();

  await page.getByText('Restored revision 12').waitFor();
  const title = page.locator('input[name="title"]:enabled');
  await title.waitFor();
  expect(await valueOf(title, 'The salt roads')).toBe('The salt roads');
  await history.row(numbers[0]! + 1).waitFor();
  // back as it was, for the other tests
  await save(documentId, { title: 'Salt roads' });
  expect(complaints).toEqual([]);
});

it('offers nothing to restore where that would change nothing, or is not allowed', async () => {
  const { page, compare, documentId, idOf } = await open('Salt roads');
  await page.goto(compareAddress(documentId, `?from=current&to=revision:${await idOf(12)}&locale=en`));
  await compare.ready();
  expect(await page.getByRole('checkbox', { name: /to be restored$/ }).count()).toBe(0);

  const reader = await app.call<{ email: string; password: string }>('editor', {
    uid: ARTICLE,
    actions: ['read'],
    revisions: ['read', 'restore'],
  });
  const { page: theirs } = await openBrowser({ url: app.url });
  await signIn(theirs, reader);
  await theirs.goto(compareAddress(documentId, `?from=revision:${await idOf(12)}&to=current&locale=en`));
  await comparePage(theirs).ready();
  expect(await theirs.getByRole('checkbox', { name: /to be restored$/ }).count()).toBe(0);

  const stranger = await app.call<{ email: string; password: string }>('editor', { uid: ARTICLE });
  const { page: shut } = await openBrowser({ url: app.url });
  await signIn(shut, stranger);
  await shut.goto(compareAddress(documentId, '?from=previous&to=current&locale=en'));
  await shut
    .getByText(/don't have the permissions|permission/i)
    .first()
    .waitFor();
});

it('says so where nothing differs, and where there is nothing to compare', async () => {
  const { page, compare, documentId } = await open('Slow radio');
  await page.goto(compareAddress(documentId, '?from=current&to=current&locale=en'));
  await page.getByText('There are no differences between these two.').waitFor();
  expect(await page.getByRole('button', { name: 'Next change' }).isDisabled()).toBe(true);
  await takePicture(page, 'compare-empty');

  await page.goto(compareAddress(documentId, '?from=revision:987654&to=current&locale=en'));
  await page.getByText('This cannot be compared').waitFor();
  await takePicture(page, 'compare-gone');
  await compare.choose('Before', /^Previous revision/);
  await compare.ready();
});

it('shows nested, reordered, deleted and right-to-left content as what it is', async () => {
  const client = app.as({ token });
  const documentId = await create({
    title: 'سوق السمك',
    standfirst: 'كان يا ما كان في مدينة على البحر',
    facts: [{ label: 'Boats', value: '4' }, { label: 'Nets', value: '9' }, { label: 'Cats' }],
    sections: [{ __component: 'sections.timeline', heading: 'Years', entries: [{ label: 'Founded' }] }],
    featured: false,
    accent: '#c9b48a',
    issueDate: '2026-06-01',
  });
  const tag = await client.post('/content-manager/collection-types/api::tag.tag', { name: 'Harbours' });
  const { body } = await client.get(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`);
  const [boats, nets, cats] = body.data.facts;
  const [timeline] = body.data.sections;
  await save(documentId, {
    standfirst: 'كان يا ما كان في قرية على البحر',
    facts: [{ ...cats, value: 'many' }, boats],
    sections: [{ ...timeline, entries: [...timeline.entries, { label: 'Burnt down' }] }],
    featured: true,
    accent: '#3a5f7d',
    issueDate: '2026-07-01',
    tags: { connect: [{ documentId: tag.body.data.documentId, id: tag.body.data.id }] },
    metadata: { map: { zoom: 3 } },
  });
  await client.delete(`/content-manager/collection-types/api::tag.tag/${tag.body.data.documentId}`);
  expect(nets.label).toBe('Nets');

  const { page, complaints } = await openBrowser({ url: app.url, height: 1400 });
  await signIn(page, await someone());
  const compare = comparePage(page);
  const { body: list } = await client.get(
    `/revisions/documents/${ARTICLE}/${documentId}/revisions?locale=en`
  );
  const to = `revision:${list.data[0].id}`;
  await page.goto(compareAddress(documentId, `?from=previous&to=${to}&locale=en&view=inline`));
  await compare.ready();

  await takePicture(page, 'compare-content');
  const standfirst = compare.field('standfirst').locator('[dir="auto"]').first();
  expect(await standfirst.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  const facts = compare.field('facts');
  await facts.getByText('Removed from position 2').waitFor();
  await facts
    .getByText(/Moved \d places? (up|down)/)
    .first()
    .waitFor();
  await compare
    .part(/^Timeline/)
    .getByText('Burnt down')
    .first()
    .waitFor();
  expect(await compare.field('featured').innerText()).toMatch(/No[^]*→[^]*Yes/);
  expect(await compare.field('issueDate').innerText()).toMatch(/June 1, 2026[^]*July 1, 2026/);
  await compare.field('tags').getByText('has been deleted').waitFor();
  await compare.field('metadata').getByText('"zoom": 3', { exact: false }).waitFor();
  // its plugin shows colours as such
  expect(await compare.field('accent').locator('del span[style], ins span[style]').count()).toBe(2);
  expect(complaints).toEqual([]);
});

const changed = (path: string, change: Partial<Change> = {}): Change => ({
  path,
  label: path,
  type: 'string',
  kind: 'changed',
  from: 'before',
  to: 'after',
  parts: [
    { kind: 'removed', text: 'before' },
    { kind: 'added', text: 'after' },
  ],
  ...change,
});

it('bears content that nobody expected, and says how the dress of a text changed', async () => {
  const { page, compare, documentId } = await open('Slow radio');
  await compare.answerWith([
    // a plugin's component fails on it
    changed('accent', { customField: 'global::colour', from: 12, to: '#fff', parts: undefined }),
    changed('title', { from: { a: [null] }, to: undefined, kind: 'removed', parts: undefined }),
    changed('sections', {
      type: 'dynamiczone',
      parts: undefined,
      children: [
        {
          path: 'sections[0]',
          label: 'No longer there',
          type: 'component',
          component: 'sections.gone',
          kind: 'removed',
          from: { __component: 'sections.gone', old: 'words', nested: { deep: [1, 2] } },
          fromIndex: 0,
        },
      ],
    }),
    changed('content', {
      type: 'blocks',
      parts: undefined,
      children: [
        {
          path: 'content[1]',
          label: 'paragraph',
          type: 'block',
          kind: 'moved',
          fromIndex: 0,
          toIndex: 1,
          parts: [
            { kind: 'same', text: 'Some ' },
            { kind: 'marked', text: 'words', marks: { added: ['bold'], removed: ['italic'] } },
            {
              kind: 'marked',
              text: ' here',
              marks: { added: [], removed: [], link: { from: 'https://a.example', to: 'https://b.example' } },
            },
          ],
        },
      ],
    }),
    changed('body', {
      type: 'richtext',
      coarse: true,
      parts: [
        { kind: 'removed', text: 'x'.repeat(20000) },
        { kind: 'added', text: 'many words '.repeat(20000) },
      ],
    }),
  ]);
  await page.goto(compareAddress(documentId, '?from=previous&to=current&locale=en&view=inline'));
  await compare.ready(5);

  await compare.field('accent').locator('del', { hasText: '12' }).waitFor();
  await compare.field('title').getByText('"a"', { exact: false }).waitFor();
  await compare
    .part(/^No longer there/)
    .getByText('words')
    .waitFor();
  const content = compare.field('content');
  await content.getByText('Moved 1 place down, edited').waitFor();
  await content.getByText('(bold added, italic removed)').waitFor();
  await content.getByText('(link changed from https://a.example to https://b.example)').waitFor();
  await compare.field('body').getByText('Too much differs', { exact: false }).waitFor();
  expect((await compare.field('body').innerText()).length).toBeLessThan(5000);
  await compare
    .field('body')
    .getByRole('button', { name: /more characters/ })
    .first()
    .click();
  await page.waitForFunction(() => document.body.innerText.length > 20000);
  await takePicture(page, 'compare-odd');
});

it('shows two hundred fields, and lets one walk through them', async () => {
  const { page, compare, documentId, complaints } = await open('Slow radio');
  const names = Array.from({ length: 200 }, (_, index) => `field${index}`);
  await compare.answerWith(
    names.map((name, index) =>
      index % 4
        ? changed(name)
        : changed(name, {
            type: 'component',
            parts: undefined,
            children: [0, 1, 2].map((item) =>
              changed(`${name}[${item}]`, { type: 'component', toIndex: item, fromIndex: item })
            ),
          })
    )
  );
  await page.goto(compareAddress(documentId, '?from=previous&to=current&locale=en'));
  await compare.ready(200);

  // how smoothly it scrolls, `npm run bench` tells
  await page.keyboard.press('End');
  await compare.field('field199').waitFor();

  await page.keyboard.press('n');
  await page.keyboard.press('p');
  expect(await compare.focused()).not.toBeNull();
  expect(complaints).toEqual([]);
});

it.each([
  ['de', 'Nebeneinander', '3 Felder unterscheiden sich.'],
  ['fr', 'Côte à côte', '3 champs diffèrent.'],
] as const)('speaks %s', async (language, view, summary) => {
  const { documentId } = await open('Salt roads');
  const { page } = await openBrowser({ url: app.url, language });
  await signIn(page, await someone());
  await page.goto(compareAddress(documentId, `?from=previous&to=revision:0&locale=en`));
  await page.getByRole('button', { name: view }).waitFor();
  const { body } = await app
    .as({ token })
    .get(`/revisions/documents/${ARTICLE}/${documentId}/revisions?locale=en&pageSize=100`);
  const twelve = body.data.find((revision: { number: number }) => revision.number === 12).id;
  await page.goto(compareAddress(documentId, `?from=previous&to=revision:${twelve}&locale=en`));
  await page.getByText(summary).waitFor();
  await takePicture(page, `compare-${language}`);
});

it('looks right: the picture of the README, and the others', async () => {
  const { page, compare, documentId, idOf } = await open('Salt roads', { who: 'amina', height: 900 });
  const address = `?from=previous&to=revision:${await idOf(12)}&locale=en`;
  await page.goto(compareAddress(documentId, address));
  await compare.ready(3);
  await takePicture(page, 'compare', { to: PICTURE });
  await takePictures(page, 'compare', () => compare.ready(3));
  await page.goto(compareAddress(documentId, `?from=revision:${await idOf(5)}&to=current&view=inline&all=1`));
  await compare.ready();
  await takePictures(page, 'compare-inline', () => compare.ready());
});
