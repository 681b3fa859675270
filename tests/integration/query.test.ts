import { createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY } from '../helpers/random-edits';
import type { Client } from '../helpers/request';

// The query parameters of section 3 of the public interface, on the Document Service and on REST.

const HOMEPAGE = 'api::homepage.homepage';

let booted: Booted;
let editor: Client;
let token: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const create = async (data: object, uid = ARTICLE): Promise<string> =>
  (await documents(uid).create({ data })).documentId;
const get = async (client: Client, path: string, headers: Record<string, string> = {}): Promise<Any> =>
  client.get(`/api/${path}`, headers as never);
const titles = (data: Any[]): string[] => data.map(({ title }) => title);
const draft = async (client: Client, documentId: string, body: object, prefix = '/revisions'): Promise<Any> =>
  ((await client.post(`${prefix}/documents/${ARTICLE}/${documentId}/drafts`, body)).body as Any).data;

beforeAll(async () => {
  booted = await bootStrapi();
  editor = booted.as(await createAdmin(booted.strapi));
  token = booted.as(await createApiToken(booted.strapi));
});

afterAll(() => booted.stop());

describe('revisions', () => {
  let documentId: string;
  let ids: number[];
  beforeAll(async () => {
    const author = await create({ name: 'Ida' }, AUTHOR);
    documentId = await create({ title: 'One', author, seo: { metaTitle: 'M' }, rating: 1 });
    await documents(ARTICLE).update({ documentId, data: { title: 'Two', rating: 2 } });
    await documents(ARTICLE).update({ documentId, data: { title: 'Three', rating: 3 } });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    const { body } = await get(token, `articles?revisionOf=${documentId}&locale=en`);
    ids = body.data.map(({ _revision }: Any) => _revision.id);
  });

  test('of a document come newest first, in the shape of the type, and say what they are', async () => {
    const { status, body } = await get(token, `articles?revisionOf=${documentId}&locale=en`);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(titles(body.data)).toEqual(['Three', 'Two', 'One']);
    expect(body.meta.pagination).toMatchObject({ page: 1, total: 3 });
    expect(body.data[0]).toMatchObject({
      documentId,
      locale: 'en',
      _revision: { number: 3, action: 'update', isCurrent: true, documentId, missing: [] },
    });
    expect(body.data[0]).not.toHaveProperty('author');
    const all = await get(token, `articles?revisionOf=${documentId}`);
    expect(titles(all.body.data)).toEqual(['Un', 'Three', 'Two', 'One']);
  });

  test('compose with fields, populate, filters, sort and pages', async () => {
    const of = `articles?revisionOf=${documentId}&locale=en`;
    const populated = await get(
      token,
      `${of}&populate[author][fields][0]=name&populate[seo]=true&fields[0]=title`
    );
    expect(populated.body.data[0]).toMatchObject({
      title: 'Three',
      author: { name: 'Ida' },
      seo: { metaTitle: 'M' },
    });
    expect(populated.body.data[0]).not.toHaveProperty('rating');
    const filtered = await get(token, `${of}&filters[rating][$gte]=2&sort=title:desc`);
    expect(titles(filtered.body.data)).toEqual(['Two', 'Three']);
    expect(filtered.body.meta.pagination.total).toBe(2);
    const related = await get(token, `${of}&filters[author][name][$eq]=Ida&filters[title]=One`);
    expect(titles(related.body.data)).toEqual(['One']);
    const page = await get(token, `${of}&pagination[page]=2&pagination[pageSize]=2`);
    expect([titles(page.body.data), page.body.meta.pagination]).toEqual([
      ['One'],
      { page: 2, pageSize: 2, pageCount: 2, total: 3 },
    ]);
    const offset = await get(token, `${of}&pagination[start]=1&pagination[limit]=1`);
    expect(titles(offset.body.data)).toEqual(['Two']);
    expect(titles((await get(token, `${of}&sort[0]=rating:asc&pagination[pageSize]=1`)).body.data)).toEqual([
      'One',
    ]);
  });

  test('are found by id and creator, on the route of the document as well', async () => {
    expect(titles((await get(token, `articles?revisionId=${ids[2]}`)).body.data)).toEqual(['One']);
    const one = await get(token, `articles/${documentId}?revisionId=${ids[1]}`);
    expect(one.body.data).toMatchObject({ title: 'Two', _revision: { id: ids[1] } });
    expect((await get(token, `articles/none?revisionId=${ids[1]}`)).status).toBe(404);
    expect((await get(token, `articles?revisionOf=${documentId}&revisionCreator=999`)).body.data).toEqual([]);
    expect((await get(token, `articles?revisionOf=unknown`)).body.data).toEqual([]);
    expect((await get(token, `categories?revisionOf=${documentId}`)).body.data).toEqual([]);
  });

  test('come from code as from outside', async () => {
    const found = await documents(ARTICLE).findMany({
      revisionOf: documentId,
      locale: 'en',
      populate: ['author'],
    });
    expect(found.map(({ title, author }: Any) => [title, author.name])).toEqual([
      ['Three', 'Ida'],
      ['Two', 'Ida'],
      ['One', 'Ida'],
    ]);
    expect(await documents(ARTICLE).count({ revisionOf: documentId })).toBe(4);
    expect(await documents(ARTICLE).findFirst({ revisionOf: documentId, locale: 'en' })).toMatchObject({
      title: 'Three',
    });
    const one = await documents(ARTICLE).findOne({ documentId, revisionId: ids[2] });
    expect(one).toMatchObject({ title: 'One', documentId });
    await expect(documents(ARTICLE).findMany({ revisionOf: documentId, drafts: true })).rejects.toThrow(
      'revisionOf: cannot be combined with drafts'
    );
  });

  test('of a single type', async () => {
    await documents(HOMEPAGE).create({ data: { headline: 'Then' } });
    const { documentId: home } = await documents(HOMEPAGE).findFirst({});
    await documents(HOMEPAGE).update({ documentId: home, data: { headline: 'Now' } });
    const { status, body } = await get(token, 'homepage?revisions=true');
    expect([status, body.data?.headline, body.data?._revision.isCurrent]).toEqual([200, 'Now', true]);
  });
});

