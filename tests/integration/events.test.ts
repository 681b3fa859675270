import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdmin, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';

// Events and webhooks: section 7 of the public interface.

const OURS = ['revision.create', 'revision.restore', 'revision.purge'].concat(
  ['create', 'update', 'apply', 'delete'].map((name) => `draft.${name}`)
);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;

let booted: Booted;
let ada: AdminActor;
let editor: Client;
let heard: Any[] = [];
const hooks: { event: string; body: Any }[] = [];
let server: http.Server;

const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const until = async <T>(ask: () => T | undefined): Promise<T> => {
  for (const giveUpAt = Date.now() + 10_000; ;) {
    const found = ask();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`never came; heard: ${JSON.stringify(heard)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const told = (event: string, documentId: string): Promise<Any> =>
  until(() => heard.find((one) => one.event === event && one.documentId === documentId));

beforeAll(async () => {
  booted = await bootStrapi({ config: { maxRevisions: 3 } });
  ada = await createAdmin(booted.strapi, { firstname: 'Ada' });
  editor = booted.as(ada);
  for (const event of OURS)
    booted.strapi.eventHub.on(event, async (payload: Any) => void heard.push(payload));

  server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      hooks.push({ event: String(request.headers['x-strapi-event']), body: JSON.parse(text) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = booted.strapi.get('webhookStore') as Any;
  const webhook = await store.createWebhook({
    name: 'All',
    url: `http://127.0.0.1:${port}/`,
    headers: {},
    events: [...OURS, 'entry.update', 'entry.publish'],
    isEnabled: true,
  });
  (booted.strapi.get('webhookRunner') as Any).add(webhook);
});

afterAll(async () => {
  server.close();
  await booted.stop();
});

beforeEach(() => {
  heard = [];
  hooks.length = 0;
});

test('a save is told of once it is committed, with what it left', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  expect(await told('revision.create', documentId)).toMatchObject({
    event: 'revision.create',
    uid: ARTICLE,
    model: 'article',
    documentId,
    locale: 'en',
    meta: { status: 'draft' },
    actor: { type: 'system', id: null, name: null },
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    revision: { number: 1, action: 'create', isCurrent: true, isPublished: false, documentId },
  });
});

test('the status is that of the document after it', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' }, status: 'published' });
  expect(await told('revision.create', documentId)).toMatchObject({
    meta: { status: 'published' },
    revision: { isPublished: true, publications: [{ unpublishedAt: null }] },
  });
  const after = async (work: () => Promise<unknown>) => {
    heard = [];
    await work();
    return (await told('revision.create', documentId)).meta.status;
  };
  const save = (title: string) => documents(ARTICLE).update({ documentId, data: { title } });
  expect(await after(() => save('Two'))).toBe('updated');
  // what is live already is no change from it
  expect(await after(() => save('One'))).toBe('published');
  expect(await after(() => save('Two'))).toBe('updated');
  await documents(ARTICLE).unpublish({ documentId });
  expect(await after(() => save('Three'))).toBe('draft');
  const french = () => documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
  expect(await after(french)).toBe('draft');
});

test('a type without Draft & Publish is live as it is', async () => {
  const { documentId } = await documents(TAG).create({ data: { name: 'T' } });
  expect(await told('revision.create', documentId)).toMatchObject({ meta: { status: 'published' } });
});

test('nothing is told of what was rolled back, or changed nothing', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  await told('revision.create', documentId);
  heard = [];
  await expect(
    booted.strapi.db.transaction(async () => {
      await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
      throw new Error('no');
    })
  ).rejects.toThrow('no');
  await documents(ARTICLE).update({ documentId, data: { title: 'One' } });
  const { documentId: other } = await documents(ARTICLE).create({ data: { title: 'Other' } });
  await told('revision.create', other);
  expect(heard.filter((one) => one.documentId === documentId)).toEqual([]);
});

test('restoring is told of as that, too', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  const { revision } = await told('revision.create', documentId);
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
  heard = [];
  expect((await editor.post(`/revisions/revisions/${revision.id}/restore`, {})).status).toBe(200);
  expect(await told('revision.restore', documentId)).toMatchObject({
    actor: { type: 'admin', id: ada.user.id, name: 'Ada Editor' },
    revision: { action: 'restore', restoredFrom: revision.id },
  });
  expect(await told('revision.create', documentId)).toMatchObject({ revision: { action: 'restore' } });
});

test('what a limit takes away is told of', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: '0' } });
  const { revision } = await told('revision.create', documentId);
  for (let n = 1; n < 8; n += 1) await documents(ARTICLE).update({ documentId, data: { title: String(n) } });
  const purge = await told('revision.purge', documentId);
  expect(purge).toMatchObject({ locale: 'en', meta: { status: 'draft' }, revision: null });
  expect(purge.purged).toContain(revision.id);
});

test('drafts are told of by what happens to them, but for provisional ones', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' }, status: 'published' });
  const at = `/revisions/documents/${ARTICLE}/${documentId}`;
  const made = (await editor.post(`${at}/drafts`, { name: 'Next', data: { title: 'Two' } })).body as Any;
  const { id } = made.data;
  expect(await told('draft.create', documentId)).toMatchObject({
    uid: ARTICLE,
    model: 'article',
    locale: 'en',
    meta: { status: 'published' },
    actor: { type: 'admin', id: ada.user.id },
    draft: { id, kind: 'saved', name: 'Next', modified: ['title'] },
  });
  await editor.put(`/revisions/drafts/${id}`, { data: { standfirst: 'S' } });
  expect((await told('draft.update', documentId)).draft.modified).toEqual(['standfirst', 'title']);
  heard = [];
  await editor.post(`/revisions/drafts/${id}/apply`, {});
  expect(await told('draft.apply', documentId)).toMatchObject({ meta: { status: 'updated' }, draft: { id } });
  expect(await told('revision.create', documentId)).toMatchObject({
    revision: { action: 'apply', draftName: 'Next' },
  });

  heard = [];
  const own = (await editor.put(`${at}/provisional`, { data: { title: 'Mine' } })).body as Any;
  await editor.put(`${at}/provisional`, { data: { title: 'Mine again' } });
  await editor.post(`/revisions/drafts/${own.data.id}/save`, { name: 'Saved' });
  expect(await told('draft.create', documentId)).toMatchObject({ draft: { id: own.data.id, name: 'Saved' } });
  await editor.delete(`/revisions/drafts/${own.data.id}`);
  expect(await told('draft.delete', documentId)).toMatchObject({ draft: { id: own.data.id } });
  expect(heard.map(({ event }) => event)).toEqual(['draft.create', 'draft.delete']);
});

test('webhooks get them, and Strapi’s own of entries say the status', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' }, status: 'published' });
  await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
  const hook = (event: string, isIt: (body: Any) => boolean) =>
    until(() => hooks.find(({ event: of, body }) => of === event && isIt(body)));
  const { body } = await hook('revision.create', (one) => one.documentId === documentId);
  expect(body).toMatchObject({
    event: 'revision.create',
    documentId,
    meta: { status: 'published' },
    revision: { number: 1 },
  });
  expect((await hook('entry.update', ({ entry }) => entry.documentId === documentId)).body).toMatchObject({
    uid: ARTICLE,
    meta: { status: 'updated' },
    entry: { documentId },
  });
});

test('the admin API lets webhooks be made for them', async () => {
  const { status, body } = await editor.post('/admin/webhooks', {
    name: 'Drafts',
    url: 'https://example.com/hook',
    headers: {},
    events: ['draft.apply', 'revision.create'],
  });
  expect([status, (body as Any).error]).toEqual([201, undefined]);
});
