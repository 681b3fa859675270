import path from 'node:path';
import { contentPermissions, createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { startChild } from '../helpers/child';
import { ARTICLE, AUTHOR, CATEGORY, createFile, HOMEPAGE, PAGE, rowIdOf, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';

// The query parameters of section 3 of the public interface as GraphQL arguments, and what is nested in what they show.

let booted: Booted;
let editor: Client;
let token: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const create = async (data: object, uid = ARTICLE): Promise<string> =>
  (await documents(uid).create({ data })).documentId;
const ask = async (client: Client, query: string, headers: Record<string, string> = {}): Promise<Any> =>
  (await client.post('/graphql', { query }, headers)).body;
/** What `query` answers, without its name; throws on errors. */
const read = async (query: string, client = token, headers?: Record<string, string>): Promise<Any> =>
  Object.values(await client.graphql(`{ ${query} }`, undefined, headers))[0];
const titles = (entries: Any[]): string[] => entries.map(({ title }) => title);
const draft = async (client: Client, documentId: string, body: object, prefix = '/revisions'): Promise<Any> =>
  ((await client.post(`${prefix}/documents/${ARTICLE}/${documentId}/drafts`, body)).body as Any).data;
const provisional = async (client: Client, documentId: string, data: object, prefix = '/revisions') =>
  ((await client.put(`${prefix}/documents/${ARTICLE}/${documentId}/provisional`, { data })).body as Any).data;
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
    documentId = await create({ title: 'One', rating: 1 });
    await documents(ARTICLE).update({ documentId, data: { title: 'Two', rating: 2 } });
    await documents(ARTICLE).update({ documentId, data: { title: 'Three', rating: 3 } });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    ids = (await read(`articles(revisionOf: "${documentId}", locale: "en") { _revision { id } }`)).map(
      ({ _revision }: Any) => _revision.id
    );
  });

  test('of a document come newest first, and say what they are', async () => {
    await documents(ARTICLE).publish({ documentId });
    const [newest, ...others] = await read(`articles(revisionOf: "${documentId}", locale: "en") {
      documentId title locale createdAt publishedAt
      _draft { id }
      _revision {
        id number locale action label notes pinned creator { type id name } createdAt changed isCurrent isPublished
        publications { publishedAt publishedBy { type id name } unpublishedAt unpublishedBy { type } }
        origin restoredFrom draftName documentId missing { path target documentId }
      }
    }`);
    expect(titles(others)).toEqual(['Two', 'One']);
    const { body } = await token.get(`/api/articles?revisionId=${ids[0]}`);
    const { restoredFromNumber: _number, ...revision } = body.data[0]._revision;
    expect(newest).toEqual({
      documentId,
      title: 'Three',
      locale: 'en',
      createdAt: revision.createdAt,
      publishedAt: null,
      _draft: null,
      _revision: revision,
    });
    expect([typeof revision.id, revision.publications.length]).toEqual(['number', 1]);
    expect(titles(await read(`articles(revisionOf: "${documentId}") { title }`))).toEqual([
      'Un',
      'Three',
      'Two',
      'One',
    ]);
  });

  test('compose with filters, sort and pages, and are counted', async () => {
    const of = `revisionOf: "${documentId}", locale: "en"`;
    const connection = (args: string) =>
      read(
        `articles_connection(${of}, ${args}) { nodes { title } pageInfo { page pageSize pageCount total } }`
      );
    expect(await connection('pagination: { page: 2, pageSize: 2 }')).toEqual({
      nodes: [{ title: 'One' }],
      pageInfo: { page: 2, pageSize: 2, pageCount: 2, total: 3 },
    });
    const filtered = await connection('filters: { rating: { gte: 2 } }, sort: "title:desc"');
    expect([titles(filtered.nodes), filtered.pageInfo.total]).toEqual([['Two', 'Three'], 2]);
    const args = 'filters: { not: { title: { eq: "Two" } } }, pagination: { start: 1, limit: 1 }';
    expect(titles(await read(`articles(${of}, ${args}) { title }`))).toEqual(['One']);
  });

  test('are found by id and creator, on the query of one document as well', async () => {
    const one = (args: string) => read(`article(documentId: "${documentId}", ${args}) { title }`);
    expect(await one(`revisionId: ${ids[1]}`)).toEqual({ title: 'Two' });
    expect(await one(`revisionId: "${ids[1]}"`)).toEqual({ title: 'Two' });
    expect(titles(await read(`articles(revisionId: ${ids[2]}) { title }`))).toEqual(['One']);
    expect(await read(`articles(revisionOf: "${documentId}", revisionCreator: "999") { title }`)).toEqual([]);
    expect(await read('articles(revisionOf: "unknown") { title }')).toEqual([]);
    expect(await read(`categories(revisionOf: "${documentId}") { name }`)).toEqual([]);
    const { data, errors } = await ask(
      token,
      '{ article(documentId: "none", revisionId: 999999) { title } }'
    );
    expect([data.article, errors[0].message, errors[0].extensions.error.name]).toEqual([
      null,
      'Not Found',
      'NotFoundError',
    ]);
  });

  test('of a single type', async () => {
    const { documentId: home } = await documents(HOMEPAGE).create({ data: { headline: 'Then' } });
    await documents(HOMEPAGE).update({ documentId: home, data: { headline: 'Now' } });
    expect(await read('homepage(revisions: true) { headline _revision { isCurrent number } }')).toEqual({
      headline: 'Now',
      _revision: { isCurrent: true, number: 2 },
    });
    expect(await read('homepage(status: DRAFT) { headline _revision { id } }')).toEqual({
      headline: 'Now',
      _revision: null,
    });
  });
});