describe('drafts', () => {
  let documentId: string;
  let own: Any;
  let saved: Any;
  beforeAll(async () => {
    documentId = await create({ title: 'Live', rating: 1 });
    saved = await draft(editor, documentId, { name: 'Summer', data: { title: 'Drafted' } });
    own = (
      (await token.put(`/api/revisions/documents/${ARTICLE}/${documentId}/provisional`, {
        data: { title: 'Typed' },
      })) as Any
    ).body.data;
    await editor.put(`/revisions/documents/${ARTICLE}/${documentId}/provisional`, {
      data: { title: 'Secret' },
    });
    await editor.post(`/revisions/documents/${ARTICLE}/drafts`, { name: 'Untouched' });
  });

  test('of a document are as if applied, and say what they are', async () => {
    const { status, body } = await get(token, `articles?draftOf=${documentId}&populate=*`);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(titles(body.data)).toEqual(['Drafted']);
    expect(body.data[0]).toMatchObject({
      documentId,
      rating: 1,
      _draft: { id: saved.id, kind: 'saved', name: 'Summer', modified: ['title'], conflicts: [] },
    });
    expect(body.meta.pagination.total).toBe(1);
  });

  test('are chosen by kind, document, creator and id', async () => {
    const found = async (query: string): Promise<string[]> =>
      (await get(token, `articles?${query}&pagination[pageSize]=100`)).body.data.map(
        ({ title, _draft }: Any) => _draft?.name ?? title
      );
    expect(await found(`draftOf=${documentId}&provisionalDrafts=any`)).toEqual(['Typed', 'Summer']);
    expect(await found(`draftOf=${documentId}&provisionalDrafts=true`)).toEqual(['Typed']);
    expect(await found('draftOf=*')).toEqual(['Summer']);
    expect(await found('draftOf=none')).toEqual(['Untouched']);
    expect(await found('draftOf=none&savedDraftsOnly=true')).toEqual([]);
    expect(await found('drafts=true')).toEqual(['Untouched', 'Summer']);
    expect(await found('drafts=true&filters[title]=Drafted')).toEqual(['Summer']);
    expect(await found(`draftId=${own.id}`)).toEqual(['Typed']);
    expect(await found('draftCreator=me&provisionalDrafts=any')).toEqual(['Typed']);
    expect(await found(`draftCreator=${saved.creator.id}&draftOf=*`)).toEqual(['Summer']);
    const any = await found('drafts=any&status=draft');
    expect(any).toEqual(expect.arrayContaining(['Live', 'Summer', 'Untouched']));
    expect((await get(token, `articles/${documentId}?draftId=${saved.id}`)).body.data.title).toBe('Drafted');
  });

  test('in place of what they are of, for their creator alone', async () => {
    const plain = await get(token, 'articles?status=draft&sort=id');
    const swapped = await get(token, 'articles?status=draft&sort=id&withProvisionalDrafts=true');
    expect(swapped.body.meta).toEqual(plain.body.meta);
    expect(swapped.body.data.map(({ documentId: id }: Any) => id)).toEqual(
      plain.body.data.map(({ documentId: id }: Any) => id)
    );
    const of = ({ body }: Any) => body.data.find((entry: Any) => entry.documentId === documentId);
    expect([of(plain).title, of(swapped).title]).toEqual(['Live', 'Typed']);
    expect(of(swapped)).toMatchObject({ id: of(plain).id, _draft: { id: own.id, kind: 'provisional' } });
    const one = await get(token, `articles/${documentId}?status=draft&withProvisionalDrafts=true`);
    expect(one.body.data.title).toBe('Typed');
    const somebody = booted.as(await createApiToken(booted.strapi));
    const others = await get(somebody, 'articles?status=draft&withProvisionalDrafts=true');
    expect(JSON.stringify(others.body)).not.toMatch(/Typed|Secret/);
    // what is provisional is nobody's who asks from code
    expect(await documents(ARTICLE).count({ draftOf: documentId, provisionalDrafts: 'any' })).toBe(1);
  });
});

