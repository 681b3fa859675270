import {
  createAdmin,
  createApiToken,
  createUser,
  grantPublic,
  type AdminActor,
  type ApiTokenActor,
} from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import type { Client } from '../helpers/request';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';
import type { Revision } from '../../contracts/revision';

const ARTICLE = 'api::article.article';
const HOMEPAGE = 'api::homepage.homepage';
const MANAGER = `/content-manager/collection-types/${ARTICLE}`;

let booted: Booted;
let admin: AdminActor;
let token: ApiTokenActor;
let manager: Client;
let robot: Client;
let revisions: RevisionsClient;

beforeAll(async () => {
  booted = await bootStrapi();
  admin = await createAdmin(booted.strapi, { firstname: 'Mira', lastname: 'Novak' });
  token = await createApiToken(booted.strapi, { name: 'Robot' });
  manager = booted.as(admin);
  robot = booted.as(token);
  revisions = revisionsClient(manager);
});

afterAll(() => booted.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
const documents = (uid: string): any => booted.strapi.documents(uid as never);
const all = (documentId: string, uid = ARTICLE): Promise<Revision[]> => revisions.all(uid, documentId);
const actions = async (documentId: string) => (await all(documentId)).map(({ action }) => action);
const newest = (documentId: string): Promise<Revision> => revisions.newest(ARTICLE, documentId);

const mira = () => ({ type: 'admin', id: admin.user.id, name: 'Mira Novak' });

describe('the content manager', () => {
  const create = async (title: string): Promise<string> => {
    const { status, body } = await manager.post(MANAGER, { title });
    expect(status).toBe(201);
    return body.data.documentId;
  };

  test('creates, saves, publishes, unpublishes and discards, as the editor who did', async () => {
    const documentId = await create('One');
    await manager.put(`${MANAGER}/${documentId}`, { title: 'Two' });
    await manager.post(`${MANAGER}/${documentId}/actions/publish`, { title: 'Three' });
    await manager.put(`${MANAGER}/${documentId}`, { title: 'Four' });
    await manager.post(`${MANAGER}/${documentId}/actions/discard`, {});
    await manager.post(`${MANAGER}/${documentId}/actions/unpublish`, {});

    const list = await all(documentId);
    expect(list.map(({ action }) => action)).toEqual(['create', 'update', 'update', 'update', 'discard']);
    for (const { creator, origin } of list)
      expect({ creator, origin }).toEqual({ creator: mira(), origin: 'admin' });
    // publishing what the form holds saves it first: one revision, and its publication
    const { publications } = list[2]!;
    expect(publications).toHaveLength(1);
    expect(publications[0]).toMatchObject({ publishedBy: mira(), unpublishedBy: mira() });
  });

  test('clones', async () => {
    const source = await create('Source');
    const { body } = await manager.post(`${MANAGER}/clone/${source}`, { title: 'Copy', slug: 'copy' });
    expect(await actions(body.data.documentId)).toEqual(['clone']);
  });

  test('publishes and deletes many at once', async () => {
    const documentIds = [await create('A'), await create('B')];
    await manager.post(`${MANAGER}/actions/bulkPublish`, { documentIds });
    for (const id of documentIds) expect(await newest(id)).toMatchObject({ isPublished: true, number: 1 });

    await manager.post(`${MANAGER}/actions/bulkUnpublish`, { documentIds });
    for (const id of documentIds) expect((await newest(id)).isPublished).toBe(false);

    await manager.post(`${MANAGER}/actions/bulkDelete`, { documentIds });
    for (const id of documentIds) expect(await actions(id)).toEqual(['create', 'delete']);
  });

  test('saves a single type', async () => {
    const path = `/content-manager/single-types/${HOMEPAGE}`;
    const { body } = await manager.put(path, { headline: 'Welcome' });
    await manager.put(path, { headline: 'Hello', revisionNotes: 'Friendlier' });
    const list = await all(body.data.documentId, HOMEPAGE);
    expect(list.map(({ action, notes }) => [action, notes])).toEqual([
      ['create', null],
      ['update', 'Friendlier'],
    ]);
    expect(list[1]).toMatchObject({ creator: mira(), origin: 'admin' });
  });

  test('sends notes in the body, which are no part of the content', async () => {
    const { body } = await manager.post(MANAGER, { title: 'Noted', revisionNotes: ' Why ' });
    const [first] = await all(body.data.documentId);
    expect(first!.notes).toBe('Why');
    const { body: read } = await revisions.get(first!.id);
    expect(read.data).not.toHaveProperty('revisionNotes');
  });
});

describe('REST', () => {
  test('with an API token saves and publishes at once: one revision, and its publication', async () => {
    const { body } = await robot.post('/api/articles', { data: { title: 'One' } });
    const { documentId } = body.data;
    await robot.put(`/api/articles/${documentId}`, { data: { title: 'Two' } });
    await robot.put(`/api/articles/${documentId}`, { data: { title: 'Two' } });

    const list = await all(documentId);
    expect(list.map(({ action, isPublished }) => [action, isPublished])).toEqual([
      ['create', false],
      ['update', true],
    ]);
    expect(list[1]).toMatchObject({
      creator: { type: 'api-token', id: token.id, name: 'Robot' },
      origin: 'rest',
    });
    await robot.delete(`/api/articles/${documentId}`);
    expect(await newest(documentId)).toMatchObject({ action: 'delete', origin: 'rest' });
  });

  test('by a signed-in user', async () => {
    const user = await createUser(booted.strapi, { username: 'reader', actions: [`${ARTICLE}.create`] });
    const { body } = await booted.as(user).post('/api/articles', { data: { title: 'Letter' } });
    expect(await newest(body.data.documentId)).toMatchObject({
      creator: { type: 'user', id: user.user.id, name: 'reader' },
      origin: 'rest',
    });
  });

  test('by nobody in particular', async () => {
    await grantPublic(booted.strapi, [`${ARTICLE}.create`]);
    const { status, body } = await booted.as().post('/api/articles', { data: { title: 'Anonymous' } });
    expect(status).toBe(201);
    expect(await newest(body.data.documentId)).toMatchObject({
      creator: { type: 'system', id: null, name: null },
      origin: 'rest',
    });
  });

  test.each([
    ['plain, even with a percent sign', '100 % new', '100 % new'],
    ['percent-encoded', encodeURIComponent('été – 日本'), 'été – 日本'],
    ['Latin-1', 'déjà vu', 'déjà vu'],
    ['UTF-8', Buffer.from('naïve 日本').toString('latin1'), 'naïve 日本'],
  ])('notes in the header: %s', async (_, header, notes) => {
    const { body } = await robot.post(
      '/api/articles',
      { data: { title: 'T' } },
      { 'X-Revision-Notes': header }
    );
    expect((await newest(body.data.documentId)).notes).toBe(notes);
  });

  test('notes that are too long are an error that names them, and nothing is saved', async () => {
    const { body } = await robot.post('/api/articles', { data: { title: 'Before' } });
    const { documentId } = body.data;
    const answer = await robot.put(
      `/api/articles/${documentId}`,
      { data: { title: 'After' } },
      { 'X-Revision-Notes': 'x'.repeat(5001) }
    );
    expect(answer).toMatchObject({ status: 400, body: { error: { name: 'ValidationError' } } });
    expect(answer.body.error.message).toContain('X-Revision-Notes');
    expect((await documents(ARTICLE).findOne({ documentId })).title).toBe('Before');
    expect(await actions(documentId)).toEqual(['create']);
  });
});

test('GraphQL', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  await robot.graphql(
    'mutation ($id: ID!) { updateArticle(documentId: $id, data: { title: "Two" }) { documentId } }',
    { id: documentId },
    { 'X-Revision-Notes': 'By query' }
  );
  expect(await newest(documentId)).toMatchObject({
    creator: { type: 'api-token', name: 'Robot' },
    origin: 'graphql',
    notes: 'By query',
  });
});

// Releases need a licence to run; what one does is to publish its entries side by side, in one transaction, in a job
test('several documents published in one transaction, as a release does', async () => {
  const documentIds: string[] = [];
  for (const title of ['One', 'Two', 'Three']) {
    documentIds.push((await documents(ARTICLE).create({ data: { title } })).documentId);
  }
  await booted.strapi.db.transaction(() =>
    Promise.all(documentIds.map((documentId) => documents(ARTICLE).publish({ documentId, locale: 'en' })))
  );
  for (const documentId of documentIds) {
    const [only, ...rest] = await all(documentId);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ number: 1, isPublished: true });
    expect(only!.publications[0]!.publishedBy).toEqual({ type: 'system', id: null, name: null });
  }
});

test('a job', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' }, revisionNotes: 'Nightly' });
  expect(await newest(documentId)).toMatchObject({
    creator: { type: 'system', id: null, name: null },
    origin: 'service',
    notes: 'Nightly',
  });
});
