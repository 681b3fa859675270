import { createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY, createFile, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';
import { revisionsClient } from '../helpers/revisions-client';

// Section 4 of the public interface on the content API, with the rights of section 6. Parameters are strict.

let booted: Booted;
let everything: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const revisionsOf = (client: Client) => revisionsClient(client, '/api/revisions');

const own = (...actions: string[]) => actions.map((action) => `plugin::revisions.revision.${action}`);
const on = (uid: string, ...actions: string[]) => actions.map((action) => `${uid}.${action}`);

let documentId: string;
let first: number;
let second: number;

beforeAll(async () => {
  booted = await bootStrapi();
  everything = booted.as(await createApiToken(booted.strapi));
  const { strapi } = booted;
  const [one, two] = [await createFile(strapi), await createFile(strapi)];
  const author = await documents(AUTHOR).create({
    data: { name: 'Ida', portrait: one, links: [{ label: 'L', url: '/' }] },
  });
  const category = await documents(CATEGORY).create({ data: { name: 'Salt', image: two } });
  const tags = [
    await documents(TAG).create({ data: { name: 'a' } }),
    await documents(TAG).create({ data: { name: 'b' } }),
  ];
  const other = await documents(ARTICLE).create({ data: { title: 'Other', author: author.documentId } });
  ({ documentId } = await documents(ARTICLE).create({
    data: {
      title: 'One',
      body: '# One',
      content: [{ type: 'paragraph', children: [{ type: 'text', text: 'One' }] }],
      internalNotes: 'nobody’s business',
      accessCode: 'Pa55word',
      metadata: { a: [1] },
      cover: one,
      gallery: [two, one],
      author: author.documentId,
      category: category.documentId,
      tags: [tags[1].documentId, tags[0].documentId],
      relatedArticles: [other.documentId],
      facts: [{ label: 'F1', value: 'V' }, { label: 'F2' }],
      seo: { metaTitle: 'M', shareImage: two, social: { text: 'S', image: one } },
      sections: [
        { __component: 'sections.quote', text: 'Q1' },
        { __component: 'sections.gallery', caption: 'G', images: [two, one] },
        {
          __component: 'sections.related',
          heading: 'R',
          articles: [other.documentId],
          author: author.documentId,
        },
        { __component: 'sections.quote', text: 'Q2' },
        { __component: 'sections.timeline', entries: [{ label: 'E' }] },
      ],
    },
  }));
  first = (await revisionsOf(everything).newest(ARTICLE, documentId)).id;
  await documents(ARTICLE).update({ documentId, data: { title: 'Two', internalNotes: 'still not' } });
  second = (await revisionsOf(everything).newest(ARTICLE, documentId)).id;
});

describe('who may', () => {
  /** Statuses of: list, state, get, annotate, restore. */
  const statuses = async (client: Client) => {
    const revisions = revisionsOf(client);
    const answers = [
      await revisions.list(ARTICLE, documentId),
      await revisions.state(ARTICLE, documentId),
      await revisions.get(first),
      await revisions.annotate(first, { pinned: false }),
      await revisions.restore(first, { dryRun: true }),
    ];
    return answers.map(({ status }) => status);
  };
  const withToken = async (...permissions: string[]) =>
    booted.as(await createApiToken(booted.strapi, { permissions }));
  const withUser = async (...actions: string[]) => booted.as(await createUser(booted.strapi, { actions }));

  it('by an API token', async () => {
    expect(await statuses(everything)).toEqual([200, 200, 200, 200, 200]);
    const readOnly = booted.as(await createApiToken(booted.strapi, { type: 'read-only' }));
    expect(await statuses(readOnly)).toEqual([200, 200, 200, 403, 403]);
    const [article, all] = [on(ARTICLE, 'find', 'update'), own('find', 'annotate', 'restore')];
    expect(await statuses(await withToken(...article))).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses(await withToken(...article, ...own('find')))).toEqual([200, 200, 200, 403, 403]);
    expect(await statuses(await withToken(...article, ...own('annotate')))).toEqual([
      403, 403, 403, 200, 403,
    ]);
    expect(await statuses(await withToken(...article, ...own('restore')))).toEqual([403, 403, 403, 403, 200]);
    expect(await statuses(await withToken(...on(ARTICLE, 'find'), ...all))).toEqual([
      200, 200, 200, 200, 403,
    ]);
    // of what one may not read there is no revision
    expect(await statuses(await withToken(...on(TAG, 'find', 'update'), ...all))).toEqual([
      403, 403, 404, 404, 404,
    ]);
    expect((await booted.as({ token: 'none' }).get(`/api/revisions/revisions/${first}`)).status).toBe(401);
  });

  it('by a Users & Permissions user', async () => {
    const [article, all] = [on(ARTICLE, 'find', 'update'), own('find', 'annotate', 'restore')];
    expect(await statuses(await withUser(...article))).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses(await withUser(...article, ...own('find')))).toEqual([200, 200, 200, 403, 403]);
    expect(await statuses(await withUser(...article, ...all))).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(await withUser(...on(ARTICLE, 'update'), ...all))).toEqual([
      403, 403, 404, 404, 404,
    ]);
  });

  it('by nobody in particular', async () => {
    expect(await statuses(booted.as())).toEqual([403, 403, 403, 403, 403]);
    await grantPublic(booted.strapi, [...own('find'), ...on(ARTICLE, 'findOne')]);
    expect(await statuses(booted.as())).toEqual([200, 200, 200, 403, 403]);
  });

  it('is listed as the actions of the public interface', () => {
    const { contentAPI } = booted.strapi as Any;
    const actions = contentAPI.permissions.providers.action.values().map(({ uid }: Any) => uid);
    expect(actions.filter((uid: string) => uid.startsWith('plugin::revisions.')).sort()).toEqual([
      ...['apply', 'create', 'delete', 'find', 'update'].map((name) => `plugin::revisions.draft.${name}`),
      'plugin::revisions.preview.create',
      ...own('annotate', 'find', 'restore'),
    ]);
  });
});