test('asOf shows populated relations as they were then, too', async () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
  const moment = async () => {
    await wait();
    const at = new Date().toISOString();
    await wait();
    return at;
  };
  const before = await moment();
  const author = await create({ name: 'Ida' }, AUTHOR);
  const parent = await create({ name: 'Food' }, CATEGORY);
  await documents(CATEGORY).publish({ documentId: parent });
  const category = await create({ name: 'Bread', parent }, CATEGORY);
  await documents(CATEGORY).publish({ documentId: category });
  const related = await create({ title: 'Related' });
  const documentId = await create({ title: 'One', author, category, relatedArticles: [related] });
  await documents(ARTICLE).publish({ documentId });
  const then = await moment();
  await documents(AUTHOR).update({ documentId: author, data: { name: 'Ida Later' } });
  await documents(CATEGORY).update({ documentId: parent, data: { name: 'Drink' }, status: 'published' });
  await documents(CATEGORY).update({ documentId: category, data: { name: 'Wine' }, status: 'published' });
  await documents(ARTICLE).publish({ documentId: related });
  const now = await moment();

  const populate =
    'populate[author][fields][0]=name&populate[category][populate][parent]=true&populate[relatedArticles]=true';
  const at = async (when: string, status = 'published') =>
    (await get(token, `articles/${documentId}?asOf=${when}&status=${status}&${populate}`)).body.data;
  expect(await at(then)).toMatchObject({
    author: { documentId: author, name: 'Ida' },
    category: { name: 'Bread', parent: { name: 'Food' } },
    relatedArticles: [],
  });
  expect((await at(then)).author).not.toHaveProperty('createdAt');
  expect((await at(then, 'draft')).relatedArticles).toMatchObject([{ title: 'Related' }]);
  expect(await at(now)).toMatchObject({
    author: { name: 'Ida Later' },
    category: { name: 'Wine', parent: { name: 'Drink' } },
    relatedArticles: [{ title: 'Related' }],
  });
  expect((await get(token, `articles/${documentId}?asOf=${before}&${populate}`)).status).toBe(404);

  // what was never recorded is as it is: nobody has saved it since
  await booted.strapi.db
    .connection('revisions_documents')
    .where({ document_id: author })
    .update({ document_id: 'x' });
  expect((await at(then)).author).toMatchObject({ name: 'Ida Later' });
});

