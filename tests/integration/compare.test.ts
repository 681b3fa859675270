import type { Change, Comparison } from '../../contracts/compare';
import { contentPermissions, createAdmin, createApiToken } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY, createFile, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';
import { revisionsClient } from '../helpers/revisions-client';

// `compare` of section 4 of the public interface, on both APIs.

const NOTE = 'api::note.note';

let booted: Booted;
let admin: Client;
let token: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);

const compare = async (
  client: Client,
  documentId: string,
  query: Record<string, string | number> = {},
  { prefix = '/revisions', uid = ARTICLE } = {}
): Promise<{ status: number; body: { data: Comparison; error?: Any } }> => {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return client.get(`${prefix}/documents/${uid}/${documentId}/compare?${search}`) as Any;
};
const between = async (documentId: string, query: Record<string, string | number> = {}) => {
  const { status, body } = await compare(admin, documentId, query);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
};
const summary = (changes: Change[]): string[] =>
  changes.flatMap(({ path, kind, children = [] }) => [`${path} ${kind}`, ...summary(children)]);
const revisionAt = async (documentId: string, number: number, uid = ARTICLE) => {
  const { body } = await revisionsClient(admin).list(uid, documentId);
  return body.data.find((revision: Any) => revision.number === number);
};

beforeAll(async () => {
  booted = await bootStrapi();
  admin = booted.as(await createAdmin(booted.strapi));
  token = booted.as(await createApiToken(booted.strapi));
});

afterAll(() => booted.stop());

describe('the sides', () => {
  let documentId: string;
  beforeAll(async () => {
    ({ documentId } = await documents(ARTICLE).create({ data: { title: 'One' } }));
    await documents(ARTICLE).publish({ documentId });
    await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
    await documents(ARTICLE).update({ documentId, data: { title: 'Three', standfirst: 'More' } });
  });

  test('are, without a wish, what the last save changed', async () => {
    const { from, to, changes } = await between(documentId);
    expect(summary(changes)).toEqual(['standfirst added', 'title changed']);
    expect(from).toMatchObject({ ref: 'previous', revision: { number: 2 }, locale: 'en' });
    expect(to).toMatchObject({ ref: 'current', revision: { number: 3, isCurrent: true }, locale: 'en' });
    expect(changes[1]).toMatchObject({
      path: 'title',
      type: 'string',
      from: 'Two',
      to: 'Three',
      parts: [
        { kind: 'removed', text: 'Two' },
        { kind: 'added', text: 'Three' },
      ],
    });
  });

  test('are revisions, current, published, and what was before', async () => {
    const [one, two] = [await revisionAt(documentId, 1), await revisionAt(documentId, 2)];
    const titles = async (query: Record<string, string | number>) => {
      const { changes } = await between(documentId, query);
      const title = changes.find(({ path }) => path === 'title');
      return [title?.from, title?.to];
    };
    expect(await titles({ from: `revision:${one.id}`, to: `revision:${two.id}` })).toEqual(['One', 'Two']);
    expect(await titles({ from: `revision:${two.id}`, to: `revision:${one.id}` })).toEqual(['Two', 'One']);
    expect(await titles({ from: 'published', to: 'current' })).toEqual(['One', 'Three']);
    expect(await titles({ from: 'current', to: 'published' })).toEqual(['Three', 'One']);
    expect(await titles({ to: `revision:${two.id}` })).toEqual(['One', 'Two']);
    // before the first there was nothing
    expect(await titles({ from: 'previous', to: `revision:${one.id}` })).toEqual([undefined, 'One']);
    expect((await between(documentId, { to: 'published' })).from).toMatchObject({
      ref: 'previous',
      revision: null,
    });
    expect((await between(documentId, { from: 'current' })).changes).toEqual([]);
  });

  test('are of one locale, the one that is named or a revision’s own', async () => {
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Deux' } });
    expect((await between(documentId, { locale: 'fr' })).changes).toMatchObject([{ from: 'Un', to: 'Deux' }]);
    const french = await revisionAt(documentId, 4);
    expect(french.locale).toBe('fr');
    const { to, changes } = await between(documentId, { from: `revision:${french.id}`, to: 'current' });
    expect(to.locale).toBe('fr');
    expect(changes).toMatchObject([{ from: 'Un', to: 'Deux' }]);
  });

  test('before what comes again after a deletion there is nothing', async () => {
    const note = await documents(NOTE).create({ data: { title: 'Gone' } });
    await documents(NOTE).delete({ documentId: note.documentId });
    await documents(NOTE).create({ data: { documentId: note.documentId, title: 'Back' } });
    const { body } = await compare(admin, note.documentId, {}, { uid: NOTE });
    expect(body.data.changes.find(({ path }) => path === 'title')).toMatchObject({
      kind: 'added',
      to: 'Back',
    });
  });

  test('of a type without Draft & Publish: what is current is published', async () => {
    const { documentId: note } = await documents(NOTE).create({ data: { title: 'One' } });
    const { body } = await compare(admin, note, { from: 'published', to: 'current' }, { uid: NOTE });
    expect(body.data.changes).toEqual([]);
  });
});

