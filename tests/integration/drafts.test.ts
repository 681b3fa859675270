import type { Draft } from '../../contracts/draft';
import {
  contentPermissions,
  createAdmin,
  createApiToken,
  createUser,
  type AdminActor,
} from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { everyRow } from '../helpers/every-row';
import { ARTICLE, AUTHOR, CATEGORY, createFile, HOMEPAGE, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';
import { revisionsClient } from '../helpers/revisions-client';

// Drafts: sections 4 to 6 of the public interface, rules 7 to 11.

const NOTE = 'api::note.note';

let booted: Booted;
let ada: AdminActor;
let editor: Client;
let other: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);

const at = (documentId: string, uid = ARTICLE, prefix = '/revisions') =>
  `${prefix}/documents/${uid}/${documentId}`;
const provisional = (client: Client, documentId: string, body: object, uid = ARTICLE): Promise<Any> =>
  client.put(`${at(documentId, uid)}/provisional`, body);
const typed = async (client: Client, documentId: string, data: object, body: object = {}): Promise<Draft> => {
  const { status, body: answer } = await provisional(client, documentId, { data, ...body });
  expect([status, answer.error]).toEqual([200, undefined]);
  return answer.data._draft;
};
const read = async (client: Client, id: number, query = ''): Promise<Any> => {
  const { status, body } = await client.get(`/revisions/drafts/${id}${query}`);
  expect([status, (body as Any).error]).toEqual([200, undefined]);
  return (body as Any).data;
};
const listed = async (client: Client, documentId: string): Promise<Draft[]> =>
  ((await client.get(`${at(documentId)}/drafts`)).body as Any).data;
const apply = (client: Client, id: number, body: object = {}): Promise<Any> =>
  client.post(`/revisions/drafts/${id}/apply`, body);
const create = async (data: object, uid = ARTICLE): Promise<string> =>
  (await documents(uid).create({ data })).documentId;
const current = (documentId: string, uid = ARTICLE, locale?: string): Promise<Any> =>
  documents(uid).findOne({ documentId, locale, populate: '*' });

beforeAll(async () => {
  booted = await bootStrapi();
  ada = await createAdmin(booted.strapi, { firstname: 'Ada' });
  editor = booted.as(ada);
  other = booted.as(await createAdmin(booted.strapi, { firstname: 'Ben' }));
});

afterAll(() => booted.stop());

describe('a provisional draft', () => {
  test('holds what was typed, over what is current, and nothing else is touched', async () => {
    const documentId = await create({ title: 'One', standfirst: 'Then' });
    const before = await everyRow(booted.strapi, { except: /^revisions_draft/ });
    const draft = await typed(editor, documentId, { title: 'Two' });
    expect(draft).toMatchObject({
      kind: 'provisional',
      name: null,
      documentId,
      lockVersion: 1,
      locales: ['en'],
      modified: ['title'],
      outdated: false,
      merged: [],
      conflicts: [],
      creator: { type: 'admin', id: ada.user.id, name: 'Ada Editor' },
    });
    expect(await everyRow(booted.strapi, { except: /^revisions_draft/ })).toEqual(before);

    await documents(ARTICLE).update({ documentId, data: { standfirst: 'Now' } });
    const content = await read(editor, draft.id);
    expect(content).toMatchObject({ title: 'Two', standfirst: 'Now', documentId, locale: 'en' });
    expect(content._draft).toMatchObject({ modified: ['title'], outdated: false });
  });

  test('is one a user and document, however many autosaves come first', async () => {
    const documentId = await create({ title: 'One' });
    const fields = ['title', 'standfirst', 'body', 'internalNotes', 'slug'];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        provisional(editor, documentId, { data: { [fields[index % fields.length]!]: `typed-${index}` } })
      )
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const ids = new Set(answers.map(({ body }) => body.data.id));
    expect(ids.size).toBe(1);
    const [draft, ...more] = await listed(editor, documentId);
    expect(more).toEqual([]);
    expect(draft!.lockVersion).toBe(10);
    const { length } = fields.filter((name) => draft!.modified.includes(name));
    expect(length).toBe(
      fields.filter((name) => name in booted.strapi.contentType(ARTICLE as never).attributes).length
    );
  });

  test('is not written by whoever signed in meanwhile, where a page says whose it is', async () => {
    const documentId = await create({ title: 'One' });
    const as = (id: unknown) => `${at(documentId)}/provisional?user=${id}`;
    const mine = await editor.put(as(ada.user.id), { data: { title: 'Mine' } });
    expect(mine.status).toBe(200);
    const refused = (await other.put(as(ada.user.id), { data: { title: 'Mine' } })) as Any;
    expect([refused.status, refused.body.error.details]).toEqual([403, { reason: 'other-user' }]);
    expect(await listed(other, documentId)).toEqual([]);
    const form = `/revisions/drafts/${(await listed(editor, documentId))[0]!.id}/form`;
    expect((await editor.get(`${form}?user=${ada.user.id}`)).status).toBe(200);
    expect((await other.get(`${form}?user=${ada.user.id}`)).status).toBe(403);
  });

  test('is seen by nobody else, whatever they may', async () => {
    const documentId = await create({ title: 'One' });
    const { id } = await typed(editor, documentId, { title: 'Secret' });
    expect(await listed(other, documentId)).toEqual([]);
    const token = booted.as(await createApiToken(booted.strapi));
    const asked = [
      await other.get(`/revisions/drafts/${id}`),
      await other.put(`/revisions/drafts/${id}`, { data: { title: 'x' } }),
      await other.post(`/revisions/drafts/${id}/apply`, {}),
      await other.post(`/revisions/drafts/${id}/save`, {}),
      await other.post(`/revisions/drafts/${id}/merge`, {}),
      await other.delete(`/revisions/drafts/${id}`),
      await other.get(`${at(documentId)}/compare?from=current&to=draft:${id}`),
      await token.get(`/api/revisions/drafts/${id}`),
    ];
    expect(asked.map(({ status }) => status)).toEqual(Array(asked.length).fill(404));
    const counts = async (client: Client) =>
      ((await client.get(`${at(documentId)}/state`)).body as Any).data.counts.drafts;
    expect([await counts(editor), await counts(other)]).toEqual([1, 0]);
    const list = ((await other.get('/revisions/drafts?show=saved&pageSize=100')).body as Any).data;
    expect(JSON.stringify(list)).not.toContain(documentId);
  });

  test('drops what is as it was again', async () => {
    const documentId = await create({ title: 'One', standfirst: 'S' });
    await typed(editor, documentId, { title: 'Two', standfirst: 'T' });
    const draft = await typed(editor, documentId, { title: 'One' });
    expect(draft.modified).toEqual(['standfirst']);
    const reverted = await provisional(editor, documentId, { data: {}, revert: ['standfirst'] });
    expect(reverted.body.data.modified).toEqual([]);
  });

  test('ends with an ordinary save of its creator, in that locale alone', async () => {
    const documentId = await create({ title: 'One' });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await typed(editor, documentId, { title: 'Two' });
    await typed(editor, documentId, { title: 'Deux' }, { locale: 'fr' });
    await typed(other, documentId, { title: 'Ben’s' });
    const save = (client: Client, locale: string) =>
      client.put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=${locale}`, {
        title: 'Saved',
      });

    expect((await save(editor, 'en')).status).toBe(200);
    expect((await listed(editor, documentId)).map(({ locales }) => locales)).toEqual([['fr']]);
    expect((await save(editor, 'fr')).status).toBe(200);
    expect(await listed(editor, documentId)).toEqual([]);
    expect(await listed(other, documentId)).toHaveLength(1);
  });

  test('stays where a save fails, and where a list publishes', async () => {
    const documentId = await create({ title: 'One' });
    await typed(editor, documentId, { title: 'Two' });
    const bulk = await editor.post(
      `/content-manager/collection-types/${ARTICLE}/actions/bulkPublish?locale=en`,
      {
        documentIds: [documentId],
      }
    );
    expect(bulk.status).toBe(200);
    const wrong = await editor.put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`, {
      title: 'x'.repeat(500),
      category: { connect: [{ documentId: 'none' }] },
    });
    expect(wrong.status).toBe(400);
    expect(await listed(editor, documentId)).toHaveLength(1);
  });

  test('becomes a saved one under the same id', async () => {
    const documentId = await create({ title: 'One' });
    const { id } = await typed(editor, documentId, { title: 'Two' });
    const { body } = await editor.post(`/revisions/drafts/${id}/save`, { notes: 'for Monday' });
    expect((body as Any).data).toMatchObject({ id, kind: 'saved', name: 'Draft 1', notes: 'for Monday' });
    expect((await listed(other, documentId)).map((draft) => draft.id)).toEqual([id]);
    const next = await typed(editor, documentId, { title: 'Three' });
    expect(next.id).not.toBe(id);
  });
});