test('asOf gives each document as it was then, published or current', async () => {
  const documentId = await create({ title: 'First' });
  const moments: string[] = [];
  const moment = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    moments.push(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await moment();
  await documents(ARTICLE).publish({ documentId });
  await moment();
  await documents(ARTICLE).update({ documentId, data: { title: 'Second' } });
  await moment();
  await documents(ARTICLE).publish({ documentId });
  await moment();
  await documents(ARTICLE).unpublish({ documentId });
  await documents(ARTICLE).delete({ documentId });
  await moment();
  const at = async (index: number, status = 'published') => {
    const query = `asOf=${moments[index]}&status=${status}&filters[documentId]=${documentId}`;
    const { body } = await get(token, `articles?${query}`);
    expect(body.error).toBeUndefined();
    expect(body.meta.pagination.total).toBe(body.data.length);
    return titles(body.data)[0] ?? null;
  };
  const all = async (status?: string) => [
    await at(0, status),
    await at(1, status),
    await at(2, status),
    await at(3, status),
    await at(4, status),
  ];
  expect(await all()).toEqual([null, 'First', 'First', 'Second', null]);
  expect(await all('draft')).toEqual(['First', 'First', 'Second', 'Second', null]);
  const one = await get(token, `articles/${documentId}?asOf=${moments[2]}`);
  expect(one.body.data).toMatchObject({ title: 'First', _revision: { number: 1 } });
  expect((await get(token, `articles/${documentId}?asOf=2000-01-01T00:00:00Z`)).status).toBe(404);
  expect((await get(token, 'articles?asOf=2000-01-01T00:00:00Z')).body.data).toEqual([]);
});

describe('version', () => {
  test('and the header are Strapi’s status', async () => {
    const documentId = await create({ title: 'Published' });
    await documents(ARTICLE).publish({ documentId });
    await documents(ARTICLE).update({ documentId, data: { title: 'Current' } });
    const title = async (query: string, headers = {}) =>
      (await get(token, `articles/${documentId}${query}`, headers)).body.data.title;
    expect(await title('')).toBe('Published');
    expect(await title('?version=current')).toBe('Current');
    expect(await title('?version=published')).toBe('Published');
    expect(await title('', { 'X-Include-Drafts': 'true' })).toBe('Current');
    expect(await title('', { 'X-Include-Drafts': '1' })).toBe('Published');
    expect(await title('?version=published', { 'X-Include-Drafts': 'true' })).toBe('Published');
    expect(await title('?status=published', { 'X-Include-Drafts': 'true' })).toBe('Published');
    const odd = await get(token, `articles/${documentId}?version=current&status=published`);
    expect([odd.status, odd.body.error.message]).toEqual([400, expect.stringContaining('version')]);
    expect((await get(token, 'articles?version=latest')).status).toBe(400);
    expect(await documents(ARTICLE).findOne({ documentId, version: 'published' })).toMatchObject({
      title: 'Published',
    });
  });
});

test.each([
  ['drafts=maybe', 'drafts'],
  ['revisionId=-1', 'revisionId'],
  ['draftOf=*&revisions=true', 'revisions'],
  ['withProvisionalDrafts=true&drafts=true', 'withProvisionalDrafts'],
  ['asOf=yesterday', 'asOf'],
])('%s is refused, by name', async (query, name) => {
  const { status, body } = await get(token, `articles?${query}`);
  expect([status, body.error.name]).toEqual([400, 'ValidationError']);
  expect(body.error.message).toContain(name);
});

describe('without the right', () => {
  test('nothing is reachable, and a user sees what is theirs', async () => {
    const documentId = await create({ title: 'Guarded' });
    await draft(editor, documentId, { name: 'Theirs', data: { title: 'Hidden' } });
    await grantPublic(booted.strapi, [`${ARTICLE}.find`, `${ARTICLE}.findOne`]);
    const reader = booted.as(await createApiToken(booted.strapi, { permissions: [`${ARTICLE}.find`] }));
    for (const client of [booted.as(), reader]) {
      for (const query of [
        `draftOf=${documentId}`,
        `revisionOf=${documentId}`,
        'withProvisionalDrafts=true',
        'drafts=any',
      ]) {
        const { status, body } = await get(client, `articles?${query}`);
        expect([query, status]).toEqual([query, 403]);
        expect(JSON.stringify(body)).not.toContain('Hidden');
      }
    }
    const actions = [`${ARTICLE}.find`, 'plugin::revisions.draft.find', 'plugin::revisions.draft.create'];
    const ann = booted.as(await createUser(booted.strapi, { actions }));
    await draft(ann, documentId, { name: 'Ann’s', data: { title: 'Ann' } }, '/api/revisions');
    expect(titles((await get(ann, `articles?draftOf=${documentId}`)).body.data)).toEqual(['Ann']);
  });

  test('what may not be read is in no name either', async () => {
    const documentId = await create({ title: 'T', internalNotes: 'private' });
    await documents(ARTICLE).update({ documentId, data: { internalNotes: 'changed', title: 'U' } });
    const { body } = await get(token, `articles?revisionOf=${documentId}&populate=*`);
    expect(body.data).toHaveLength(2);
    expect(JSON.stringify(body)).not.toMatch(/private|"internalNotes"/);
  });
});

test.each(['drafts=true', 'revisions=true', 'asOf=2026-11-17T09:00:00Z'])(
  '%s of a type that is not recorded is refused',
  async (query) => {
    const { status, body } = await get(token, `notes?${query}`);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(query.split('=')[0]!)]);
  }
);

test('a category of drafts: a type that nobody drafted', async () => {
  expect((await get(token, 'categories?drafts=true')).body.data).toEqual([]);
  expect(await documents(CATEGORY).count({ drafts: true })).toBe(0);
});