describe('what is nested', () => {
  // rows with other content under the same ids as revisions and drafts: what is answered must not come from them
  const OTHER = { title: 'Other', seo: { metaTitle: 'Other' }, facts: [{ label: 'Other' }] };
  let documentId: string;
  let files: number[];
  const SELECTION = `
    title body metadata embargoUntil issueDate airTime views rating format accent
    seo { id metaTitle shareImage { name mime } social { network text image { name } } }
    facts { id label since }
    sources(sort: "title:desc") { title }
    sections {
      __typename
      ... on ComponentSectionsQuote { id text attribution }
      ... on ComponentSectionsGallery { caption images { name } images_connection { nodes { name } } }
      ... on ComponentSectionsRelated { heading articles { title } author { name articles { title } } }
      ... on ComponentSectionsTimeline { entries { label } }
    }
    cover { name alternativeText }
    gallery { name }
    gallery_connection { nodes { name } }
    category { name articles { title } articles_connection { nodes { title } } }
    author { name email links { label } }
    tags { name }
    byName: tags(sort: "name:desc", filters: { name: { ne: "t2" } }, pagination: { limit: 1 }) { name }
    tags_connection { nodes { name } }
    relatedArticles { title }
    localizations { title }
    localizations_connection { nodes { title } }
  `;
  const expected = (title: string) => ({
    title,
    body: '# Body',
    metadata: { a: [1, { b: null }] },
    embargoUntil: '2026-05-04T03:02:01.000Z',
    issueDate: '2026-05-04',
    airTime: '10:20:30.000',
    views: 1234567890,
    rating: 4.5,
    format: 'essay',
    accent: '#aabbcc',
    seo: {
      id: expect.stringMatching(/^(revision|draft)-\d+-en-seo-0$/),
      metaTitle: 'Meta',
      shareImage: { name: 'a', mime: 'image/png' },
      social: { network: 'bluesky', text: 'Social', image: { name: 'b' } },
    },
    facts: [
      { id: expect.stringMatching(/-facts-0$/), label: 'F1', since: '2020-01-02' },
      { id: expect.stringMatching(/-facts-1$/), label: 'F2', since: null },
    ],
    sources: [{ title: 'S2' }, { title: 'S1' }],
    sections: [
      {
        __typename: 'ComponentSectionsQuote',
        id: expect.stringMatching(/-sections-0$/),
        text: 'Q',
        attribution: 'A',
      },
      {
        __typename: 'ComponentSectionsGallery',
        caption: 'G',
        images: [{ name: 'b' }, { name: 'a' }],
        images_connection: { nodes: [{ name: 'b' }, { name: 'a' }] },
      },
      {
        __typename: 'ComponentSectionsRelated',
        heading: 'R',
        articles: [{ title: 'Neighbour' }],
        author: { name: 'Ida, now', articles: [{ title: 'Neighbour' }] },
      },
      { __typename: 'ComponentSectionsTimeline', entries: [{ label: 'E1' }, { label: 'E2' }] },
    ],
    cover: { name: 'a', alternativeText: null },
    gallery: [{ name: 'b' }, { name: 'a' }],
    gallery_connection: { nodes: [{ name: 'b' }, { name: 'a' }] },
    // an unpublished category shows what an editor sees in it: the live article has gone to another one
    category: {
      name: 'News',
      articles: [{ title: 'Neighbour' }],
      articles_connection: { nodes: [{ title: 'Neighbour' }] },
    },
    author: { name: 'Ida, now', email: 'ida@example.com', links: [{ label: 'L' }] },
    tags: [{ name: 't3' }, { name: 't1' }, { name: 't2' }],
    byName: [{ name: 't3' }],
    tags_connection: { nodes: [{ name: 't3' }, { name: 't1' }, { name: 't2' }] },
    relatedArticles: [{ title: 'Neighbour' }],
    localizations: [],
    localizations_connection: { nodes: [] },
  });

  let revision: number;
  let drafted: Any;
  let neighbour: string;
  beforeAll(async () => {
    files = [];
    for (const name of ['a', 'b', 'c']) files.push(await createFile(booted.strapi, name));
    const author = await create(
      { name: 'Ida', email: 'ida@example.com', links: [{ label: 'L', url: '/l' }] },
      AUTHOR
    );
    const category = await create({ name: 'News' }, CATEGORY);
    const other = await create({ name: 'Elsewhere' }, CATEGORY);
    const tags = [];
    for (const name of ['t1', 't2', 't3']) tags.push(await create({ name }, TAG));
    for (let index = 0; index < 30; index++) {
      await create({ ...OTHER, category: other, tags: [tags[0]!], cover: files[2], gallery: [files[2]] });
    }
    neighbour = await create({ title: 'Neighbour', category, author });
    const content = {
      title: 'Then',
      body: '# Body',
      metadata: { a: [1, { b: null }] },
      embargoUntil: '2026-05-04T03:02:01.000Z',
      issueDate: '2026-05-04',
      airTime: '10:20:30.000',
      views: '1234567890',
      rating: 4.5,
      format: 'essay',
      accent: '#aabbcc',
      seo: {
        metaTitle: 'Meta',
        shareImage: files[0],
        social: { network: 'bluesky', text: 'Social', image: files[1] },
      },
      facts: [{ label: 'F1', since: '2020-01-02' }, { label: 'F2' }],
      sources: [{ title: 'S1' }, { title: 'S2' }],
      sections: [
        { __component: 'sections.quote', text: 'Q', attribution: 'A' },
        { __component: 'sections.gallery', caption: 'G', images: [files[1], files[0]] },
        { __component: 'sections.related', heading: 'R', articles: [neighbour], author },
        { __component: 'sections.timeline', entries: [{ label: 'E1' }, { label: 'E2' }] },
      ],
      cover: files[0],
      gallery: [files[1], files[0]],
      category,
      author,
      tags: [tags[2]!, tags[0]!, tags[1]!],
      relatedArticles: [neighbour],
    };
    documentId = await create(content);
    await documents(ARTICLE).update({
      documentId,
      data: {
        ...OTHER,
        category: other,
        author: null,
        tags: [],
        relatedArticles: [],
        sections: [],
        cover: files[2],
      },
    });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Sœur' } });
    await documents(AUTHOR).update({ documentId: author, data: { name: 'Ida, now' } });
    const list = await read(
      `articles(revisionOf: "${documentId}", locale: "en", sort: "createdAt") { title _revision { id } }`
    );
    revision = list.find(({ title }: Any) => title === 'Then')._revision.id;
    drafted = await draft(editor, documentId, { name: 'All of it', data: { ...content, title: 'Drafted' } });
    await provisional(token, documentId, { ...content, title: 'Typed' }, '/api/revisions');
  });

  test('in a revision is what it refers to, as that is now', async () => {
    expect(await read(`articles(revisionId: ${revision}) { ${SELECTION} }`)).toEqual([expected('Then')]);
    const one = await read(`article(documentId: "${documentId}", revisionId: ${revision}) { ${SELECTION} }`);
    expect(one).toEqual(expected('Then'));
    const { nodes } = await read(`articles_connection(revisionId: ${revision}) { nodes { ${SELECTION} } }`);
    expect(nodes).toEqual([expected('Then')]);
  });

  test('in a draft is what it would be', async () => {
    expect(await read(`articles(draftId: ${drafted.id}) { ${SELECTION} }`)).toEqual([expected('Drafted')]);
    const [swapped] = await read(
      `articles(status: DRAFT, withProvisionalDrafts: true, filters: { documentId: { eq: "${documentId}" } }, locale: "en") { ${SELECTION} _draft { kind } }`
    );
    // it stands in for the live entry, and has its siblings
    expect(swapped).toEqual({
      ...expected('Typed'),
      _draft: { kind: 'provisional' },
      localizations: [{ title: 'Sœur' }],
      localizations_connection: { nodes: [{ title: 'Sœur' }] },
    });
  });

  test('in current content is as ever, also beside revisions and drafts in one request', async () => {
    const query = `{
      now: article(documentId: "${documentId}", status: DRAFT) { title seo { id metaTitle } tags { name } category { name } _revision { id } _draft { id } }
      then: article(documentId: "${documentId}", revisionId: ${revision}) { title seo { metaTitle } tags { name } }
    }`;
    const { now, then } = await token.graphql(query);
    expect(now).toEqual({
      title: 'Other',
      seo: { id: expect.stringMatching(/^\d+$/), metaTitle: 'Other' },
      tags: [],
      category: { name: 'Elsewhere' },
      _revision: null,
      _draft: null,
    });
    expect(then).toEqual({
      title: 'Then',
      seo: { metaTitle: 'Meta' },
      tags: [{ name: 't3' }, { name: 't1' }, { name: 't2' }],
    });
  });

  test('costs no look-up of its own for what is asked for as it is', async () => {
    const statements = async (selection: string): Promise<string[]> => {
      const sent: string[] = [];
      const listen = ({ sql }: { sql: string }) => sent.push(sql);
      booted.strapi.db.connection.on('query', listen);
      await read(`articles(revisionOf: "${documentId}") { ${selection} }`);
      booted.strapi.db.connection.removeListener('query', listen);
      return sent;
    };
    const nested =
      'author { name } category { name } tags { name } cover { name } seo { shareImage { name } } sections { __typename }';
    await statements('title'); // what is kept in memory is there after this one
    expect(await statements(`title ${nested}`)).toEqual(await statements('title'));
  });

  test('in components can be filtered, sorted and paged', async () => {
    const facts = (args: string) => read(`articles(revisionId: ${revision}) { facts${args} { label } }`);
    const labels = async (args: string) => (await facts(args))[0].facts.map(({ label }: Any) => label);
    expect(await labels('(filters: { since: { notNull: true } })')).toEqual(['F1']);
    expect(await labels('(sort: "label:desc")')).toEqual(['F2', 'F1']);
    expect(await labels('(pagination: { start: 1, limit: 1 })')).toEqual(['F2']);
    const { errors } = await ask(
      token,
      `{ articles(revisionId: ${revision}) { tags(sort: "nosuch") { name } } }`
    );
    expect(errors[0].extensions.error.name).toBe('ValidationError');
  });

  test('and gone is absent, and named', async () => {
    await documents(ARTICLE).delete({ documentId: neighbour });
    const [entry] = await read(
      `articles(revisionId: ${revision}) { relatedArticles { title } _revision { missing { path target documentId } } }`
    );
    expect(entry.relatedArticles).toEqual([]);
    expect(entry._revision.missing).toContainEqual({
      path: 'relatedArticles[0]',
      target: ARTICLE,
      documentId: neighbour,
    });
  });

  test('may point at several types', async () => {
    const { strapi } = booted;
    const tag = { __type: TAG, id: await rowIdOf(strapi, TAG, await create({ name: 'Morph' }, TAG)) };
    const author = {
      __type: AUTHOR,
      id: await rowIdOf(strapi, AUTHOR, await create({ name: 'Poly' }, AUTHOR)),
    };
    const page = await create(
      {
        title: 'P',
        rows: [{ heading: 'H', columns: [{ span: 3, cards: [{ title: 'C', image: files[0] }] }] }],
        featuredItems: [tag, author],
        hero: author,
      },
      PAGE
    );
    await documents(PAGE).update({
      documentId: page,
      data: { title: 'Q', rows: [], featuredItems: [], hero: null },
    });
    const [, first] = await read(`pages(revisionOf: "${page}") {
      title
      rows { heading columns { span cards { title image { name } } } }
      featuredItems { __typename ... on Tag { name } ... on Author { name } }
      hero { ... on Author { name } }
    }`);
    expect(first).toEqual({
      title: 'P',
      rows: [{ heading: 'H', columns: [{ span: 3, cards: [{ title: 'C', image: { name: 'a' } }] }] }],
      featuredItems: [
        { __typename: 'Tag', name: 'Morph' },
        { __typename: 'Author', name: 'Poly' },
      ],
      hero: { name: 'Poly' },
    });
  });
});