test('autosaves, saves, merges and applies at once neither fail nor get lost', async () => {
  const documentId = await create({ title: 'One', standfirst: 'S' });
  const saved = (await editor.post(`${at(documentId)}/drafts`, { data: { body: 'drafted' } })) as Any;
  const work: Promise<Any>[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    work.push(provisional(editor, documentId, { data: { title: `Ada ${turn}` } }));
    work.push(provisional(other, documentId, { data: { standfirst: `Ben ${turn}` } }));
    work.push(
      other.put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`, {
        slug: `slug-${turn}`,
      })
    );
    work.push(editor.post(`/revisions/drafts/${saved.body.data.id}/merge`, {}));
  }
  work.push(apply(other, saved.body.data.id));
  const answers = await Promise.all(work);
  expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 404)).toEqual(
    []
  );
  expect(answers.at(-1).status).toBe(200);
  const [draft] = await listed(editor, documentId);
  expect(draft).toMatchObject({ kind: 'provisional', modified: ['title'], lockVersion: 6 });
  expect(await current(documentId)).toMatchObject({ title: 'One', body: 'drafted' });
});

describe('lockVersion', () => {
  test('that is stale is a conflict, and nothing is lost', async () => {
    const documentId = await create({ title: 'One' });
    const first = await typed(editor, documentId, { title: 'Two' }, { lockVersion: 0 });
    await typed(editor, documentId, { title: 'Three' }, { lockVersion: first.lockVersion });
    const stale = await provisional(editor, documentId, {
      data: { title: 'Four' },
      lockVersion: first.lockVersion,
    });
    expect([stale.status, stale.body.error.name]).toEqual([409, 'ConflictError']);
    expect(stale.body.error.details).toMatchObject({ lockVersion: 2, data: { title: 'Three' } });
    expect(await read(editor, first.id)).toMatchObject({ title: 'Three', _draft: { lockVersion: 2 } });

    for (const [method, path] of [
      ['put', ''],
      ['post', '/apply'],
      ['post', '/merge'],
    ] as const) {
      const body = path === '' ? { data: { title: 'x' }, lockVersion: 1 } : { lockVersion: 1 };
      const answer = await editor[method](`/revisions/drafts/${first.id}${path}`, body);
      expect([path, answer.status]).toEqual([path, 409]);
    }
    expect(await current(documentId)).toMatchObject({ title: 'One' });
  });

  test('0 says that there is none yet, a number that it is still there', async () => {
    const documentId = await create({ title: 'One' });
    const { lockVersion } = await typed(editor, documentId, { title: 'Two' });
    const second = await provisional(editor, documentId, { data: { title: 'x' }, lockVersion: 0 });
    expect([second.status, second.body.error.details.lockVersion]).toEqual([409, lockVersion]);
    const [{ id }] = (await listed(editor, documentId)) as [Draft];
    expect((await editor.delete(`/revisions/drafts/${id}`)).status).toBe(204);
    const gone = await provisional(editor, documentId, { data: { title: 'x' }, lockVersion });
    expect([gone.status, gone.body.error.details]).toEqual([409, { lockVersion: 0, data: null }]);
    expect(await listed(editor, documentId)).toEqual([]);
  });
});

describe('content', () => {
  test('of every kind comes back as it was typed, and goes live as it was typed', async () => {
    const { strapi } = booted;
    const [one, two] = [await createFile(strapi, 'One.jpg'), await createFile(strapi, 'Two.jpg')];
    const category = await create({ name: 'Salt' }, CATEGORY);
    const tags: string[] = [];
    for (const name of ['a', 'b', 'c']) tags.push(await create({ name }, TAG));
    const documentId = await create({
      title: 'One',
      facts: [
        { label: 'kept', value: '1' },
        { label: 'goes', value: '2' },
      ],
      sections: [{ __component: 'sections.quote', text: 'Q' }],
      tags: [tags[0], tags[1]],
    });
    const before = await documents(ARTICLE).findOne({ documentId, populate: ['facts', 'sections', 'tags'] });
    const draft = await typed(editor, documentId, {
      facts: [
        { label: 'new', value: '3' },
        { ...before.facts[0], value: 'edited' },
      ],
      sections: [...before.sections, { __component: 'sections.callout', text: 'C' }],
      seo: { metaTitle: 'M' },
      cover: one,
      gallery: [two, { id: one }],
      category: { connect: [{ documentId: category }] },
      tags: {
        connect: [{ documentId: tags[2], position: { start: true } }],
        disconnect: [{ documentId: tags[1] }],
      },
    });
    expect(draft.modified).toEqual(['category', 'cover', 'facts', 'gallery', 'sections', 'seo', 'tags']);
    const shown = await read(editor, draft.id);
    const expected = {
      facts: [
        { label: 'new', value: '3' },
        { label: 'kept', value: 'edited' },
      ],
      sections: [
        { __component: 'sections.quote', text: 'Q' },
        { __component: 'sections.callout', text: 'C' },
      ],
      seo: { metaTitle: 'M' },
      cover: { name: 'One.jpg' },
      gallery: [{ name: 'Two.jpg' }, { name: 'One.jpg' }],
      category: { name: 'Salt' },
      tags: [{ name: 'c' }, { name: 'a' }],
    };
    expect(shown).toMatchObject(expected);

    const { status, body } = await apply(editor, draft.id);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.data.document).toMatchObject(expected);
    const now = await documents(ARTICLE).findOne({
      documentId,
      populate: ['facts', 'sections', 'tags', 'seo', 'cover', 'gallery', 'category'],
    });
    expect(now).toMatchObject(expected);
    // rows that survive keep their ids (rule 10)
    expect(now.facts[1].id).toBe(before.facts[0].id);
    expect(now.sections[0].id).toBe(before.sections[0].id);
  });

  test('connects from the draft, or from current where that is said', async () => {
    const tags: string[] = [];
    for (const name of ['d', 'e', 'f']) tags.push(await create({ name }, TAG));
    const documentId = await create({ title: 'T', tags: [tags[0]] });
    const names = async (id: number) => (await read(editor, id)).tags.map(({ name }: Any) => name);
    const connect = (index: number) => ({ tags: { connect: [{ documentId: tags[index] }] } });
    const { id } = await typed(editor, documentId, connect(1));
    expect(await names(id)).toEqual(['d', 'e']);
    await typed(editor, documentId, connect(2));
    expect(await names(id)).toEqual(['d', 'e', 'f']);
    await typed(editor, documentId, connect(2), { relationsFrom: 'current' });
    expect(await names(id)).toEqual(['d', 'f']);
    const undone = await typed(
      editor,
      documentId,
      { tags: { connect: [], disconnect: [] } },
      { relationsFrom: 'current' }
    );
    expect(undone.modified).toEqual([]);
  });

  test('keeps of a component what was not typed, where its row is named', async () => {
    const documentId = await create({ title: 'T', seo: { metaTitle: 'M', metaDescription: 'D' } });
    const { seo } = await documents(ARTICLE).findOne({ documentId, populate: ['seo'] });
    const { id } = await typed(editor, documentId, { seo: { id: seo.id, metaTitle: 'N' } });
    expect((await read(editor, id)).seo).toMatchObject({ metaTitle: 'N', metaDescription: 'D' });
  });

  test.each([
    ['what there is not', { nothing: 1 }, /^nothing: no such attribute/],
    ['what a component has not', { seo: { nothing: 1 } }, /^seo\.nothing: no such attribute/],
    [
      'a component that is none',
      { sections: [{ __component: 'shared.seo' }] },
      /^sections\[0\]: __component must be one of/,
    ],
    [
      'a document there is not',
      { category: 'none' },
      /^category: there is no api::category\.category "none"/,
    ],
    ['a file there is not', { cover: 999999 }, /^cover: there is no file/],
    ['a list that is none', { facts: { label: 'x' } }, /^facts: is a list/],
    ['text that is none', { title: 5 }, /title must be a `string` type/],
  ])('refuses %s, and names it', async (_, data, message) => {
    const documentId = await create({ title: 'T' });
    const { status, body } = await provisional(editor, documentId, { data });
    expect([status, body.error.name]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toMatch(message);
    expect(await listed(editor, documentId)).toEqual([]);
  });

  test('may be invalid until it is applied', async () => {
    const documentId = await create({ title: 'T' });
    await documents(ARTICLE).publish({ documentId });
    const { id } = await typed(editor, documentId, { title: null });
    const { status, body } = await apply(editor, id, { publish: true });
    expect([status, body.error.name]).toEqual([422, 'ValidationError']);
    expect(body.error.details.errors[0].path).toEqual(['title']);
    expect(await read(editor, id)).toMatchObject({ title: null });
    expect(await current(documentId)).toMatchObject({ title: 'T' });
  });
});

describe('what changed upstream', () => {
  test('comes in, or is in conflict until it is resolved', async () => {
    const documentId = await create({
      title: 'One',
      seo: { metaTitle: 'M', metaDescription: 'D' },
      standfirst: 'S',
    });
    const { seo } = await documents(ARTICLE).findOne({ documentId, populate: ['seo'] });
    const { id } = await typed(editor, documentId, { title: 'Mine', seo: { id: seo.id, metaTitle: 'Mine' } });
    await documents(ARTICLE).update({
      documentId,
      data: { title: 'Theirs', seo: { id: seo.id, metaDescription: 'Theirs' }, standfirst: 'Theirs' },
    });
    const before = await everyRow(booted.strapi);
    const content = await read(editor, id);
    expect(content).toMatchObject({
      title: 'Mine',
      standfirst: 'Theirs',
      seo: { metaTitle: 'Mine', metaDescription: 'Theirs' },
      _draft: { outdated: true, merged: ['seo.metaDescription'], conflicts: ['title'] },
    });
    // reading never writes (rule 7)
    expect(await everyRow(booted.strapi)).toEqual(before);

    const wrong = await editor.post(`/revisions/drafts/${id}/merge`, { resolve: { nothing: 'draft' } });
    expect([wrong.status, (wrong.body as Any).error.message]).toEqual([
      400,
      expect.stringContaining('title'),
    ]);
    // what nobody decides is not decided
    const merged = (await editor.post(`/revisions/drafts/${id}/merge`, {})) as Any;
    expect(merged.body.data).toMatchObject({ merged: ['seo.metaDescription'], conflicts: ['title'] });
    expect(await read(editor, id)).toMatchObject({
      title: 'Mine',
      _draft: { merged: [], conflicts: ['title'], lockVersion: 2 },
    });
    const { body } = (await editor.post(`/revisions/drafts/${id}/merge`, {
      resolve: { title: 'current' },
    })) as Any;
    expect(body.data).toMatchObject({ merged: [], conflicts: [] });
    expect(body.data.draft).toMatchObject({ modified: ['seo'], outdated: false, conflicts: [] });
    expect(await read(editor, id)).toMatchObject({ title: 'Theirs', seo: { metaTitle: 'Mine' } });
    const again = (await editor.post(`/revisions/drafts/${id}/merge`, {})) as Any;
    expect(again.body.data).toMatchObject({ merged: [], conflicts: [] });
  });

  test('is told for the form of the edit view', async () => {
    const documentId = await create({
      title: 'One',
      tags: [await create({ name: 'was there' }, TAG)],
      facts: [{ label: 'f', value: '1' }],
    });
    const [file, tag] = [await createFile(booted.strapi, 'Form.jpg'), await create({ name: 'came' }, TAG)];
    const before = await documents(ARTICLE).findOne({ documentId, populate: ['facts', 'tags'] });
    const { id } = await typed(editor, documentId, {
      title: 'Mine',
      cover: file,
      tags: { set: [tag] },
      facts: [...before.facts, { label: 'g', value: '2' }],
    });
    await documents(ARTICLE).update({ documentId, data: { title: 'Theirs' } });
    const { status, body } = (await editor.get(`/revisions/drafts/${id}/form?locale=en`)) as Any;
    expect(status).toBe(200);
    const { values, conflicts, draft } = body.data;
    expect(draft.id).toBe(id);
    expect(values.title).toBe('Mine');
    expect(values.cover).toMatchObject({ id: file, name: 'Form.jpg' });
    expect(values.facts).toMatchObject([{ id: before.facts[0].id, label: 'f' }, { label: 'g' }]);
    expect(values.facts[1].id).toBeUndefined();
    expect(values.tags).toMatchObject({
      connect: [{ documentId: tag, name: 'came', position: { end: true } }],
      disconnect: [{ documentId: before.tags[0].documentId }],
    });
    expect(conflicts).toMatchObject([
      {
        path: 'title',
        kind: 'changed-both',
        theirs: [{ from: 'One', to: 'Theirs' }],
        mine: [{ from: 'One', to: 'Mine' }],
      },
    ]);
    // what the form was given, it can send back
    const same = await typed(editor, documentId, values, { relationsFrom: 'current' });
    expect(same.modified).toEqual(['cover', 'facts', 'tags', 'title']);
  });
});

describe('a saved draft', () => {
  test('is one of any number, with a name, notes and its own content', async () => {
    const documentId = await create({ title: 'One' });
    const add = async (body: object): Promise<Any> => editor.post(`${at(documentId)}/drafts`, body);
    const first = await add({ data: { title: 'Two' }, notes: 'why' });
    const second = await add({ name: 'Summer', locale: 'fr', data: { title: 'Été' } });
    const third = await add({});
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect([first, second, third].map(({ body }) => body.data.name)).toEqual([
      'Draft 1',
      'Summer',
      'Draft 2',
    ]);
    expect(first.body.data).toMatchObject({ kind: 'saved', notes: 'why', modified: ['title'], documentId });
    expect(second.body.data.locales).toEqual(['fr']);
    expect((await listed(other, documentId)).map(({ name }) => name).sort()).toEqual([
      'Draft 1',
      'Draft 2',
      'Summer',
    ]);

    const renamed = await other.put(`/revisions/drafts/${first.body.data.id}`, {
      name: 'Autumn',
      notes: null,
    });
    expect((renamed.body as Any).data).toMatchObject({ name: 'Autumn', notes: null, lockVersion: 2 });
    // a body may come in an envelope, too, where it cannot be meant as content
    const wrapped = await editor.put(`/revisions/drafts/${first.body.data.id}`, { data: { name: 'Spring' } });
    expect((wrapped.body as Any).data).toMatchObject({ name: 'Spring', modified: ['title'] });
    const nothing = await editor.put(`/revisions/drafts/${first.body.data.id}`, { lockVersion: 3 });
    expect(nothing.status).toBe(400);
  });

  test('has a name of its own, though others are made at the same moment', async () => {
    const documentId = await create({ title: 'One' });
    const made = await Promise.all(
      Array.from({ length: 6 }, () => editor.post(`${at(documentId)}/drafts`, {}) as Promise<Any>)
    );
    const names = made.map(({ body }) => body.data.name).sort();
    expect(names).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Draft ${number}`));
  });

  test('of a type without locales is the same, whichever locale is asked for', async () => {
    const documentId = await create({ name: 'Plain' }, TAG);
    await editor.post(`${at(documentId, TAG)}/drafts`, { locale: 'fr', data: { name: 'Other' } });
    const { body } = (await editor.get(`${at(documentId, TAG)}/drafts?locale=en`)) as Any;
    expect(body.data).toMatchObject([{ locales: [], modified: ['name'] }]);
  });

  test('spans locales, and is applied to all of them', async () => {
    const documentId = await create({ title: 'One' });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    const made = (await editor.post(`${at(documentId)}/drafts`, {
      name: 'Both',
      data: { title: 'Two' },
    })) as Any;
    const { id } = made.body.data;
    const cover = await createFile(booted.strapi, 'Shared.jpg');
    await editor.put(`/revisions/drafts/${id}`, { locale: 'fr', data: { title: 'Deux', cover: cover } });
    const english = await read(editor, id, '?locale=en');
    // what all locales share is the same in all of them
    expect(english).toMatchObject({ title: 'Two', cover: { name: 'Shared.jpg' } });
    expect(english._draft).toMatchObject({ locales: ['en', 'fr'], modified: ['cover', 'title'] });

    const { status, body } = await apply(editor, id, { publish: true });
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.data.revision).toMatchObject({
      action: 'apply',
      notes: 'Applied “Both”',
      draftName: 'Both',
      isPublished: true,
      locale: 'en',
    });
    expect(await current(documentId)).toMatchObject({ title: 'Two', cover: { name: 'Shared.jpg' } });
    expect(await current(documentId, ARTICLE, 'fr')).toMatchObject({
      title: 'Deux',
      cover: { name: 'Shared.jpg' },
    });
    expect((await editor.get(`/revisions/drafts/${id}`)).status).toBe(404);
    const { body: revisions } = await revisionsClient(editor).list(ARTICLE, documentId);
    expect(
      revisions.data.map(({ action }: Any) => action).filter((name: string) => name === 'apply')
    ).toHaveLength(2);
  });

  test('keeps the revision it started from', async () => {
    const documentId = await create({ title: 'One' });
    await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Mine' } });
    const type = booted.strapi.plugin('revisions').service('tracking').find(ARTICLE);
    const { maxRevisions } = type;
    for (let number = 2; number <= maxRevisions + 5; number += 1) {
      await documents(ARTICLE).update({ documentId, data: { title: `No ${number}` } });
    }
    const kept = async (): Promise<number[]> =>
      ((await editor.get(`${at(documentId)}/revisions?pageSize=100`)).body as Any).data.map(
        ({ number }: Any) => number
      );
    // the limit is kept in the background, after the saves
    let numbers = await kept();
    for (const giveUpAt = Date.now() + 30_000; numbers.includes(2) && Date.now() < giveUpAt;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      numbers = await kept();
    }
    expect(numbers).toContain(1);
    expect(numbers).not.toContain(2);
  });
});

