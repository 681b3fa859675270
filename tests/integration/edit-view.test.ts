import { contentPermissions, createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import type { Client } from '../helpers/request';
import { revisionsClient } from '../helpers/revisions-client';

// What the content manager answers while its page shows a revision: `revisionId` is in the query of all its requests.

const ARTICLE = 'api::article.article';
const SETTING = 'api::site-setting.site-setting';

let booted: Booted;
let admin: Client;

beforeAll(async () => {
  booted = await bootStrapi();
  admin = booted.as(await createAdmin(booted.strapi));
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);

const view = (documentId: string, query: string, client = admin) =>
  client.get(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en&${query}`);
const relations = (model: string, id: string | number, field: string, query: string, client = admin) =>
  client.get(`/content-manager/relations/${model}/${id}/${field}?locale=en&${query}`);

/** Revisions of a document by their numbers. */
const idsOf = async (uid: string, documentId: string): Promise<number[]> =>
  (await revisionsClient(admin).all(uid, documentId)).map(({ id }) => id);

let articles = 0;

const makeArticle = async () => {
  articles += 1;
  const tags = [];
  for (const name of ['One', 'Two', 'Three'])
    tags.push(await documents('api::tag.tag').create({ data: { name: `${name} ${articles}` } }));
  const related = await documents(ARTICLE).create({ data: { title: 'Related' } });
  const { documentId } = await documents(ARTICLE).create({
    data: {
      title: 'First',
      tags: tags.map((tag) => tag.documentId),
      seo: { metaTitle: 'First', social: { text: 'First' } },
      facts: [
        { label: 'a', value: '1' },
        { label: 'b', value: '2' },
      ],
      sections: [
        { __component: 'sections.related', heading: 'More', articles: [related.documentId] },
        { __component: 'sections.quote', text: 'Quoted' },
      ],
      metadata: { nested: [1, { two: 2 }] },
    },
  });
  await documents(ARTICLE).update({
    documentId,
    data: { title: 'Second', tags: [], seo: null, facts: [], sections: [], metadata: null },
  });
  const [first = 0, second = 0] = await idsOf(ARTICLE, documentId);
  return { documentId, related, tags, first, second };
};

describe('a document', () => {
  it('has the content of the revision, and what is Strapi’s of its own', async () => {
    const { documentId, first } = await makeArticle();
    const live = (await view(documentId, '')).body;
    const { status, body } = await view(documentId, `revisionId=${first}`);

    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      id: live.data.id,
      documentId,
      locale: 'en',
      status: 'draft',
      createdAt: live.data.createdAt,
      title: 'First',
      tags: { count: 3 },
      seo: { metaTitle: 'First', social: { text: 'First' } },
      facts: [{ label: 'a' }, { label: 'b' }],
      sections: [
        { __component: 'sections.related', articles: { count: 1 } },
        { __component: 'sections.quote', text: 'Quoted' },
      ],
      metadata: { nested: [1, { two: 2 }] },
    });
    // no other status: what is shown is neither the draft nor what is published
    expect(body.meta.availableStatus).toEqual([]);
    expect((await view(documentId, '')).body).toEqual(live);
  });

  it('gives components ids that no row has, the same ones each time', async () => {
    const { documentId, first } = await makeArticle();
    const idsIn = (data: Any) =>
      [data.seo, data.seo.social, ...data.facts, ...data.sections].map((component) => component.id);
    const ids = idsIn((await view(documentId, `revisionId=${first}`)).body.data);

    expect(ids.every((id) => id < 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsIn((await view(documentId, `revisionId=${first}`)).body.data)).toEqual(ids);
  });

  it('is not found by the revision of another, and empty where there is none', async () => {
    const { documentId } = await makeArticle();
    const other = await makeArticle();
    expect((await view(documentId, `revisionId=${other.first}`)).status).toBe(404);

    for (const id of ['987654321', '0', '-1', 'abc', '']) {
      const { status, body } = await view(documentId, `revisionId=${id}`);
      expect([id, status, body.data?.documentId, body.data?.title]).toEqual([id, 200, documentId, undefined]);
    }
  });

  it('needs the right to see revisions, and shows the fields that the role may read', async () => {
    const { documentId, first } = await makeArticle();
    const read = { action: 'plugin::revisions.revision.read' };
    const rights = contentPermissions(ARTICLE, ['read'], {
      properties: { fields: ['title', 'seo.metaTitle'] },
    });

    const stranger = booted.as(await createAdmin(booted.strapi, { permissions: rights }));
    expect((await view(documentId, `revisionId=${first}`, stranger)).status).toBe(403);
    expect((await view(documentId, '', stranger)).status).toBe(200);

    const reader = booted.as(await createAdmin(booted.strapi, { permissions: [...rights, read] }));
    const { body } = await view(documentId, `revisionId=${first}`, reader);
    expect(body.data.title).toBe('First');
    expect(body.data.seo.metaTitle).toBe('First');
    expect(body.data.seo).not.toHaveProperty('social');
    expect(body.data).not.toHaveProperty('facts');

    const { sections } = (await view(documentId, `revisionId=${first}`)).body.data;
    for (const [model, id, field] of [
      [ARTICLE, documentId, 'tags'],
      ['sections.related', sections[0].id, 'articles'],
    ] as const) {
      expect((await relations(model, id, field, `revisionId=${first}`, reader)).status).toBe(403);
    }
  });

  it('shows a revision of a locale that was deleted', async () => {
    const { documentId } = await makeArticle();
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'En français' } });
    await documents(ARTICLE).delete({ documentId, locale: 'fr' });
    const revisions = await revisionsClient(admin).all(ARTICLE, documentId, { locale: 'fr' });

    for (const { id } of revisions) {
      const { status, body } = await admin.get(
        `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=fr&revisionId=${id}`
      );
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ documentId, locale: 'fr', title: 'En français' });
      expect(body.data.id).toBeDefined();
    }
  });

  it('may be a single type', async () => {
    const { documentId } = await documents(SETTING).create({ data: { siteName: 'Then' } });
    await documents(SETTING).update({ documentId, data: { siteName: 'Now' } });
    const [first] = await idsOf(SETTING, documentId);
    const { body } = await admin.get(`/content-manager/single-types/${SETTING}?revisionId=${first}`);
    expect(body.data).toMatchObject({ documentId, siteName: 'Then' });
  });
});

describe('relations', () => {
  it('are those of the revision, from the last to the first, a page at a time', async () => {
    const { documentId, first, second, tags } = await makeArticle();
    const names = async (query: string) =>
      (await relations(ARTICLE, documentId, 'tags', query)).body.results.map(
        (tag: Any) => tag.name.split(' ')[0]
      );

    expect(await names(`revisionId=${first}`)).toEqual(['Three', 'Two', 'One']);
    expect(await names(`revisionId=${first}&page=2&pageSize=2`)).toEqual(['One']);
    expect(await names(`revisionId=${second}`)).toEqual([]);
    expect(await names('')).toEqual([]);

    await documents('api::tag.tag').delete({ documentId: tags[1].documentId });
    expect(await names(`revisionId=${first}`)).toEqual(['Three', 'One']);
  });

  it('are found in components, with the status of their targets', async () => {
    const { documentId, first, related } = await makeArticle();
    const { sections } = (await view(documentId, `revisionId=${first}`)).body.data;
    const { body } = await relations('sections.related', sections[0].id, 'articles', `revisionId=${first}`);
    expect(body.results).toMatchObject([
      { documentId: related.documentId, title: 'Related', status: 'draft', locale: 'en' },
    ]);
    expect(body.pagination.total).toBe(1);

    // nothing can be connected to a revision
    const offer = await admin.get(
      `/content-manager/relations/sections.related/articles?id=${sections[0].id}&locale=en&revisionId=${first}`
    );
    expect(offer).toMatchObject({ status: 200, body: { results: [] } });

    // while the page changes, the form may still ask for them
    expect((await relations('sections.related', sections[0].id, 'articles', '')).body.results).toEqual([]);
  });
});

describe('writes', () => {
  it('are refused, and change nothing', async () => {
    const { documentId, first } = await makeArticle();
    const base = `/content-manager/collection-types/${ARTICLE}`;
    const query = `?locale=en&revisionId=${first}`;
    const before = await idsOf(ARTICLE, documentId);

    for (const answer of [
      await admin.put(`${base}/${documentId}${query}`, { title: 'Third' }),
      await admin.post(`${base}/${documentId}/actions/publish${query}`, { title: 'Third' }),
      await admin.post(`${base}/${documentId}/actions/discard${query}`, {}),
      await admin.delete(`${base}/${documentId}${query}`),
      await admin.post(`${base}${query}`, { title: 'Third' }),
      await admin.put(`/content-manager/single-types/${SETTING}${query}`, { siteName: 'Third' }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({ name: 'ValidationError' });
      expect(answer.body.error.message).toMatch(/^A revision cannot be changed/);
    }
    expect(await idsOf(ARTICLE, documentId)).toEqual(before);
    expect((await view(documentId, '')).body.data.title).toBe('Second');
  });
});