describe('drafts', () => {
  let documentId: string;
  let own: Any;
  let saved: Any;
  beforeAll(async () => {
    documentId = await create({ title: 'Live', rating: 1 });
    saved = await draft(editor, documentId, { name: 'Summer', notes: 'Warm', data: { title: 'Drafted' } });
    own = await provisional(token, documentId, { title: 'Typed' }, '/api/revisions');
    await provisional(editor, documentId, { title: 'Secret' });
    await editor.post(`/revisions/documents/${ARTICLE}/drafts`, { name: 'Untouched' });
  });

  test('say what they are', async () => {
    const [entry] = await read(`articles(draftOf: "${documentId}") {
      title rating documentId _revision { id }
      _draft {
        id kind name notes creator { type id name } createdAt updatedAt lockVersion locales modified outdated merged
        conflicts documentId
      }
    }`);
    expect(entry).toEqual({
      title: 'Drafted',
      rating: 1,
      documentId,
      _revision: null,
      _draft: (await token.get(`/api/articles?draftId=${saved.id}`)).body.data[0]._draft,
    });
    expect(entry._draft).toMatchObject({ id: saved.id, name: 'Summer', notes: 'Warm', lockVersion: 1 });
  });

  test('are chosen by kind, document, creator and id', async () => {
    const found = async (args: string): Promise<string[]> =>
      (await read(`articles(${args}, pagination: { limit: 100 }) { title _draft { name } }`)).map(
        ({ title, _draft }: Any) => _draft?.name ?? title
      );
    expect(await found(`draftOf: "${documentId}", provisionalDrafts: "any"`)).toEqual(['Typed', 'Summer']);
    expect(await found(`draftOf: "${documentId}", provisionalDrafts: "true"`)).toEqual(['Typed']);
    expect(await found('draftOf: "*", filters: { title: { eq: "Drafted" }, rating: { eq: 1 } }')).toEqual([
      'Summer',
    ]);
    expect(await found('draftOf: "none", savedDraftsOnly: true')).toEqual([]);
    expect(await found(`draftId: ${own.id}`)).toEqual(['Typed']);
    expect(await found(`draftCreator: "me", provisionalDrafts: "true", draftOf: "${documentId}"`)).toEqual([
      'Typed',
    ]);
    expect(await found(`draftCreator: "admin:${saved.creator.id}", draftOf: "${documentId}"`)).toEqual([
      'Summer',
    ]);
    const any = await found(`drafts: "any", status: DRAFT, draftOf: "${documentId}"`);
    expect(any).toEqual(expect.arrayContaining(['Live', 'Summer']));
    const live = await found('drafts: "false", savedDraftsOnly: false, draftId: null, status: DRAFT');
    expect(live).toContain('Live');
    expect(live).not.toContain('Summer');
  });

  test('without a document have no documentId', async () => {
    const [untouched] = await read(
      'articles(draftOf: "none") { documentId _draft { kind name documentId } }'
    );
    expect(untouched).toEqual({
      documentId: '',
      _draft: { kind: 'unsaved', name: 'Untouched', documentId: null },
    });
  });

  test('take the place of what they are of, for their creator alone', async () => {
    const query = (args: string) =>
      `articles_connection(status: DRAFT, sort: "id", pagination: { limit: 100 } ${args}) {
        nodes { documentId title _draft { id kind } } pageInfo { total }
      }`;
    const plain = await read(query(''));
    const swapped = await read(query(', withProvisionalDrafts: true'));
    expect(swapped.pageInfo).toEqual(plain.pageInfo);
    const ids = ({ nodes }: Any) => nodes.map((node: Any) => node.documentId);
    expect(ids(swapped)).toEqual(ids(plain));
    const of = ({ nodes }: Any) => nodes.find((node: Any) => node.documentId === documentId);
    expect(of(plain)).toMatchObject({ title: 'Live', _draft: null });
    expect(of(swapped)).toMatchObject({ title: 'Typed', _draft: { id: own.id, kind: 'provisional' } });
    const somebody = booted.as(await createApiToken(booted.strapi));
    expect(of(await read(query(', withProvisionalDrafts: true'), somebody)).title).toBe('Live');
    const { errors } = await ask(somebody, `{ articles(draftId: ${own.id}) { title } }`);
    expect(errors[0].message).toBe('Not Found');
  });
});