describe('a list', () => {
  const list = (query: string) => revisionsOf(everything).list(ARTICLE, documentId, query);

  it('is newest first, in pages, without content', async () => {
    const { body } = await list('');
    expect(body.data.map(({ id, number }: Any) => [id, number])).toEqual([
      [second, 2],
      [first, 1],
    ]);
    expect(body.meta).toEqual({ pagination: { page: 1, pageSize: 25, pageCount: 1, total: 2 } });
    expect(body.data[0]).toEqual({
      id: second,
      number: 2,
      locale: 'en',
      action: 'update',
      label: null,
      notes: null,
      pinned: false,
      creator: { type: 'system', id: null, name: null },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      changed: ['title'],
      isCurrent: true,
      isPublished: false,
      publications: [],
      origin: 'service',
      restoredFrom: null,
      restoredFromNumber: null,
      draftName: null,
      documentId,
    });
    const page = (await list('page=2&pageSize=1')).body;
    expect(page.data.map(({ number }: Any) => number)).toEqual([1]);
    expect(page.meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
    expect((await list('page=9')).body.data).toEqual([]);
    expect((await list('pageSize=100')).status).toBe(200);
    expect((await list('locale=fr')).body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
  });

  it.each([
    'page=0',
    'page=x',
    'page=1.5',
    'pageSize=0',
    'pageSize=101',
    'pageSize=-1',
    'locale=',
    'creator=nobody',
    'action=bogus',
  ])('refuses %s', async (query) => {
    const { status, body } = await list(query);
    expect({ status, name: body.error.name }).toEqual({ status: 400, name: 'ValidationError' });
    expect(body.error.message).toContain(query.split('=')[0]);
  });

  it('of a document that there is not is empty, of a type that there is not is not found', async () => {
    const revisions = revisionsOf(everything);
    expect((await revisions.list(ARTICLE, 'nosuch')).body.data).toEqual([]);
    expect((await revisions.state(ARTICLE, 'nosuch')).status).toBe(404);
    expect((await revisions.list('api::nosuch.nosuch', documentId)).status).toBe(404);
    expect((await revisions.list('shared.seo', documentId)).status).toBe(404);
    expect((await revisions.get(987654)).status).toBe(404);
    expect((await revisions.get('x')).status).toBe(404);
  });
});

describe('a revision', () => {
  const get = (query: string, client = everything) => revisionsOf(client).get(first, query);

  /** Without what a revision has not: row ids of components, Strapi's own dates. */
  const comparable = (value: Any): Any => {
    if (Array.isArray(value)) return value.map(comparable);
    if (value === null || typeof value !== 'object') return value;
    const { id: _i, createdAt: _c, updatedAt: _u, publishedAt: _p, _revision, ...rest } = value;
    return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, comparable(item)]));
  };
  const atTop = ({ locale: _locale, localizations: _localizations, ...data }: Any) => comparable(data);

  it.each([
    'populate=*',
    'fields=title',
    'fields[0]=title&fields[1]=body&populate=author',
    'populate[0]=seo&populate[1]=tags',
    'populate=seo.social.image,sections,category.image',
    'populate[seo][populate]=*',
    'populate[seo][fields][0]=metaTitle&populate[seo][populate][social][fields][0]=text',
    'populate[author][fields][0]=name&populate[author][populate]=*',
    'populate[author][populate][articles][populate][author]=true',
    'populate[tags][fields][0]=name&populate[gallery][fields][0]=name',
    'populate[relatedArticles][populate][author][fields][0]=name',
    'populate[sections][populate]=*',
    'populate[sections][on][sections.quote]=true&populate[sections][on][sections.gallery][populate]=*',
    'populate[sections][on][sections.related][populate][articles][fields][0]=title',
    'populate[facts][fields][0]=label',
    'populate[tags][sort]=name&populate[gallery][sort]=name:desc',
    'populate[tags][filters][name]=a&populate[relatedArticles][fields][0]=title',
    'populate[tags][count]=true',
  ])('with ?%s is what the document itself was', async (query) => {
    await documents(ARTICLE).update({ documentId, data: { title: 'One' } });
    const { status, body } = await get(query);
    const live = await everything.get(`/api/articles/${documentId}?status=draft&${query}`);
    expect([status, live.status]).toEqual([200, 200]);
    expect(atTop(body.data)).toEqual(atTop(live.body.data));
  });

  it('comes whole without a wish, and says what it is', async () => {
    const { data, meta } = (await get('')).body;
    expect(data).toMatchObject({
      documentId,
      locale: 'en',
      title: 'One',
      author: { name: 'Ida' },
      tags: [{ name: 'b' }, { name: 'a' }],
      gallery: [expect.objectContaining({ mime: 'image/png' }), expect.anything()],
      seo: { social: { text: 'S', image: { mime: 'image/png' } } },
      sections: [
        { text: 'Q1' },
        { images: [{}, {}] },
        { author: { name: 'Ida' } },
        { text: 'Q2' },
        { entries: [{ label: 'E' }] },
      ],
      _revision: { id: first, number: 1, documentId, missing: [] },
    });
    expect(meta).toEqual({ missing: [], dropped: [], added: [] });
  });

  it('never shows what is private, or a password', async () => {
    for (const query of ['', 'populate=*', 'fields=title']) {
      expect(JSON.stringify((await get(query)).body)).not.toMatch(
        /internalNotes|business|accessCode|Pa55word/
      );
    }
    for (const key of ['internalNotes', 'accessCode']) {
      expect((await get(`fields=${key}`)).status).toBe(400);
    }
  });

  it.each([
    'populate=nosuch',
    'populate[nosuch]=true',
    'populate[seo][populate]=nosuch',
    'populate[sections][on][sections.nosuch]=true',
    'fields=nosuch',
    'fields[0]=title&fields[1]=nosuch',
    'populate[author][fields][0]=password',
    'populate=createdBy.password',
  ])('refuses ?%s', async (query) => {
    const { status, body } = await get(query);
    expect({ status, name: body.error?.name }).toEqual({ status: 400, name: 'ValidationError' });
  });

  it('does not show relations that the caller has no right to', async () => {
    const permissions = [
      ...own('find', 'restore'),
      ...on(ARTICLE, 'find', 'findOne', 'update'),
      ...on(TAG, 'find'),
    ];
    const some = booted.as(await createApiToken(booted.strapi, { permissions }));
    const { data } = (await get('', some)).body;
    expect(data).toMatchObject({
      title: 'One',
      tags: [{ name: 'b' }, { name: 'a' }],
      cover: { mime: 'image/png' },
    });
    expect(data).not.toHaveProperty('author');
    expect(data).not.toHaveProperty('category');
    expect(data.sections[2]).not.toHaveProperty('author');
    expect(JSON.stringify(data)).not.toContain('Ida');

    for (const query of ['populate=*', 'populate=author', 'populate[author][fields][0]=name']) {
      const live = await some.get(`/api/articles/${documentId}?status=draft&${query}`);
      const shown = await get(query, some);
      expect(shown.status).toBe(live.status);
      if (live.status === 200) expect(atTop(shown.body.data)).toEqual(atTop(live.body.data));
    }
    expect(JSON.stringify((await revisionsOf(some).restore(first, { dryRun: true })).body)).not.toContain(
      'Ida'
    );
  });

  it('has targets as they are now, drafts where there are', async () => {
    const category = await documents(CATEGORY).create({ data: { name: 'Then' }, status: 'published' });
    const made = await documents(ARTICLE).create({ data: { title: 'T', category: category.documentId } });
    await documents(CATEGORY).update({ documentId: category.documentId, data: { name: 'Now' } });
    const { id } = await revisionsOf(everything).newest(ARTICLE, made.documentId);
    expect((await revisionsOf(everything).get(id)).body.data.category).toMatchObject({ name: 'Now' });
  });
});

