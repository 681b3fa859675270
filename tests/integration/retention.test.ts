import { createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import type { Client } from '../helpers/request';
import type { Revision } from '../../contracts/revision';

const ARTICLE = 'api::article.article';
const AUTHOR = 'api::author.author';

let booted: Booted;
let admin: Client;

afterEach(() => booted.stop());

const boot = async (config: object, reuse?: Booted) => {
  booted = await bootStrapi({ config, reuse });
  admin = booted.as(await createAdmin(booted.strapi));
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
const documents = (uid: string): any => booted.strapi.documents(uid as never);

const listOf = async (uid: string, documentId: string): Promise<Revision[]> =>
  (await admin.get(`/revisions/documents/${uid}/${documentId}/revisions?pageSize=100`)).body.data;
const numbersOf = async (uid: string, documentId: string, locale?: string) =>
  (await listOf(uid, documentId))
    .filter((revision) => !locale || revision.locale === locale)
    .map(({ number }) => number);

/** Old revisions go in the background: asks until it is as expected, or gives what it is after five seconds. */
const settled = async <T>(ask: () => Promise<T>, expected: T): Promise<T> => {
  for (const giveUpAt = Date.now() + 5000; ;) {
    const value = await ask();
    if (JSON.stringify(value) === JSON.stringify(expected) || Date.now() > giveUpAt) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const save = async (uid: string, count: number, attribute = 'title') => {
  const { documentId } = await documents(uid).create({ data: { [attribute]: 'Save 1' } });
  for (let index = 2; index <= count; index += 1) {
    await documents(uid).update({ documentId, data: { [attribute]: `Save ${index}` } });
  }
  return documentId;
};

test('the newest are kept, as many as the configuration says', async () => {
  await boot({ maxRevisions: 3 });
  const documentId = await save(ARTICLE, 7);
  expect(await settled(() => numbersOf(ARTICLE, documentId), [7, 6, 5])).toEqual([7, 6, 5]);

  await documents(ARTICLE).update({ documentId, data: { title: 'Save 8' } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [8, 7, 6])).toEqual([8, 7, 6]);
  // not counted, but told by the last number and what is gone
  const { body } = await admin.get(`/revisions/documents/${ARTICLE}/${documentId}/revisions?pageSize=2`);
  expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
});

test('0 keeps all', async () => {
  await boot({ maxRevisions: 0 });
  const documentId = await save(ARTICLE, 60);
  expect(await numbersOf(ARTICLE, documentId)).toHaveLength(60);
});

test("a content type's own number wins", async () => {
  await boot({ maxRevisions: 20 });
  const documentId = await save(AUTHOR, 8, 'name');
  expect(await settled(() => numbersOf(AUTHOR, documentId), [8, 7, 6, 5, 4])).toEqual([8, 7, 6, 5, 4]);
});

test('each locale has its own', async () => {
  await boot({ maxRevisions: 2 });
  const documentId = await save(ARTICLE, 1);
  await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
  for (const title of ['A', 'B', 'C']) await documents(ARTICLE).update({ documentId, data: { title } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [5, 4, 2])).toEqual([5, 4, 2]);
});

test('what is pinned, labelled, or was ever published stays', async () => {
  await boot({ maxRevisions: 2 });
  const documentId = await save(ARTICLE, 1);
  const [first] = await listOf(ARTICLE, documentId);
  await admin.put(`/revisions/revisions/${first!.id}`, { pinned: true });
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
  const [second] = await listOf(ARTICLE, documentId);
  await admin.put(`/revisions/revisions/${second!.id}`, { label: 'Before the fair' });
  await documents(ARTICLE).update({ documentId, data: { title: 'Three' }, status: 'published' });
  for (const title of ['Four', 'Five', 'Six', 'Seven']) {
    await documents(ARTICLE).update({ documentId, data: { title } });
  }
  await documents(ARTICLE).unpublish({ documentId });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [7, 6, 3, 2, 1])).toEqual([7, 6, 3, 2, 1]);

  await admin.put(`/revisions/revisions/${first!.id}`, { pinned: false });
  await documents(ARTICLE).update({ documentId, data: { title: 'Eight' } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [8, 7, 3, 2])).toEqual([8, 7, 3, 2]);
});

test('with keepPublished off only what is live now stays', async () => {
  await boot({ maxRevisions: 2, keepPublished: false });
  const documentId = await save(ARTICLE, 1);
  await documents(ARTICLE).publish({ documentId });
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' }, status: 'published' });
  for (const title of ['Three', 'Four', 'Five'])
    await documents(ARTICLE).update({ documentId, data: { title } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [5, 4, 2])).toEqual([5, 4, 2]);
});

test('keyframes go with the last revision that needs them, and what is left reads back', async () => {
  await boot({ maxRevisions: 2 });
  const body = (seed: number) =>
    Array.from({ length: 600 }, (_, index) => Math.sin(index * seed).toString(36)).join(' ');
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'Long', body: body(1) } });
  for (let seed = 2; seed <= 6; seed += 1)
    await documents(ARTICLE).update({ documentId, data: { body: body(seed) } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [6, 5])).toEqual([6, 5]);

  const keyframes = await booted.strapi.db.connection('revisions_keyframes').count({ count: '*' });
  expect(Number(keyframes[0]!.count)).toBe(2);
  for (const [index, { id }] of (await listOf(ARTICLE, documentId)).entries()) {
    const { body: answer } = await admin.get(`/revisions/revisions/${id}`);
    expect(answer.data.body).toBe(body(6 - index));
  }
});

test('numbers are never given twice, across restarts and limits', async () => {
  await boot({ maxRevisions: 1 });
  const documentId = await save(ARTICLE, 4);
  await settled(() => numbersOf(ARTICLE, documentId), [4]);
  await booted.stop();
  await boot({ maxRevisions: 1 }, booted);
  await documents(ARTICLE).update({ documentId, data: { title: 'Again' } });
  expect(await settled(() => numbersOf(ARTICLE, documentId), [5])).toEqual([5]);
});

test('a wrong value stops the start with an error that names the key', async () => {
  await expect(bootStrapi({ config: { maxRevisions: -1 } })).rejects.toThrow(/maxRevisions/);
  await expect(
    bootStrapi({
      schemas: ({ contentTypes }) => {
        contentTypes[ARTICLE]!.pluginOptions = { revisions: { maxRevisions: 'many' } };
      },
    })
  ).rejects.toThrow(/api::article\.article.*maxRevisions/);
  await boot({});
});