test('asOf gives each document as it was then, with what was in it', async () => {
  const tag = await create({ name: 'Of old' }, TAG);
  const documentId = await create({ title: 'First', tags: [tag], facts: [{ label: 'Old' }] });
  const moments: string[] = [];
  const moment = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    moments.push(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await moment();
  await documents(ARTICLE).publish({ documentId });
  await moment();
  await documents(ARTICLE).update({ documentId, data: { title: 'Second', tags: [], facts: [] } });
  await moment();
  const at = (index: number, more = '') =>
    read(
      `articles_connection(asOf: "${moments[index]}" ${more}, filters: { documentId: { eq: "${documentId}" } }) {
        nodes { title tags { name } facts { label } } pageInfo { total }
      }`
    );
  const first = { title: 'First', tags: [{ name: 'Of old' }], facts: [{ label: 'Old' }] };
  expect(await at(0)).toEqual({ nodes: [], pageInfo: { total: 0 } });
  expect(await at(0, ', status: DRAFT')).toEqual({ nodes: [first], pageInfo: { total: 1 } });
  expect(await at(2)).toEqual({ nodes: [first], pageInfo: { total: 1 } });
  expect((await at(2, ', version: "current"')).nodes).toEqual([{ title: 'Second', tags: [], facts: [] }]);
  expect(
    await read(`article(documentId: "${documentId}", asOf: "2000-01-01T00:00:00Z") { title }`)
  ).toBeNull();
});

describe('as of a time', () => {
  const moment = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const at = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return at;
  };
  const published = async (data: object, uid = ARTICLE): Promise<string> => {
    const documentId = await create(data, uid);
    await documents(uid).publish({ documentId });
    return documentId;
  };
  let before: string;
  let then: string;
  let documentId: string;
  let author: string;
  beforeAll(async () => {
    before = await moment();
    author = await create({ name: 'Ida', links: [{ label: 'L', url: '/l' }] }, AUTHOR);
    const parent = await published({ name: 'Food' }, CATEGORY);
    const category = await published({ name: 'Bread', parent }, CATEGORY);
    const related = await published({ title: 'Related', author, category });
    const late = await create({ title: 'Late' });
    const sections = [{ __component: 'sections.related', heading: 'R', articles: [related, late], author }];
    documentId = await published({
      ...{ title: 'One', author, category, sections },
      relatedArticles: [related, late],
    });
    then = await moment();
    const save = (uid: string, id: string, data: object) =>
      documents(uid).update({ documentId: id, data, status: 'published' });
    await documents(AUTHOR).update({ documentId: author, data: { name: 'Ida Later', links: [] } });
    await save(CATEGORY, parent, { name: 'Drink' });
    await save(CATEGORY, category, { name: 'Wine' });
    await save(ARTICLE, related, { title: 'Related, later' });
    await save(ARTICLE, late, { title: 'Late' });
  });

  const SELECTION = `
    author { name links { label } _revision { number } }
    category { name parent { name children { name } } }
    relatedArticles { title author { name } category { parent { name } } }
    relatedArticles_connection { nodes { documentId title } }
    sections { ... on ComponentSectionsRelated { author { name } articles { title author { name } } articles_connection { nodes { title } } } }
  `;
  const at = (args: string, selection = SELECTION) =>
    read(`article(documentId: "${documentId}", ${args}) { ${selection} }`);

  test('what is nested is as it was, to any depth', async () => {
    const was = await at(`asOf: "${then}"`);
    const related = { title: 'Related', author: { name: 'Ida' } };
    expect(was).toMatchObject({
      author: { name: 'Ida', links: [{ label: 'L' }], _revision: { number: 1 } },
      category: { name: 'Bread', parent: { name: 'Food' } },
      // what was not published then is absent
      relatedArticles: [{ ...related, category: { parent: { name: 'Food' } } }],
      relatedArticles_connection: { nodes: [{ title: 'Related' }] },
      sections: [
        {
          author: { name: 'Ida' },
          articles: [related],
          articles_connection: { nodes: [{ title: 'Related' }] },
        },
      ],
    });
    const current = await at(`asOf: "${then}", status: DRAFT`);
    expect(titles(current.relatedArticles)).toEqual(['Related', 'Late']);
    expect(titles(current.sections[0].articles)).toEqual(['Related', 'Late']);
    const now = await at(`asOf: "${await moment()}"`);
    expect(now).toMatchObject({
      author: { name: 'Ida Later', links: [] },
      category: { name: 'Wine', parent: { name: 'Drink' } },
      sections: [{ articles: [{ title: 'Related, later' }, { title: 'Late' }] }],
    });
    expect(titles(now.relatedArticles)).toEqual(['Related, later', 'Late']);
  });

  test('queries beside each other do not mix', async () => {
    const named = (args: string) =>
      `article(documentId: "${documentId}" ${args}) { author { name } relatedArticles { title } }`;
    const found = await token.graphql(
      `query ($then: String) {
      then: ${named(', asOf: $then')}
      none: ${named(`, asOf: "${before}"`)}
      plain: ${named('')}
      draft: ${named(', asOf: $then, status: DRAFT')}
    }`,
      { then }
    );
    const [was, is] = [{ name: 'Ida' }, { name: 'Ida Later' }];
    expect(found).toEqual({
      then: { author: was, relatedArticles: [{ title: 'Related' }] },
      none: null,
      plain: { author: is, relatedArticles: [{ title: 'Related, later' }, { title: 'Late' }] },
      draft: { author: was, relatedArticles: [{ title: 'Related' }, { title: 'Late' }] },
    });
  });

  test('what is nested in many entries is looked up together', async () => {
    const statements = async (selection: string): Promise<number> => {
      let sent = 0;
      const listen = () => sent++;
      const query = `articles(asOf: "${then}", status: DRAFT, pagination: { limit: 25 }) { ${selection} }`;
      await read(query); // what is kept in memory is there after this one
      booted.strapi.db.connection.on('query', listen);
      await read(query);
      booted.strapi.db.connection.removeListener('query', listen);
      return sent;
    };
    const plain = await statements('title');
    expect(await statements('title author { name } category { name }')).toBeLessThanOrEqual(plain + 12);
  });

  test('what may not be found is not to be seen there either', async () => {
    const permissions = [`${ARTICLE}.find`, `${ARTICLE}.findOne`, 'plugin::revisions.revision.find'];
    const reader = booted.as(await createApiToken(booted.strapi, { permissions }));
    const nested = `article(documentId: "${documentId}", asOf: "${then}") { relatedArticles { title author { name } } }`;
    const body = await ask(reader, `{ ${nested} }`);
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(body.data.article.relatedArticles).toEqual([{ title: 'Related', author: null }]);
    const allowed = await read(nested.replace('author { name }', '_revision { number changed }'), reader);
    const [{ _revision }] = allowed.relatedArticles;
    expect(_revision.changed).toContain('title');
    expect(_revision.changed).not.toContain('author');
  });

  test('what was never recorded is as it is, if it was made by then', async () => {
    const { connection } = booted.strapi.db;
    const forgotten = connection('revisions_documents').where({ document_id: author });
    await forgotten.clone().update({ document_id: 'forgotten' });
    try {
      const was = await at(
        `asOf: "${then}"`,
        'author { name _revision { id } } relatedArticles { author { name } }'
      );
      expect(was).toEqual({
        author: { name: 'Ida Later', _revision: null },
        relatedArticles: [{ author: { name: 'Ida Later' } }],
      });
    } finally {
      await connection('revisions_documents')
        .where({ document_id: 'forgotten' })
        .update({ document_id: author });
    }
  });

  test('what a relation to several types points at, too', async () => {
    const tag = await create({ name: 'Tag then' }, TAG);
    const item = { __type: TAG, id: await rowIdOf(booted.strapi, TAG, tag) };
    const page = await published({ title: 'P', featuredItems: [item], hero: item }, PAGE);
    const when = await moment();
    await documents(TAG).update({ documentId: tag, data: { name: 'Tag now' } });
    const shown = await read(
      `page(documentId: "${page}", asOf: "${when}") { featuredItems { __typename ... on Tag { name } } hero { ... on Tag { name } } }`
    );
    expect(shown).toEqual({
      featuredItems: [{ __typename: 'Tag', name: 'Tag then' }],
      hero: { name: 'Tag then' },
    });
    const { body } = await token.get(`/api/pages/${page}?asOf=${when}&populate=*`);
    expect(body.data.featuredItems).toMatchObject([{ __type: TAG, name: 'Tag then' }]);
  });
});