describe('annotations', () => {
  it('are all that can be changed', async () => {
    const revisions = revisionsOf(everything);
    const { status, body } = await revisions.annotate(first, { label: ' v1 ', notes: 'why', pinned: true });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ id: first, number: 1, label: 'v1', notes: 'why', pinned: true });
    expect((await revisions.list(ARTICLE, documentId)).body.data.find(({ id }: Any) => id === first)).toEqual(
      body.data
    );

    expect((await revisions.annotate(first, { data: { label: null } })).body.data).toMatchObject({
      label: null,
      notes: 'why',
    });
    expect((await revisions.annotate(first, { notes: '', pinned: false })).body.data).toMatchObject({
      notes: null,
      pinned: false,
    });
  });

  it.each([
    [{}, ''],
    [{ label: 7 }, 'label'],
    [{ label: 'x'.repeat(256) }, 'label'],
    [{ notes: 'x'.repeat(5001) }, 'notes'],
    [{ pinned: 'yes' }, 'pinned'],
    [{ number: 9 }, 'number'],
    [{ label: 'fine', title: 'not' }, 'title'],
  ])('refuse %j', async (body, key) => {
    const revisions = revisionsOf(everything);
    const before = (await revisions.get(first)).body.data._revision;
    const answer = await revisions.annotate(first, body);
    expect(answer).toMatchObject({ status: 400, body: { data: null, error: { name: 'ValidationError' } } });
    expect(answer.body.error.message).toContain(key);
    expect((await revisions.get(first)).body.data._revision).toEqual(before);
  });
});

