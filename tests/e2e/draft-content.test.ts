import path from 'node:path';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture, takePictures } from './helpers';
import { draftClient, type DraftClient } from './support/draft-client';
import { draftPage } from './support/draft-page';
import { ARTICLE } from './support/history-page';

// What is no plain field: components, dynamic zones, relations and files come from a draft into the form, and back.

const TAG = 'api::tag.tag';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;

let app: Child;

beforeAll(async () => {
  app = await startApp({ script: path.join(__dirname, 'support/staff.ts') });
});

afterAll(() => app?.stop());

const contentOf = async ({ client }: DraftClient, id: number): Promise<Any> =>
  (await client.get(`/revisions/drafts/${id}?locale=en`)).body.data;

const modifiedOf = async ({ client }: DraftClient, documentId: string): Promise<string[]> =>
  (await client.get(`/revisions/documents/${ARTICLE}/${documentId}/drafts?locale=en`)).body.data[0]
    ?.modified ?? [];

it('shows a draft of everything in the form, keeps it through an autosave, and saves it as it is', async () => {
  const account = await app.call<Any>('superAdmin');
  const drafts = draftClient(app, account.token);
  const { page, complaints } = await openBrowser({ url: app.url });
  const documentId = await drafts.idOf(ARTICLE, 'Slow radio');
  const live: Any = await drafts.read(ARTICLE, documentId, 'en');
  const { body: made } = await drafts.client.post(`/content-manager/collection-types/${TAG}`, {
    name: 'drafted tag',
  });
  const { body: files } = await drafts.client.get('/upload/files?pageSize=20');
  const cover = files.results.find(({ id, mime }: Any) => mime.startsWith('image/') && id !== live.cover?.id);

  const own = await drafts.provisional(
    ARTICLE,
    documentId,
    {
      facts: [...live.facts, { label: 'Drafted fact', value: '42' }].reverse(),
      sections: [...live.sections, { __component: 'sections.callout', text: 'A drafted callout' }],
      seo: { metaTitle: 'Drafted title' },
      tags: { connect: [{ documentId: made.data.documentId, position: { start: true } }] },
      cover: cover.id,
    },
    'en'
  );
  const before = await contentOf(drafts, own.id);

  await signIn(page, account);
  await openByTitle(page, ARTICLE, 'Slow radio');
  const draft = draftPage(page);
  await draft.ready();
  await draft.banner.getByText(/Showing your unsaved changes/).waitFor();
  await page.getByText('drafted tag').first().waitFor();
  // what the draft added opens by itself nowhere, and the page stays where it was
  const { y } = (await draft.banner.boundingBox())!;
  expect(y).toBeGreaterThan(0);
  expect(y).toBeLessThan(400);
  expect(await page.locator('input[name^="facts."]').count()).toBe(0);
  await takePictures(page, 'draft-content', () =>
    draft.banner.getByText(/Showing your unsaved changes/).waitFor()
  );
  await draft.ready();
  await draft.field('standfirst').fill('Typed over the draft');
  await draft.saved();

  const expected = ['cover', 'facts', 'sections', 'seo', 'standfirst', 'tags'];
  expect(await modifiedOf(drafts, documentId)).toEqual(expected);
  const typed = await contentOf(drafts, own.id);
  for (const name of ['cover', 'facts', 'sections', 'seo', 'tags', 'gallery', 'content']) {
    expect([name, typed[name]]).toEqual([name, before[name]]);
  }

  // an edit within a component, and one taken away
  await page.getByRole('button', { name: /Drafted fact/ }).click();
  await page.locator('input[name="facts.0.value"]').fill('43');
  await draft.saved();
  await draft.settled(async () => (await contentOf(drafts, own.id)).facts[0].value, '43');
  await takePicture(page, 'draft-component');

  await draft.save();
  const { body } = await drafts.client.get(
    `/revisions/documents/${ARTICLE}/${documentId}/revisions?locale=en&pageSize=1`
  );
  const { body: saved } = await drafts.client.get(`/revisions/revisions/${body.data[0].id}`);
  expect(saved.data.standfirst).toBe('Typed over the draft');
  expect(saved.data.facts).toEqual([{ ...typed.facts[0], value: '43' }, ...typed.facts.slice(1)]);
  for (const name of ['sections', 'seo', 'tags', 'gallery', 'content']) {
    expect([name, saved.data[name]]).toEqual([name, typed[name]]);
  }
  expect(saved.data.cover.id).toBe(cover.id);
  // rows that were there are there still
  const now: Any = await drafts.read(ARTICLE, documentId, 'en');
  expect(now.facts.map(({ id }: Any) => id)).toEqual(
    expect.arrayContaining(live.facts.map(({ id }: Any) => id))
  );
  expect(await modifiedOf(drafts, documentId)).toEqual([]);
  expect(complaints).toEqual([]);
});