describe('a preview token', () => {
  let documentId: string;
  let author: string;
  let other: string;
  let page: string;
  let saved: Any;
  let preview: string;
  const published = async (data: object, uid = ARTICLE): Promise<string> =>
    (await documents(uid).create({ data, status: 'published' })).documentId;
  const tokenFor = async (body: object, client = editor): Promise<string> =>
    ((await client.post('/revisions/previews', { uid: ARTICLE, ...body })).body as Any).data.token;
  const uids = [ARTICLE, AUTHOR, CATEGORY, TAG, PAGE];
  beforeAll(async () => {
    author = await create({ name: 'Preview author' }, AUTHOR);
    const tag = await create({ name: 'Preview tag' }, TAG);
    documentId = await published({ title: 'Live', author, tags: [tag], seo: { metaTitle: 'Live' } });
    const sections = [{ __component: 'sections.related', heading: 'R', articles: [documentId] }];
    other = await published({ title: 'Other', author, relatedArticles: [documentId], sections });
    await documents(ARTICLE).update({ documentId, data: { relatedArticles: [other] }, status: 'published' });
    await documents(ARTICLE).update({
      ...{ documentId, locale: 'fr', status: 'published' },
      data: { title: 'En ligne' },
    });
    const row = await documents(ARTICLE).findOne({ documentId, status: 'published' });
    page = await published({ title: 'P', featuredItems: [{ __type: ARTICLE, id: row.id }] }, PAGE);
    saved = await draft(editor, documentId, {
      name: 'Next',
      data: { title: 'Drafted', seo: { metaTitle: 'Drafted' } },
    });
    preview = await tokenFor({ draftId: saved.id });
    await grantPublic(
      booted.strapi,
      uids.flatMap((uid) => [`${uid}.find`, `${uid}.findOne`])
    );
  });

  const SHOWN = 'documentId title seo { metaTitle } _draft { id }';
  const shown = () => ({
    documentId,
    title: 'Drafted',
    seo: { metaTitle: 'Drafted' },
    _draft: { id: saved.id },
  });
  const live = () => ({ documentId, title: 'Live', seo: { metaTitle: 'Live' }, _draft: null });
  const as = (field: string, selection: string) => `${field} { ${selection} }`;
  const authored = (args: string) =>
    as(
      `author(documentId: "${author}" ${args})`,
      `name articles(sort: "id") { ${SHOWN} } articles_connection(sort: "id") { nodes { ${SHOWN} } }`
    );

  test('puts what it shows in the place of its document, wherever that appears', async () => {
    const anybody = booted.as();
    const given = `, previewToken: "${preview}"`;
    const found = await read(authored(given), anybody);
    expect(found.articles).toContainEqual(shown());
    expect(found.articles_connection.nodes).toEqual(found.articles);
    const plain = await read(authored(''), anybody);
    expect(plain.articles).toContainEqual(live());
    const ids = (entries: Any[]) => entries.map((entry) => entry.documentId);
    expect(ids(found.articles)).toEqual(ids(plain.articles));

    const deep = `title relatedArticles { ${SHOWN} relatedArticles { title author { name articles(filters: { seo: { metaTitle: { eq: "Live" } } }) { title } } } }
      sections { ... on ComponentSectionsRelated { articles { ${SHOWN} } articles_connection { nodes { ${SHOWN} } } } }`;
    const one = await read(`article(documentId: "${other}" ${given}) { ${deep} }`, anybody);
    expect(one).toEqual({
      title: 'Other',
      relatedArticles: [
        {
          ...shown(),
          // what the normal query finds, with what the token shows in its place
          relatedArticles: [
            { title: 'Other', author: { name: 'Preview author', articles: [{ title: 'Drafted' }] } },
          ],
        },
      ],
      sections: [{ articles: [shown()], articles_connection: { nodes: [shown()] } }],
    });

    const within = await read(
      `article(documentId: "${documentId}" ${given}) { title tags { name articles { ${SHOWN} } } relatedArticles { title relatedArticles { ${SHOWN} } } localizations { title } }`,
      anybody
    );
    expect(within).toEqual({
      title: 'Drafted',
      tags: [{ name: 'Preview tag', articles: [shown()] }],
      relatedArticles: [{ title: 'Other', relatedArticles: [shown()] }],
      localizations: [{ title: 'En ligne' }],
    });
    // Strapi’s own resolver of relations to several types fails on rows
    const { body } = await anybody.get(`/api/pages/${page}?previewToken=${preview}&populate=*`);
    expect(body.data.featuredItems).toMatchObject([{ __type: ARTICLE, title: 'Drafted' }]);
  });

  test('also where a query names the draft', async () => {
    const args = `draftId: ${saved.id}, previewToken: "${preview}"`;
    const [named] = await read(
      `articles(${args}) { title author { articles(sort: "id") { ${SHOWN} } } }`,
      booted.as()
    );
    expect(named).toMatchObject({ title: 'Drafted', author: { articles: [shown(), { title: 'Other' }] } });
    const { body } = await booted
      .as()
      .get(
        `/api/articles?draftId=${saved.id}&previewToken=${preview}&populate[author][populate][articles][sort]=id`
      );
    expect(titles(body.data[0].author.articles)).toEqual(['Drafted', 'Other']);
  });

  test('shows nothing to queries beside it', async () => {
    const found = await booted.as().graphql(`{
      shown: ${authored(`, previewToken: "${preview}"`)}
      plain: ${authored('')}
      none: ${authored(', previewToken: null')}
    }`);
    expect(found.shown.articles).toContainEqual(shown());
    expect(found.plain.articles).toContainEqual(live());
    expect(found.none).toEqual(found.plain);
  });

  test('keeps the answer out of caches', async () => {
    const header = async (query: string) =>
      (await booted.as().post('/graphql', { query: `{ ${query} }` })).headers.get('cache-control');
    const query = (args: string) => `article(documentId: "${other}" ${args}) { title }`;
    expect(await header(query(`, previewToken: "${preview}"`))).toBe('private, no-store');
    expect(await header(`${query('')} shown: ${query(`, previewToken: "${preview}"`)}`)).toBe(
      'private, no-store'
    );
    expect(await header(query(', previewToken: "forged"'))).toBe('private, no-store');
    expect(await header(query(''))).not.toBe('private, no-store');
  });

  test('shows no more than its maker may see, nor than who has it may find', async () => {
    const anybody = booted.as();
    const half = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [
          ...contentPermissions(ARTICLE, ['read'], { properties: { fields: ['title'] } }),
          ...['draft.read-peer', 'preview.create'].map((name) => ({ action: `plugin::revisions.${name}` })),
        ],
      })
    );
    const changed = await draft(editor, documentId, {
      data: { title: 'Half', author: null, seo: { metaTitle: 'Hidden' } },
    });
    const token = await tokenFor({ draftId: changed.id }, half);
    const selection = 'title seo { metaTitle } author { name }';
    const visible = { title: 'Half', seo: { metaTitle: 'Live' }, author: { name: 'Preview author' } };
    const given = `, previewToken: "${token}"`;
    expect(await read(`article(documentId: "${documentId}" ${given}) { ${selection} }`, anybody)).toEqual(
      visible
    );
    const nested = await read(
      `article(documentId: "${other}" ${given}) { relatedArticles { ${selection} } }`,
      anybody
    );
    expect(nested.relatedArticles).toEqual([visible]);

    const reader = booted.as(await createApiToken(booted.strapi, { permissions: [`${AUTHOR}.findOne`] }));
    const body = await ask(reader, `{ ${authored(`, previewToken: "${preview}"`)} }`);
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(JSON.stringify(body)).not.toContain('Drafted');
    // names of what may not be seen are those of the type that the token shows
    const secret = await draft(editor, documentId, { data: { internalNotes: 'Private', title: 'Named' } });
    const named = await read(
      `author(documentId: "${author}", previewToken: "${await tokenFor({ draftId: secret.id })}") { articles { documentId _draft { modified } } }`,
      anybody
    );
    expect(named.articles.find((entry: Any) => entry.documentId === documentId)._draft.modified).toEqual([
      'title',
    ]);
  });

  test('that has ended, or is none, is refused', async () => {
    const gone = await draft(editor, documentId, { data: { title: 'Gone' } });
    const ended = await tokenFor({ draftId: gone.id });
    await editor.delete(`/revisions/drafts/${gone.id}`);
    for (const [value, code] of [
      [ended, 'FORBIDDEN'],
      ['forged', 'FORBIDDEN'],
      ['', 'BAD_USER_INPUT'],
      ['x'.repeat(300), 'BAD_USER_INPUT'],
    ]) {
      const { data, errors } = await ask(booted.as(), `{ ${authored(`, previewToken: "${value}"`)} }`);
      expect([data.author, errors[0].extensions.code, errors[0].message]).toEqual([
        null,
        code,
        expect.stringContaining('previewToken'),
      ]);
    }
  });
});