describe('of a document that does not exist yet', () => {
  test('a draft is unsaved until it is touched, and makes the document when it is applied', async () => {
    const made = (await editor.post(`/revisions/documents/${ARTICLE}/drafts`, {})) as Any;
    expect([made.status, made.body.data.kind, made.body.data.documentId]).toEqual([201, 'unsaved', null]);
    const { id } = made.body.data;
    const touched = (await editor.put(`/revisions/drafts/${id}`, { data: { title: 'New' } })) as Any;
    expect(touched.body.data).toMatchObject({ kind: 'saved', modified: ['title'] });
    expect(await read(editor, id)).toMatchObject({ title: 'New', documentId: null });
    const { status, body } = await apply(editor, id);
    expect([status, body.error]).toEqual([200, undefined]);
    const { documentId } = body.data.document;
    expect(await current(documentId)).toMatchObject({ title: 'New' });
    const { body: revisions } = await revisionsClient(editor).list(ARTICLE, documentId);
    expect(revisions.data).toMatchObject([{ action: 'apply', number: 1 }]);
  });

  test('it has what an entry begins with, and can be published at once', async () => {
    const made = (await editor.post(`/revisions/documents/${ARTICLE}/drafts`, {
      data: { title: 'New', sku: 'for both', featured: null },
    })) as Any;
    const { id } = made.body.data;
    expect(await read(editor, id)).toMatchObject({
      format: 'report',
      featured: null,
      facts: [],
      sections: [],
    });
    await editor.put(`/revisions/drafts/${id}`, { locale: 'fr', data: { title: 'Neuf' } });
    const { status, body } = await apply(editor, id, { publish: true });
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.data.revision).toMatchObject({ action: 'apply', isPublished: true });
    const { documentId } = body.data.document;
    for (const [locale, title] of [
      ['en', 'New'],
      ['fr', 'Neuf'],
    ] as const) {
      const live = await documents(ARTICLE).findOne({ documentId, locale, status: 'published' });
      expect(live).toMatchObject({ title, sku: 'for both', format: 'report', featured: null });
    }
  });

  test('a new locale begins with what the others share', async () => {
    const documentId = await create({ title: 'One', sku: 'shared', sources: [{ title: 'S' }] });
    const { id } = await typed(editor, documentId, { title: 'Un' }, { locale: 'fr' });
    expect(await read(editor, id)).toMatchObject({ title: 'Un', sku: 'shared', sources: [{ title: 'S' }] });
    const changed = await typed(editor, documentId, { sku: 'other' }, { locale: 'fr' });
    expect(changed).toMatchObject({ modified: ['sku', 'title'], conflicts: [] });
    expect((await apply(editor, id)).status).toBe(200);
    expect(await current(documentId)).toMatchObject({ title: 'One', sku: 'other' });
    expect(await current(documentId, ARTICLE, 'fr')).toMatchObject({
      title: 'Un',
      sku: 'other',
      sources: [{ title: 'S' }],
    });
  });

  test('of a single type there is one at most', async () => {
    const path = `/revisions/documents/${HOMEPAGE}/drafts`;
    const [first, second] = [
      (await editor.post(path, { data: { headline: 'First' } })) as Any,
      (await editor.post(path, { data: { headline: 'Second' } })) as Any,
    ];
    expect((await apply(editor, first.body.data.id, { publish: true })).status).toBe(200);
    const late = await apply(editor, second.body.data.id);
    expect([late.status, late.body.error.name]).toEqual([409, 'ConflictError']);
    const third = (await editor.post(path, { data: { headline: 'Third' } })) as Any;
    expect([third.status, third.body.error.message]).toEqual([400, expect.stringContaining('single type')]);
    expect(await documents(HOMEPAGE).findMany({})).toHaveLength(1);
  });

  test('it ends when the page it was typed on saves the document', async () => {
    const made = (await editor.post(`/revisions/documents/${ARTICLE}/drafts`, {
      data: { title: 'New' },
    })) as Any;
    const { id } = made.body.data;
    const saved = await editor.post(`/content-manager/collection-types/${ARTICLE}?draftId=${id}`, {
      title: 'New',
    });
    expect(saved.status).toBe(201);
    expect((await editor.get(`/revisions/drafts/${id}`)).status).toBe(404);
  });
});