describe('a change', () => {
  test('of components, relations and files is told item by item, with labels', async () => {
    const { strapi } = booted;
    const [one, two] = [await createFile(strapi), await createFile(strapi)];
    const [a, b] = [
      await documents(TAG).create({ data: { name: 'Salt' } }),
      await documents(TAG).create({ data: { name: 'Sea' } }),
    ];
    const { documentId } = await documents(ARTICLE).create({
      data: {
        title: 'T',
        tags: [a.documentId],
        gallery: [one],
        facts: [
          { label: 'A', value: '1' },
          { label: 'B', value: '2' },
        ],
        seo: { metaTitle: 'M' },
      },
    });
    await documents(ARTICLE).update({
      documentId,
      data: {
        tags: [b.documentId],
        gallery: [two, one],
        facts: [
          { label: 'B', value: '2' },
          { label: 'A', value: '1' },
        ],
        seo: { metaTitle: 'N' },
      },
    });
    const { changes } = await between(documentId);
    expect(summary(changes)).toEqual(
      expect.arrayContaining([
        'seo.metaTitle changed',
        'tags[0] removed',
        'tags[0] added',
        'gallery[0] added',
      ])
    );
    const factChanges = changes.find(({ path }) => path === 'facts')!.children!;
    expect(factChanges.map(({ kind, type }) => `${type} ${kind}`)).toEqual(['component moved']);
    const tags = changes.find(({ path }) => path === 'tags')!.children!;
    expect(tags.find(({ kind }) => kind === 'added')!.to).toMatchObject({
      target: TAG,
      documentId: b.documentId,
      label: 'Sea',
    });
    const [file] = changes.find(({ path }) => path === 'gallery')!.children!;
    expect(file!.to).toMatchObject({ id: two, mime: 'image/png', url: expect.any(String) });

    // what is gone is named as such
    await documents(TAG).delete({ documentId: a.documentId });
    const later = await between(documentId, { to: `revision:${(await revisionAt(documentId, 2)).id}` });
    const removed = later.changes.find(({ path }) => path === 'tags')!.children!;
    expect(removed.find(({ kind }) => kind === 'removed')!.from).toMatchObject({
      documentId: a.documentId,
      gone: true,
    });
  });
});