describe('version', () => {
  test('and the header are Strapi’s status, for what is nested as well', async () => {
    const category = await create({ name: 'Published category' }, CATEGORY);
    await documents(CATEGORY).publish({ documentId: category });
    await documents(CATEGORY).update({ documentId: category, data: { name: 'Current category' } });
    const documentId = await create({ title: 'Published', category });
    await documents(ARTICLE).publish({ documentId });
    await documents(ARTICLE).update({ documentId, data: { title: 'Current' } });
    const header = { 'X-Include-Drafts': 'true' };
    const asked = async (args: string, headers: Record<string, string> = {}) => {
      const found = await read(
        `article(documentId: "${documentId}" ${args}) { title category { name } }`,
        token,
        headers
      );
      return `${found.title}, ${found.category.name}`;
    };
    const [PUBLISHED, CURRENT] = ['Published, Published category', 'Current, Current category'];
    expect(await asked('')).toBe(PUBLISHED);
    expect(await asked(', status: DRAFT')).toBe(CURRENT);
    expect(await asked(', version: "current"')).toBe(CURRENT);
    expect(await asked(', version: "published"')).toBe(PUBLISHED);
    expect(await asked(', version: "current", status: DRAFT')).toBe(CURRENT);
    expect(await asked(', version: null')).toBe(PUBLISHED);
    expect(await asked('', header)).toBe(CURRENT);
    expect(await asked('', { 'X-Include-Drafts': '1' })).toBe(PUBLISHED);
    expect(await asked(', version: "published"', header)).toBe(PUBLISHED);
    expect(await asked(', status: PUBLISHED', header)).toBe(PUBLISHED);
    const { article } = await token.graphql(
      `query ($status: PublicationStatus) { article(documentId: "${documentId}", status: $status) { title } }`,
      {},
      header
    );
    expect(article.title).toBe('Current');
    const counted = await read(
      `articles_connection(version: "current", filters: { documentId: { eq: "${documentId}" } }) { nodes { title } pageInfo { total } }`
    );
    expect(counted).toEqual({ nodes: [{ title: 'Current' }], pageInfo: { total: 1 } });
    for (const args of ['version: "current", status: PUBLISHED', 'version: "latest"']) {
      const { errors } = await ask(token, `{ article(documentId: "${documentId}", ${args}) { title } }`);
      expect([errors[0].extensions.code, errors[0].message]).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('version'),
      ]);
    }
  });
});