describe('restoring', () => {
  const rights = [...own('find', 'restore'), ...on(ARTICLE, 'find', 'update')];
  const twice = async () => {
    const made = await documents(ARTICLE).create({ data: { title: 'One', internalNotes: 'then', sku: 'A' } });
    await documents(ARTICLE).update({
      documentId: made.documentId,
      data: { title: 'Two', internalNotes: 'now', sku: 'B' },
    });
    const [{ id }] = await revisionsOf(everything).all(ARTICLE, made.documentId);
    return { documentId: made.documentId, id };
  };

  it('is done by an API token, under its name', async () => {
    const token = await createApiToken(booted.strapi, { permissions: rights, name: 'deploy' });
    const { documentId: restoredId, id } = await twice();
    const { status, body } = await revisionsOf(booted.as(token)).restore(id, {
      notes: 'back',
      publish: true,
    });
    expect(status).toBe(200);
    expect(body.data.revision).toMatchObject({
      number: 3,
      action: 'restore',
      origin: 'rest',
      creator: { type: 'api-token', id: token.id, name: 'deploy' },
      notes: 'back',
      restoredFrom: id,
      isPublished: true,
    });
    // what is private comes back, too, and is not spoken of
    expect(JSON.stringify(body)).not.toContain('internalNotes');
    expect(await documents(ARTICLE).findOne({ documentId: restoredId, status: 'published' })).toMatchObject({
      title: 'One',
      internalNotes: 'then',
      sku: 'A',
    });
  });

  it('is done by a user, under theirs', async () => {
    const user = await createUser(booted.strapi, { actions: rights, username: 'ida' });
    const { id } = await twice();
    const { body } = await revisionsOf(booted.as(user)).restore(id, { fields: ['title'] });
    expect(body.data).toMatchObject({
      document: { title: 'One', sku: 'B' },
      revision: {
        changed: ['title'],
        creator: { type: 'user', id: user.user.id, name: 'ida' },
        origin: 'rest',
      },
    });
  });

  it('leaves relations alone whose target the caller may not find', async () => {
    const [one, two] = [
      await documents(AUTHOR).create({ data: { name: 'A1' } }),
      await documents(AUTHOR).create({ data: { name: 'A2' } }),
    ];
    const made = await documents(ARTICLE).create({ data: { title: 'One', author: one.documentId } });
    await documents(ARTICLE).update({
      documentId: made.documentId,
      data: { title: 'Two', author: two.documentId },
    });
    const [{ id }] = await revisionsOf(everything).all(ARTICLE, made.documentId);

    const client = booted.as(await createApiToken(booted.strapi, { permissions: rights }));
    const { status, body } = await revisionsOf(client).restore(id);
    expect({ status, changed: body.data.revision.changed }).toEqual({ status: 200, changed: ['title'] });
    expect(
      await documents(ARTICLE).findOne({ documentId: made.documentId, populate: ['author'] })
    ).toMatchObject({
      title: 'One',
      author: { name: 'A2' },
    });
  });

  it('takes its body in an envelope, too, and refuses what is wrong', async () => {
    const { id } = await twice();
    const revisions = revisionsOf(everything);
    expect((await revisions.restore(id, { data: { dryRun: true } })).body.data).toMatchObject({
      revision: null,
      unchanged: false,
    });
    expect((await revisions.restore(id, { data: { bogus: 1 } })).status).toBe(400);
    const invalid = await documents(ARTICLE).create({ data: { facts: [{ value: 'no label' }], title: 'T' } });
    const { id: bad } = await revisions.newest(ARTICLE, invalid.documentId);
    expect(await revisions.restore(bad, { publish: true })).toMatchObject({
      status: 422,
      body: {
        data: null,
        error: { name: 'ValidationError', details: { errors: [{ path: ['facts', '0', 'label'] }] } },
      },
    });
  });
});