describe('a wrong question', () => {
  test.each([
    [{ from: 'yesterday' }, 'from: must be revision:ID'],
    [{ to: 'revision:x' }, 'to: must be revision:ID'],
    [{ to: 'previous' }, 'to: must not be previous'],
    [{ locale: '' }, 'locale'],
  ])('%j is a 400 that names it', async (query, message) => {
    const { documentId } = await documents(ARTICLE).create({ data: { title: 'T' } });
    const { status, body } = await compare(admin, documentId, query as never);
    expect([status, body.error.name]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toContain(message);
  });

  test('what is not there, or of another document, is a 404', async () => {
    const { documentId } = await documents(ARTICLE).create({ data: { title: 'T' } });
    const other = await documents(ARTICLE).create({ data: { title: 'O' } });
    const { id } = await revisionAt(other.documentId, 1);
    for (const query of [
      { from: `revision:${id}` },
      { from: 'revision:99999999' },
      { from: 'draft:1' },
      { to: 'published' },
      { locale: 'xx' },
    ]) {
      expect((await compare(admin, documentId, query as never)).status).toBe(404);
    }
    expect((await compare(admin, 'nobody')).status).toBe(404);
    expect((await compare(admin, documentId, {}, { uid: 'api::none.none' })).status).toBe(404);
  });
});

describe('who may not read', () => {
  let documentId: string;
  let authorId: string;
  beforeAll(async () => {
    const author = await documents(AUTHOR).create({ data: { name: 'Ida' } });
    authorId = author.documentId;
    ({ documentId } = await documents(ARTICLE).create({ data: { title: 'One', internalNotes: 'secret' } }));
    await documents(ARTICLE).update({
      documentId,
      data: {
        title: 'Two',
        internalNotes: 'more secret',
        author: authorId,
        sections: [{ __component: 'sections.related', heading: 'R', author: authorId }],
      },
    });
  });
  const withToken = async (...permissions: string[]) =>
    booted.as(await createApiToken(booted.strapi, { permissions }));

  test('the type or revisions, gets nothing', async () => {
    const statusOf = async (...permissions: string[]) =>
      (await compare(await withToken(...permissions), documentId, {}, { prefix: '/api/revisions' })).status;
    const find = 'plugin::revisions.revision.find';
    expect(await statusOf(`${ARTICLE}.find`)).toBe(403);
    expect(await statusOf(find, `${TAG}.find`)).toBe(403);
    expect(await statusOf(find, `${ARTICLE}.find`)).toBe(200);
  });

  test('what is private, or a relation’s target, sees nothing of it', async () => {
    const all = await compare(token, documentId, {}, { prefix: '/api/revisions' });
    expect(summary(all.body.data.changes)).toEqual([
      'author added',
      'sections added',
      'sections[0] added',
      'sections[0].author added',
      'sections[0].heading added',
      'title changed',
    ]);
    expect(JSON.stringify(all.body)).not.toContain('secret');

    const some = await withToken('plugin::revisions.revision.find', `${ARTICLE}.find`);
    const { body } = await compare(some, documentId, {}, { prefix: '/api/revisions' });
    expect(JSON.stringify(body)).not.toContain(authorId);
    expect(body.data.changes.map(({ path }) => path).sort()).toEqual(['sections', 'title']);
  });

  test('a field by role, sees nothing of it', async () => {
    const role = await createAdmin(booted.strapi, {
      permissions: [
        ...contentPermissions(ARTICLE, ['read'], { properties: { fields: ['title'] } }),
        { action: 'plugin::revisions.revision.read' },
      ],
    });
    const { status, body } = await compare(booted.as(role), documentId);
    expect(status).toBe(200);
    expect(body.data.changes.map(({ path }) => path)).toEqual(['title']);
    expect(body.data.to.revision!.changed).toEqual(['title']);
  });

  test('a part of a component by role, sees nothing of it, wherever it stands in the answer', async () => {
    const { documentId: other } = await documents(ARTICLE).create({
      data: { title: 'T', seo: { metaTitle: 'seen', metaDescription: 'unseen then' } },
    });
    const data = { seo: { metaTitle: 'seen now', metaDescription: 'unseen now' } };
    await documents(ARTICLE).update({ documentId: other, data });
    const role = await createAdmin(booted.strapi, {
      permissions: [
        ...contentPermissions(ARTICLE, ['read'], { properties: { fields: ['seo.metaTitle'] } }),
        { action: 'plugin::revisions.revision.read' },
      ],
    });
    const client = booted.as(role);
    const edited = await compare(client, other);
    expect(summary(edited.body.data.changes)).toEqual(['seo changed', 'seo.metaTitle changed']);
    const first = await revisionAt(other, 1);
    const added = await compare(client, other, { to: `revision:${first.id}` });
    expect(summary(added.body.data.changes)).toEqual(['seo added', 'seo.metaTitle added']);
    expect(JSON.stringify([edited.body, added.body])).not.toContain('unseen');
  });
});

test('of a document that was deleted two revisions can be compared, and nothing is current', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
  const ids = [(await revisionAt(documentId, 1)).id, (await revisionAt(documentId, 2)).id];
  await documents(ARTICLE).delete({ documentId });
  const { changes } = await between(documentId, { from: `revision:${ids[0]}`, to: `revision:${ids[1]}` });
  expect(summary(changes)).toEqual(['title changed']);
  expect((await compare(admin, documentId)).status).toBe(404);
});

test('a single relation is named after what it points at', async () => {
  const category = await documents(CATEGORY).create({ data: { name: 'Salt' } });
  const { documentId } = await documents(ARTICLE).create({
    data: { title: 'T', category: category.documentId },
  });
  const { changes } = await between(documentId);
  expect(changes.find(({ path }) => path === 'category')!.to).toMatchObject({ label: 'Salt' });
});