test.each([
  ['drafts: "maybe"', 'drafts'],
  ['provisionalDrafts: "maybe"', 'provisionalDrafts'],
  ['revisionId: "-1"', 'revisionId'],
  ['draftId: "x"', 'draftId'],
  ['draftOf: "a b"', 'draftOf'],
  ['revisionOf: "a,b"', 'revisionOf'],
  ['draftCreator: "nobody"', 'draftCreator'],
  ['revisionCreator: "admin"', 'revisionCreator'],
  ['draftOf: "*", revisions: true', 'revisions'],
  ['withProvisionalDrafts: true, drafts: "true"', 'withProvisionalDrafts'],
  ['asOf: "yesterday"', 'asOf'],
  ['asOf: "2026-11-17T09:00:00Z", drafts: "true"', 'asOf'],
])('%s is refused, by name', async (args, name) => {
  for (const field of ['articles', 'articles_connection']) {
    const selection = field === 'articles' ? 'title' : 'nodes { title }';
    const { data, errors } = await ask(token, `{ ${field}(${args}) { ${selection} } }`);
    expect(data?.[field] ?? null).toBeNull();
    expect([errors[0].extensions.code, errors[0].extensions.error.name]).toEqual([
      'BAD_USER_INPUT',
      'ValidationError',
    ]);
    expect(errors[0].message).toContain(name);
  }
});

test('a required value that is missing is an error where it is selected, as on Strapi’s own drafts', async () => {
  const documentId = await create({ rating: 1 });
  for (const args of [
    `filters: { documentId: { eq: "${documentId}" } }, status: DRAFT`,
    `revisionOf: "${documentId}"`,
  ]) {
    expect(await read(`articles(${args}) { rating }`)).toEqual([{ rating: 1 }]);
    const { data, errors } = await ask(token, `{ articles(${args}) { title } }`);
    expect([data.articles, errors[0].message]).toEqual([[null], expect.stringContaining('non-nullable')]);
  }
});

test('a boolean is a boolean', async () => {
  const { errors } = await ask(token, '{ articles(revisions: "true") { title } }');
  expect(errors[0].message).toMatch(/Boolean cannot represent/);
});