describe('a document that is gone', () => {
  test('leaves its drafts to be read, and not to be applied', async () => {
    const documentId = await create({ title: 'One' });
    const { id } = await typed(editor, documentId, { title: 'Typed' });
    await documents(ARTICLE).delete({ documentId });
    expect(await read(editor, id)).toMatchObject({ title: 'Typed' });
    const { body: listed } = (await editor.get('/revisions/drafts?show=mine&pageSize=100')) as Any;
    expect(listed.data.find((draft: Any) => draft.id === id)).toMatchObject({
      title: 'Typed',
      isOrphan: true,
      mayApply: false,
      mayDelete: true,
    });
    const { body: looked } = (await editor.get(
      `${at(documentId)}/compare?from=previous&to=draft:${id}`
    )) as Any;
    expect(looked.data.to.draft).toMatchObject({ id, isOrphan: true });
    expect(looked.data.changes).toContainEqual(
      expect.objectContaining({ path: 'title', kind: 'added', to: 'Typed' })
    );
    // what goes on being typed in a page that is open is not lost
    expect((await typed(editor, documentId, { standfirst: 'More' })).id).toBe(id);
    const { status, body } = await apply(editor, id);
    expect([status, body.error.message]).toEqual([409, expect.stringContaining('deleted')]);
    expect((await editor.delete(`/revisions/drafts/${id}`)).status).toBe(204);
  });
});

