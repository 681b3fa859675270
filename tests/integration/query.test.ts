import { generate } from '@strapi/openapi';
import { PARAMETERS } from '../../server/src/core/query/parse-query';
import { createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY, TAG } from '../helpers/random-edits';
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

test('asOf knows links that were made from the other side', async () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  const moment = async () => {
    await pause();
    const at = new Date().toISOString();
    await pause();
    return at;
  };
  const [ida, bo] = [await create({ name: 'Ida' }, AUTHOR), await create({ name: 'Bo' }, AUTHOR)];
  const tag = await create({ name: 'sea' }, TAG);
  const documentId = await create({ title: 'Linked', author: ida, tags: [tag] });
  const other = await create({ title: 'Other', tags: [tag] });
  const hers = await moment();
  await documents(AUTHOR).update({ documentId: bo, data: { articles: [documentId] } });
  const his = await moment();
  await documents(ARTICLE).update({ documentId, data: { author: null, tags: [] } });
  const nobodys = await moment();
  await documents(TAG).update({ documentId: tag, data: { articles: [documentId] } });
  const swapped = await moment();

  const named = (data: Any[]): string[] => data.map(({ title, name }) => title ?? name).sort();
  const linksAt = async (at: string) => {
    const asOf = `asOf=${at}&status=draft&populate=*`;
    const [authors, article, tags] = await Promise.all(
      [
        `authors?${asOf}&filters[documentId][$in]=${ida}&filters[documentId][$in]=${bo}`,
        `articles/${documentId}?${asOf}`,
        `tags/${tag}?${asOf}`,
      ].map(async (path) => (await get(token, path)).body.data)
    );
    const { authors_connection: connection, tags: ofTags } = await token.graphql(`{
      authors_connection(asOf: "${at}", status: DRAFT, filters: { documentId: { eq: "${bo}" } }) { nodes { articles { title author { name } } } }
      tags(asOf: "${at}", status: DRAFT, filters: { documentId: { eq: "${tag}" } }) { articles { title } }
    }`);
    expect(named(ofTags[0].articles)).toEqual(named(tags.articles));
    const [his] = connection.nodes;
    expect(his.articles.map(({ author }: Any) => author.name)).toEqual(his.articles.map(() => 'Bo'));
    return {
      ida: named(authors.find((author: Any) => author.documentId === ida).articles),
      bo: named(his.articles),
      author: article.author?.name ?? null,
      tag: named(tags.articles),
      tags: named(article.tags),
    };
  };
  expect(await linksAt(hers)).toEqual({
    ida: ['Linked'],
    bo: [],
    author: 'Ida',
    tag: ['Linked', 'Other'],
    tags: ['sea'],
  });
  expect(await linksAt(his)).toEqual({
    ida: [],
    bo: ['Linked'],
    author: 'Bo',
    tag: ['Linked', 'Other'],
    tags: ['sea'],
  });
  expect(await linksAt(nobodys)).toEqual({ ida: [], bo: [], author: null, tag: ['Other'], tags: [] });
  expect(await linksAt(swapped)).toEqual({ ida: [], bo: [], author: null, tag: ['Linked'], tags: ['sea'] });
  expect(
    named((await get(token, `articles/${other}?asOf=${swapped}&status=draft&populate=tags`)).body.data.tags)
  ).toEqual([]);

  // of a type with too many documents each says what it was recorded with
  const knex = booted.strapi.db.connection;
  const many = Array.from({ length: 1000 }, (_, index) => ({
    content_type: ARTICLE,
    document_id: `one-of-many-${index}`,
    last_number: 0,
  }));
  await knex.batchInsert('revisions_documents', many, 100);
  const { body } = await get(token, `authors/${ida}?asOf=${hers}&status=draft&populate=articles`);
  expect(body.data).toMatchObject({ name: 'Ida', articles: [] });
  await knex('revisions_documents').where('document_id', 'like', 'one-of-many-%').delete();
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

test('a page is looked up once, however many entries are on it', async () => {
  const author = await create({ name: 'Ada' }, AUTHOR);
  const ids: string[] = [];
  for (const title of ['A', 'B', 'C', 'D']) {
    const documentId = await create({ title, author, seo: { metaTitle: title } });
    ids.push(documentId);
    await documents(ARTICLE).update({ documentId: ids[0], data: { title: `After ${title}` } });
    await documents(ARTICLE).publish({ documentId: ids[0] });
    await draft(editor, documentId, { data: { title: 'Drafted' } });
  }
  const populate = { author: { populate: '*' }, seo: true };
  const knex = booted.strapi.db.connection;
  const statementsOf = async (query: object, limit: number): Promise<number> => {
    let count = 0;
    const tell = () => (count += 1);
    knex.on('query', tell);
    const found = await documents(ARTICLE).findMany({ ...query, limit, populate, locale: 'en' });
    knex.removeListener('query', tell);
    expect(found.map((entry: Any) => entry.author.name)).toEqual(Array(limit).fill('Ada'));
    return count;
  };
  // what Strapi does after it answered a save is none of a page's
  await booted.settled();
  for (const query of [{ revisionOf: ids[0] }, { draftOf: ids.join(',') }]) {
    // keyframes are in memory from here on
    await statementsOf(query, 4);
    expect(await statementsOf(query, 4)).toBe(await statementsOf(query, 1));
  }
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

// One revision to each: what is filtered and sorted here must be what the database finds of current content.
describe('filters and sort answer as they do for current content', () => {
  beforeAll(async () => {
    const ida = await create({ name: 'Ida' }, AUTHOR);
    // capitals, for databases differ in where small letters come
    const bob = await create({ name: 'Bob' }, AUTHOR);
    const [red, blue] = [await create({ name: 'Red' }, TAG), await create({ name: 'Blue' }, TAG)];
    await create({
      title: 'Q a',
      rating: 1,
      views: '10',
      author: ida,
      tags: [red, blue],
      standfirst: 'Hello',
    });
    await create({ title: 'Q b', rating: 2, views: '9', author: bob, tags: [blue], standfirst: '' });
    await create({ title: 'Q c', rating: 10, embargoUntil: '2026-06-01T12:00:00.000Z', airTime: '09:30:00' });
    await create({
      title: 'Q d',
      views: '9007199254740993',
      author: ida,
      tags: [red],
      issueDate: '2026-01-01',
    });
    await create({ title: 'Q e', seo: { metaTitle: 'M' }, embargoUntil: '2026-06-01T12:00:00.500Z' });
  });

  test.each([
    'filters[rating][$ne]=2',
    'filters[rating][$notIn][0]=2',
    'filters[rating][$eq][0]=1&filters[rating][$eq][1]=10',
    'filters[$not][standfirst]=Hello',
    'filters[standfirst][$notContains]=x',
    'filters[views][$gt]=9',
    'filters[views][$between][0]=9&filters[views][$between][1]=10',
    'filters[embargoUntil]=2026-06-01T14:00:00%2B02:00',
    'filters[embargoUntil][$gt]=2026-06-01T12:00:00Z',
    'filters[airTime]=09:30:00',
    'filters[issueDate][$gte]=2026-01-01T00:00:00Z',
    'filters[author][$null]=true',
    'filters[author][name][$null]=true',
    'filters[author][name][$ne]=Ida',
    'filters[$not][tags][name]=Red',
    'filters[$and][0][tags][name]=Red&filters[$and][1][tags][name]=Blue',
    'filters[seo][metaTitle][$null]=true',
    'filters[$or][0][$not][rating]=1&filters[$or][1][seo][metaTitle]=M',
    // where there is nothing comes first here, and on PostgreSQL last
    'sort=views:desc,title&filters[views][$notNull]=true',
    'sort=rating,title&filters[rating][$notNull]=true',
    'sort=author.name,title&filters[author][$notNull]=true',
    'pagination[limit]=0',
    'pagination[pageSize]=-1',
    'fields[0]=title',
  ])('%s', async (query) => {
    const all = `${query}&filters[$and][9][title][$startsWith]=Q ${query.includes('sort') ? '' : '&sort=title'}`;
    const asked = async (more: string) => {
      const { status, body } = await get(token, `articles?${all}&${more}`);
      return [status, titles(body.data), body.meta, Object.keys(body.data[0] ?? {}).sort()];
    };
    const [plain, revisions] = [await asked('status=draft'), await asked('revisions=true')];
    expect(revisions[3]).toEqual([...(plain[3] as string[]), '_revision'].sort());
    expect(revisions.slice(0, 3)).toEqual(plain.slice(0, 3));
  });

  test.each([
    ['filters[rating]=abc', 'filters'],
    ['filters[embargoUntil][$lt]=soon', 'filters'],
    ['filters[rating][$between]=1', 'filters'],
    ['filters=x', 'filters'],
    ['sort=title:up', 'sort'],
    ['pagination[page]=x', 'positive integer'],
    ['locale[]=en', 'locale'],
    ['_q=Hello', '_q'],
  ])('%s is refused', async (query, name) => {
    const { status, body } = await get(token, `articles?revisions=true&${query}`);
    expect([status, body.error.name]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toContain(name);
  });

  test('in every locale', async () => {
    const documentId = await create({ title: 'All' });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Tous' } });
    const at = new Date(Date.now() + 5000).toISOString();
    for (const query of [`revisionOf=${documentId}`, `asOf=${at}&status=draft`]) {
      const { body } = await get(
        token,
        `articles?${query}&locale=*&filters[documentId]=${documentId}&sort=title`
      );
      expect(titles(body.data)).toEqual(['All', 'Tous']);
    }
  });
});

test('an id that there is not, or not for the caller, is not found, in a list too', async () => {
  const documentId = await create({ title: 'Named' });
  const { id } = (
    (await editor.put(`/revisions/documents/${ARTICLE}/${documentId}/provisional`, {
      data: { title: 'Mine' },
    })) as Any
  ).body.data;
  for (const query of [`draftId=${id}`, 'draftId=2147483647', 'revisionId=2147483647']) {
    const { status, body } = await get(token, `articles?${query}`);
    expect([status, body.error.name]).toEqual([404, 'NotFoundError']);
  }
  const { body } = await get(token, `articles?revisionOf=${documentId}`);
  const named = `articles?revisionId=${body.data[0]._revision.id}`;
  expect((await get(token, `${named}&filters[title]=Other`)).body.data).toEqual([]);
  expect((await get(token, named.replace('articles', 'categories'))).status).toBe(404);
  expect(await documents(ARTICLE).findMany({ revisionId: 2147483647 })).toEqual([]);
});

test('what no database would take is refused, or not found', async () => {
  const of = `/api/revisions/documents/${ARTICLE}`;
  for (const path of [`${of}/%00/revisions`, `${of}/%00/state`, '/api/revisions/revisions/99999999999']) {
    expect([path, (await token.get(path)).status]).toEqual([path, 404]);
  }
  for (const query of ['locale=%00', 'creator=admin:99999999999', 'creator=user:9999999999']) {
    expect([query, (await token.get(`${of}/x/revisions?${query}`)).status]).toEqual([query, 400]);
  }
  expect((await token.get(`${of}/x/compare?from=revision:9999999999`)).status).toBe(400);
});

test.each([
  ['draftOf=a&draftOf=b', 'draftOf'],
  ['revisionId[$gt]=0', 'revisionId'],
  ['asOf[]=2026-01-01T00:00:00Z', 'asOf'],
  ['version=current&version=published', 'version'],
  ['revisionOf=a%00b', 'revisionOf'],
  ['draftId=99999999999', 'draftId'],
  ['draftCreator=admin:9999999999', 'draftCreator'],
  ['asOf=2026-02-30T00:00:00Z', 'asOf'],
  ['revisions=true&savedDraftsOnly=true', 'savedDraftsOnly'],
  ['withProvisionalDrafts=true&provisionalDrafts=any', 'provisionalDrafts'],
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

describe('without strictParams', () => {
  const names = ['api.rest.strictParams', 'api.documents.strictParams'];
  const set = (strict: boolean) => names.forEach((name) => booted.strapi.config.set(name, strict));
  beforeAll(() => set(false));
  afterAll(() => set(true));

  test('the parameters hold, wrong values are refused, and what Strapi does not know it ignores', async () => {
    const documentId = await create({ title: 'Loose' });
    await documents(ARTICLE).update({ documentId, data: { title: 'Looser' } });
    await draft(editor, documentId, { data: { title: 'Loosest' } });

    const shown = async (query: string) => titles((await get(token, `articles?${query}`)).body.data);
    expect(await shown(`revisionOf=${documentId}&unknown=1`)).toEqual(['Looser', 'Loose']);
    expect(await shown(`draftOf=${documentId}&unknown=1`)).toEqual(['Loosest']);
    expect(await shown('version=current&filters[title]=Looser')).toEqual(['Looser']);
    expect(titles(await documents(ARTICLE).findMany({ revisionOf: documentId }))).toEqual([
      'Looser',
      'Loose',
    ]);
    for (const query of ['drafts=maybe', 'asOf=yesterday', 'draftOf=*&revisions=true']) {
      expect([query, (await get(token, `articles?${query}`)).status]).toEqual([query, 400]);
    }
  });
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

test('the OpenAPI document names the parameters', () => {
  const { document } = generate(booted.strapi, { type: 'content-api' }) as Any;
  for (const path of ['articles', 'articles/{id}', 'homepage']) {
    const [, item] = Object.entries<Any>(document.paths).find(([name]) => name.endsWith(`/${path}`)) ?? [];
    const names = item?.get.parameters.map(({ name }: Any) => name);
    expect([path, names]).toEqual([path, expect.arrayContaining([...PARAMETERS, 'version'])]);
  }
});