describe('without the right', () => {
  const FIND = [`${ARTICLE}.find`, `${ARTICLE}.findOne`];
  let documentId: string;
  beforeAll(async () => {
    const author = await create({ name: 'Hidden author' }, AUTHOR);
    documentId = await create({ title: 'Guarded', author, internalNotes: 'private' });
    await draft(editor, documentId, { name: 'Theirs', data: { title: 'Hidden' } });
    await grantPublic(booted.strapi, FIND);
  });

  test('nothing is reachable', async () => {
    const reader = booted.as(await createApiToken(booted.strapi, { permissions: FIND }));
    const member = booted.as(await createUser(booted.strapi, { actions: FIND }));
    for (const client of [booted.as(), reader, member]) {
      for (const args of [
        `draftOf: "${documentId}"`,
        `revisionOf: "${documentId}"`,
        'withProvisionalDrafts: true',
        'drafts: "any"',
        'asOf: "2026-11-17T09:00:00Z"',
      ]) {
        for (const selection of [
          `articles(${args}) { title }`,
          `articles_connection(${args}) { pageInfo { total } }`,
        ]) {
          const body = await ask(client, `{ ${selection} }`);
          expect([args, body.errors[0].extensions.code]).toEqual([args, 'FORBIDDEN']);
          expect(JSON.stringify(body)).not.toContain('Hidden');
        }
      }
      // the header needs no more than `status` does
      const header = { 'X-Include-Drafts': 'true' };
      const live = await read(`article(documentId: "${documentId}") { title }`, client, header);
      expect(live).toEqual({ title: 'Guarded' });
    }
    const other = booted.as(
      await createApiToken(booted.strapi, { permissions: ['plugin::revisions.revision.find'] })
    );
    const { errors } = await ask(other, `{ articles(revisionOf: "${documentId}") { title } }`);
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
  });

  test('a user sees what is theirs, a token what has a name, and each by its own right', async () => {
    const actions = [...FIND, 'plugin::revisions.draft.find', 'plugin::revisions.draft.create'];
    const ann = booted.as(await createUser(booted.strapi, { actions }));
    await draft(ann, documentId, { name: 'Ann’s', data: { title: 'Ann' } }, '/api/revisions');
    const query = `articles(draftOf: "${documentId}") { title }`;
    expect(titles(await read(query, ann))).toEqual(['Ann']);
    expect(titles(await read(query))).toEqual(['Ann', 'Hidden']);
    const { errors } = await ask(ann, `{ articles(revisionOf: "${documentId}") { title } }`);
    expect(errors[0].extensions.code).toBe('FORBIDDEN');

    await grantPublic(booted.strapi, ['plugin::revisions.draft.find']);
    expect(await read(query, booted.as())).toEqual([]);
    const me = await ask(booted.as(), '{ articles(draftCreator: "me") { title } }');
    expect(me.errors[0].extensions.error.name).toBe('UnauthorizedError');
  });

  test('what it points at is not reachable, nor is what is private', async () => {
    const permissions = [...FIND, 'plugin::revisions.revision.find'];
    const reader = booted.as(await createApiToken(booted.strapi, { permissions }));
    const query = (selection: string) => `{ articles(revisionOf: "${documentId}") { ${selection} } }`;
    expect((await ask(reader, query('title _revision { number changed missing { path } }'))).errors).toBe(
      undefined
    );
    for (const selection of ['author { name }', 'tags { name }', 'tags_connection { nodes { name } }']) {
      const body = await ask(reader, query(selection));
      expect([selection, body.errors[0].extensions.code]).toEqual([selection, 'FORBIDDEN']);
      expect(JSON.stringify(body)).not.toContain('Hidden author');
    }
    const [shown] = (await reader.graphql(query('_revision { changed }'))).articles;
    expect(shown._revision.changed).not.toContain('internalNotes');
    expect(shown._revision.changed).not.toContain('author');
    const body = await ask(token, query('internalNotes'));
    expect(body.errors[0].message).toContain('Cannot query field "internalNotes"');
  });
});

test('types that are not tracked, mutations and nested fields know none of the arguments', async () => {
  const { __schema } = await token.graphql(`{ __schema { types { name fields { name args { name } } } } }`);
  const having = __schema.types.flatMap(({ name, fields }: Any) =>
    (fields ?? [])
      .filter(({ args }: Any) => args.some((arg: Any) => arg.name === 'revisionOf'))
      .map((field: Any) => `${name}.${field.name}`)
  );
  expect(having).toEqual(
    expect.arrayContaining(['Query.article', 'Query.articles_connection', 'Query.homepage'])
  );
  expect(having.filter((name: string) => !name.startsWith('Query.') || /note/i.test(name))).toEqual([]);
  const { fields: queries } = __schema.types.find(({ name }: Any) => name === 'Query');
  for (const name of ['article', 'articles', 'articles_connection', 'homepage']) {
    const { args } = queries.find((field: Any) => field.name === name);
    expect(args.map((arg: Any) => arg.name)).toEqual(
      expect.arrayContaining([
        ...['drafts', 'draftOf', 'draftId', 'draftCreator', 'provisionalDrafts', 'savedDraftsOnly'],
        ...['withProvisionalDrafts', 'revisions', 'revisionOf', 'revisionId', 'revisionCreator'],
        ...['asOf', 'version', 'previewToken', 'status', 'locale'],
      ])
    );
  }
  const fields = (type: string) =>
    __schema.types.find(({ name }: Any) => name === type).fields.map(({ name }: Any) => name);
  expect(fields('Article')).toEqual(expect.arrayContaining(['_revision', '_draft', 'localizations']));
  expect(fields('Note')).not.toContain('_revision');
});

test('where the GraphQL plugin is off there is no trace of it, and REST works', async () => {
  const script = path.join(__dirname, 'support/token.ts');
  const child = await startChild({ env: { GRAPHQL_ENABLED: 'false', LOG_LEVEL: 'debug' }, script });
  try {
    expect(child.output()).toContain('debug');
    expect(child.output()).not.toMatch(/graphql|error|warn/i);
    const client = child.as(await child.call<{ token: string }>('makeToken'));
    expect((await client.post('/graphql', { query: '{ articles { title } }' })).status).toBe(405);
    await client.post('/api/articles?status=draft', { data: { title: 'One' } });
    const { status, body } = await client.get('/api/articles?revisions=true');
    expect([status, titles(body.data)]).toEqual([200, ['One']]);
  } finally {
    await child.stop();
  }
});