test('a page that has a saved draft open cannot save over what is live', async () => {
  const documentId = await create({ title: 'One' });
  const made = (await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Two' } })) as Any;
  const url = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en&draftId=${made.body.data.id}`;
  const { status } = await editor.put(url, { title: 'Two' });
  expect(status).toBe(400);
  expect(await current(documentId)).toMatchObject({ title: 'One' });
});

test('a draft is compared with what is live', async () => {
  const documentId = await create({ title: 'One' });
  const { id } = await typed(editor, documentId, { title: 'Two' });
  const { body } = (await editor.get(`${at(documentId)}/compare?from=current&to=draft:${id}`)) as Any;
  expect(body.data).toMatchObject({
    to: { ref: `draft:${id}`, revision: null, locale: 'en', draft: { id, kind: 'provisional', name: null } },
    changes: [{ path: 'title', from: 'One', to: 'Two' }],
  });
});

describe('who may not', () => {
  const peer = (...actions: string[]) =>
    actions.map((action) => ({ action: `plugin::revisions.draft.${action}` }));

  test('has no drafts without the right, and only their own without that on others’', async () => {
    const documentId = await create({ title: 'One' });
    const made = (await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Two' } })) as Any;
    const { id } = made.body.data;
    const reader = booted.as(
      await createAdmin(booted.strapi, { permissions: [...contentPermissions(ARTICLE, ['read'])] })
    );
    expect((await provisional(reader, documentId, { data: { title: 'x' } })).status).toBe(403);
    expect((await reader.get(`${at(documentId)}/drafts`)).status).toBe(403);

    const writer = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [...contentPermissions(ARTICLE, ['read']), ...peer('create')],
      })
    );
    const own = await typed(writer, documentId, { title: 'Mine' });
    expect((await writer.get(`/revisions/drafts/${id}`)).status).toBe(404);
    // to make it live takes the right on the document
    expect((await apply(writer, own.id)).status).toBe(403);
    expect(await current(documentId)).toMatchObject({ title: 'One' });

    const looking = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [...contentPermissions(ARTICLE), ...peer('read-peer')],
      })
    );
    expect((await looking.get(`/revisions/drafts/${id}`)).status).toBe(200);
    const refused = [
      await looking.put(`/revisions/drafts/${id}`, { data: { title: 'x' } }),
      await looking.delete(`/revisions/drafts/${id}`),
      await apply(looking, id),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('write a field, has a draft with it refused as a whole', async () => {
    const documentId = await create({ title: 'One', standfirst: 'S' });
    const made = (await editor.post(`${at(documentId)}/drafts`, {
      data: { title: 'Two', standfirst: 'T' },
    })) as Any;
    const half = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [
          ...contentPermissions(ARTICLE, ['read']),
          ...contentPermissions(ARTICLE, ['update'], { properties: { fields: ['title'] } }),
          ...peer('create', 'read-peer', 'apply'),
        ],
      })
    );
    const { status, body } = await apply(half, made.body.data.id);
    expect([status, body.error.message]).toEqual([403, expect.stringContaining('standfirst')]);
    expect(await current(documentId)).toMatchObject({ title: 'One' });
    // what they type of it does not get into a draft of theirs
    const own = await typed(half, documentId, { title: 'Mine', standfirst: 'x' });
    expect(own.modified).toEqual(['title']);
  });

  test('publish, or write one of its locales, has nothing of a draft written', async () => {
    const documentId = await create({ title: 'One' });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    const { id } = ((await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Two' } })).body as Any)
      .data;
    await editor.put(`/revisions/drafts/${id}`, { locale: 'fr', data: { title: 'Deux' } });
    const written: string[] = [];
    booted.strapi.db.lifecycles.subscribe({
      models: [ARTICLE],
      beforeUpdate: () => void written.push('update'),
      beforeCreate: () => void written.push('create'),
    } as never);
    const writer = async (locales: string[], actions: string[]) =>
      booted.as(
        await createAdmin(booted.strapi, {
          permissions: [
            ...contentPermissions(ARTICLE, ['read']),
            ...contentPermissions(ARTICLE, actions, { properties: { locales } }),
            ...peer('create', 'read-peer', 'apply'),
          ],
        })
      );
    const refused = [
      await apply(await writer(['en', 'fr'], ['update']), id, { publish: true }),
      await apply(await writer(['en'], ['update', 'publish']), id),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect(written).toEqual([]);
    expect(await read(editor, id)).toMatchObject({ _draft: { locales: ['en', 'fr'], lockVersion: 2 } });
    expect(
      (await apply(await writer(['en', 'fr'], ['update', 'publish']), id, { publish: true })).status
    ).toBe(200);
    expect(written).not.toEqual([]);
  });

  test('write a field, cannot take back what a draft changes of it, or decide over it', async () => {
    const documentId = await create({ title: 'One', standfirst: 'S' });
    const { id } = (
      (await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Two', standfirst: 'T' } })).body as Any
    ).data;
    await documents(ARTICLE).update({ documentId, data: { title: 'Theirs', standfirst: 'Theirs' } });
    const withFields = async (reads: string[]) =>
      booted.as(
        await createAdmin(booted.strapi, {
          permissions: [
            ...contentPermissions(ARTICLE, ['read'], { properties: { fields: reads } }),
            ...contentPermissions(ARTICLE, ['update'], { properties: { fields: ['standfirst'] } }),
            ...peer('create', 'read-peer', 'update-peer'),
          ],
        })
      );
    const [reads, half] = [await withFields(['title', 'standfirst']), await withFields(['standfirst'])];
    const merge = (client: Client, resolve: object): Promise<Any> =>
      client.post(`/revisions/drafts/${id}/merge`, { resolve });
    const revert = (client: Client): Promise<Any> =>
      client.put(`/revisions/drafts/${id}`, { revert: ['title'] });
    const unseen = await merge(half, { title: 'current' });
    expect([unseen.status, unseen.body.error.message]).toEqual([
      400,
      expect.not.stringContaining('are title'),
    ]);
    expect((await merge(reads, { title: 'current' })).status).toBe(403);
    expect([(await revert(half)).status, (await revert(reads)).status]).toEqual([403, 403]);
    expect((await merge(half, { standfirst: 'current' })).status).toBe(200);
    expect((await read(editor, id))._draft).toMatchObject({ modified: ['title'], conflicts: ['title'] });
  });

  test('on the content API, sees their own as a user, and as a token what has a name', async () => {
    const documentId = await create({ title: 'One' });
    const actions = ['find', 'create', 'update', 'delete', 'apply'].map(
      (name) => `plugin::revisions.draft.${name}`
    );
    const content = ['find', 'findOne', 'update'].map(
      (name) => `${ARTICLE.replace('api::', 'api::')}.${name}`
    );
    const [ann, bob] = [
      booted.as(await createUser(booted.strapi, { actions: [...actions, ...content] })),
      booted.as(await createUser(booted.strapi, { actions: [...actions, ...content] })),
    ];
    const token = booted.as(await createApiToken(booted.strapi));
    const base = at(documentId, ARTICLE, '/api/revisions');
    const own = (await ann.put(`${base}/provisional`, { data: { title: 'Ann' } })) as Any;
    expect([own.status, own.body.data.creator.type]).toEqual([200, 'user']);
    const saved = (await ann.post(`${base}/drafts`, { data: { title: 'Ann saved' } })) as Any;
    const seen = async (client: Client) =>
      ((await client.get(`${base}/drafts`)).body as Any).data.map(({ id }: Draft) => id).sort();
    expect(await seen(ann)).toEqual([own.body.data.id, saved.body.data.id].sort());
    expect(await seen(bob)).toEqual([]);
    expect(await seen(token)).toEqual([saved.body.data.id]);
    expect((await bob.get(`/api/revisions/drafts/${saved.body.data.id}`)).status).toBe(404);
    expect((await booted.as().put(`${base}/provisional`, { data: {} })).status).toBeGreaterThanOrEqual(401);
    const applied = (await ann.post(`/api/revisions/drafts/${own.body.data.id}/apply`, {})) as Any;
    expect([applied.status, applied.body.data?.document.title]).toEqual([200, 'Ann']);
  });

  test('find drafts, learns nothing of them from what tells of revisions', async () => {
    const documentId = await create({ title: 'One' });
    const made = (await editor.post(`${at(documentId)}/drafts`, { data: { title: 'Two' } })) as Any;
    const asked = async (...extra: string[]) => {
      const permissions = [`${ARTICLE}.find`, 'plugin::revisions.revision.find', ...extra];
      const client = booted.as(await createApiToken(booted.strapi, { permissions }));
      const base = at(documentId, ARTICLE, '/api/revisions');
      const state = (await client.get(`${base}/state`)) as Any;
      const compare = (await client.get(`${base}/compare?from=current&to=draft:${made.body.data.id}`)) as Any;
      return [state.status, state.body.data.counts.drafts, compare.status];
    };
    expect(await asked()).toEqual([200, 0, 403]);
    expect(await asked('plugin::revisions.draft.find')).toEqual([200, 1, 200]);
  });

  test('read a locale, gets nothing of it through a draft', async () => {
    const documentId = await create({ title: 'One' });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Secret français' } });
    const english = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [
          ...contentPermissions(ARTICLE, ['read', 'update'], { properties: { locales: ['en'] } }),
          ...peer('create'),
        ],
      })
    );
    const { id } = await typed(english, documentId, { title: 'Mine' });
    const asked: Any[] = [
      await english.put(`/revisions/drafts/${id}`, { locale: 'fr', data: { title: 'x' }, lockVersion: 99 }),
      await english.put(`/revisions/drafts/${id}`, { locale: 'fr', data: { title: 'x' } }),
      await provisional(english, documentId, { locale: 'fr', data: { title: 'x' }, lockVersion: 99 }),
      await english.get(`/revisions/drafts/${id}?locale=fr`),
      await english.get(`${at(documentId)}/compare?from=current&to=draft:${id}&locale=fr`),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const form = await english.get(`/revisions/drafts/${id}/form?locale=fr`);
    expect(JSON.stringify([...asked, form].map(({ body }) => body))).not.toContain('Secret');

    // nor does a list or a count tell of a draft that is in it alone
    const named = await editor.post(`${at(documentId)}/drafts`, { name: 'Secret', locale: 'fr', data: {} });
    expect(named.status).toBe(201);
    await editor.post(`/revisions/documents/${ARTICLE}/drafts`, { name: 'Secret', locale: 'fr' });
    const role = (locales: string[]) => [
      ...contentPermissions(ARTICLE, ['read'], { properties: { locales } }),
      ...peer('create', 'read-peer'),
      { action: 'plugin::revisions.revision.read' },
    ];
    for (const [locales, sees] of [
      [['en'], false],
      [['en', 'fr'], true],
    ] as const) {
      const reader = booted.as(await createAdmin(booted.strapi, { permissions: role([...locales]) }));
      const lists = [
        await reader.get('/revisions/drafts?show=saved&search=secret'),
        await reader.get('/revisions/drafts?show=unsaved&search=secret'),
      ].map(({ body }: Any) => [body.meta.pagination.total, body.data.length]);
      expect(lists).toEqual(sees ? Array(2).fill([1, 1]) : Array(2).fill([0, 0]));
      const state = (await reader.get(`${at(documentId)}/state`)) as Any;
      expect(state.body.data.counts.drafts).toBe(sees ? 1 : 0);
    }
  });

  test('name a type without drafts, or an unknown one', async () => {
    const note = await create({ title: 'N' }, NOTE);
    expect((await provisional(editor, note, { data: { title: 'x' } }, NOTE)).status).toBe(404);
    expect((await provisional(editor, note, { data: {} }, 'api::none.none')).status).toBe(404);
    for (const uid of ['__proto__', 'constructor', 'shared.seo']) {
      expect((await editor.post(`/revisions/documents/${uid}/drafts`, {})).status).toBe(404);
    }
    for (const documentId of ['none', 'n'.repeat(300), 'a%00']) {
      const asked = [
        await editor.post(`${at(documentId)}/drafts`, {}),
        await provisional(editor, documentId, { data: { title: 'x' } }),
      ];
      expect(asked.map(({ status }) => status)).toEqual([404, 404]);
    }
    expect(await listed(editor, 'none')).toEqual([]);
    const locale = await provisional(editor, await create({ title: 'T' }), { data: {}, locale: 'xx' });
    expect([locale.status, locale.body.error.message]).toEqual([400, expect.stringContaining('locale')]);
  });
});

test('an id that no row can have is unknown, and a text that no column can hold is refused by name', async () => {
  const documentId = await create({ title: 'One' });
  for (const id of ['0', 'x', '2147483648', '1'.repeat(40)]) {
    const path = `/revisions/drafts/${id}`;
    const asked = [
      await editor.get(path),
      await editor.put(path, { name: 'x' }),
      await editor.post(`${path}/save`, {}),
      await editor.post(`${path}/merge`, {}),
      await editor.post(`${path}/apply`, {}),
      await editor.delete(path),
    ];
    expect([id, ...asked.map(({ status }) => status)]).toEqual([id, ...Array(asked.length).fill(404)]);
  }
  const token = booted.as(await createApiToken(booted.strapi));
  // what is part of an address is not found, what a parameter names is refused
  expect((await editor.get(`${at(documentId)}/compare?to=draft:2147483648`)).status).toBe(400);
  expect((await editor.get('/revisions/revisions/2147483648')).status).toBe(404);
  expect((await editor.get('/revisions/drafts?show=saved&creator=admin:99999999999')).status).toBe(400);
  expect((await token.get('/api/articles?draftId=2147483648')).status).toBe(400);
  const twice = (await token.get('/api/articles?draftId[]=1&draftId[]=2')) as Any;
  expect([twice.status, twice.body.error.message]).toEqual([400, expect.stringContaining('draftId')]);
  for (const data of [{ cover: 99999999999 }, { category: 99999999999 }]) {
    const { status, body } = await provisional(editor, documentId, { data });
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(Object.keys(data)[0]!)]);
  }
  for (const name of ['name', 'notes']) {
    const { status, body } = (await editor.post(`${at(documentId)}/drafts`, { [name]: 'a\0b' })) as Any;
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(name)]);
  }
});

describe('the list of all', () => {
  test('is of one’s own, of named ones, and of documents to be', async () => {
    const someone = booted.as(await createAdmin(booted.strapi, { firstname: 'Lea' }));
    const documentId = await create({ title: 'Listed' });
    const own = await typed(someone, documentId, { title: 'Mine' });
    const saved = (await someone.post(`${at(documentId)}/drafts`, { name: 'For_all 100%' })) as Any;
    const unsaved = (await someone.post(`/revisions/documents/${AUTHOR}/drafts`, {})) as Any;
    const ids = async (query: string, client = someone) =>
      ((await client.get(`/revisions/drafts?pageSize=100&${query}`)).body as Any).data.map(
        ({ id }: Any) => id
      );
    expect(await ids('show=mine')).toEqual([unsaved.body.data.id, saved.body.data.id, own.id]);
    expect(await ids('show=mine&type=api::author.author')).toEqual([unsaved.body.data.id]);
    expect(await ids('show=saved&search=for_all 100%25')).toEqual([saved.body.data.id]);
    expect(await ids('show=saved&search=forXall')).toEqual([]);
    expect(await ids('show=saved&search=for_all', other)).toEqual([saved.body.data.id]);
    const { body } = (await someone.get('/revisions/drafts?show=mine&pageSize=2')) as Any;
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    expect(body.data[1]).toMatchObject({
      title: 'Listed',
      name: 'For_all 100%',
      uid: ARTICLE,
      isMine: true,
      isOrphan: false,
      mayApply: true,
    });
    const creators = async (show: string) =>
      ((await other.get(`/revisions/drafts/creators?show=${show}`)).body as Any).data;
    expect((await creators('saved')).map(({ name }: Any) => name)).toContain('Lea Editor');
    expect((await creators('mine')).map(({ name }: Any) => name)).not.toContain('Lea Editor');
    const counts = (await someone.get(
      `/revisions/drafts/counts?uid=${ARTICLE}&documentIds=${documentId},none`
    )) as Any;
    expect(counts.body.data).toEqual({
      [documentId]: { isEdited: true, drafts: 1 },
      none: { isEdited: false, drafts: 0 },
    });
  });
});
