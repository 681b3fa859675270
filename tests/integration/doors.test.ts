import { createAdmin, createApiToken, createUser, grantPublic, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, CATEGORY, HOMEPAGE, PAGE, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// Every committed save has its revision, from whichever door it came, and the revision says who it was and which door.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let admin: AdminActor;
let editor: Client;
let revisions: RevisionsClient;

beforeAll(async () => {
  booted = await bootStrapi();
  admin = await createAdmin(booted.strapi, { firstname: 'Ada', lastname: 'Lovelace' });
  editor = booted.as(admin);
  revisions = revisionsClient(editor);
});

const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const content = (uid: string) => `/content-manager/collection-types/${uid}`;

/** Oldest first: what was done, by whom, through which door, and whether it is or was published. */
const told = async (uid: string, documentId: string) =>
  (await revisions.all(uid, documentId)).map(({ action, creator, origin, publications }) =>
    [action, creator.type, creator.name, origin, ...publications.map(publicationOf)].filter(Boolean).join(' ')
  );
const publicationOf = ({ publishedBy, unpublishedAt, unpublishedBy }: Any) =>
  `published by ${publishedBy.type}${unpublishedAt ? ` until ${unpublishedBy.type}` : ''}`;

const ok = <T extends { status: number; body: Any }>(answer: T): T => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};

describe('the admin', () => {
  const by = 'admin Ada Lovelace admin';

  it('creates, updates, publishes, unpublishes, discards and deletes', async () => {
    const { documentId } = ok(await editor.post(content(PAGE), { title: 'One' })).body.data;
    expect(await told(PAGE, documentId)).toEqual([`create ${by}`]);
    const one = `${content(PAGE)}/${documentId}`;

    ok(await editor.put(one, { title: 'Two' }));
    ok(await editor.put(one, { title: 'Two' }));
    expect(await told(PAGE, documentId)).toEqual([`create ${by}`, `update ${by}`]);

    ok(await editor.post(`${one}/actions/publish`, { title: 'Three' }));
    const published = [`create ${by}`, `update ${by}`, `update ${by} published by admin`];
    expect(await told(PAGE, documentId)).toEqual(published);

    ok(await editor.put(one, { title: 'Four' }));
    ok(await editor.post(`${one}/actions/discard`));
    expect(await told(PAGE, documentId)).toEqual([...published, `update ${by}`, `discard ${by}`]);

    ok(await editor.post(`${one}/actions/unpublish`));
    const unpublished = `update ${by} published by admin until admin`;
    const rest = [`create ${by}`, `update ${by}`, unpublished, `update ${by}`, `discard ${by}`];
    expect(await told(PAGE, documentId)).toEqual(rest);

    const { id } = admin.user;
    expect((await revisions.newest(PAGE, documentId)).creator).toEqual({
      type: 'admin',
      id,
      name: 'Ada Lovelace',
    });
    ok(await editor.delete(one));
    expect(await told(PAGE, documentId)).toEqual([...rest, `delete ${by}`]);
  });

  it('is named once among those who saved a document, beside a job', async () => {
    const { documentId } = ok(await editor.post(content(PAGE), { title: 'One' })).body.data;
    ok(await editor.put(`${content(PAGE)}/${documentId}`, { title: 'Two' }));
    await documents(PAGE).update({ documentId, data: { title: 'Three' } });
    const { body } = ok(await editor.get(`/revisions/documents/${PAGE}/${documentId}/editors`));
    expect(body.data).toHaveLength(2);
    expect(body.data).toEqual(
      expect.arrayContaining([
        { type: 'admin', id: admin.user.id, name: 'Ada Lovelace' },
        { type: 'system', id: null, name: null },
      ])
    );
  });

  it('publishes a new document at once', async () => {
    const { documentId } = ok(await editor.post(`${content(PAGE)}/actions/publish`, { title: 'At once' }))
      .body.data;
    expect(await told(PAGE, documentId)).toEqual([`create ${by} published by admin`]);
  });

  it('publishes, unpublishes and deletes many', async () => {
    const made = [
      await documents(PAGE).create({ data: { title: 'A' } }),
      await documents(PAGE).create({ data: { title: 'B' } }),
    ];
    const documentIds = made.map(({ documentId }) => documentId);
    const tell = () => Promise.all(documentIds.map((id) => told(PAGE, id)));

    ok(await editor.post(`${content(PAGE)}/actions/bulkPublish`, { documentIds }));
    expect(await tell()).toEqual([
      ['create system service published by admin'],
      ['create system service published by admin'],
    ]);
    ok(await editor.post(`${content(PAGE)}/actions/bulkUnpublish`, { documentIds }));
    const until = 'create system service published by admin until admin';
    expect(await tell()).toEqual([[until], [until]]);
    ok(await editor.post(`${content(PAGE)}/actions/bulkDelete`, { documentIds }));
    expect(await tell()).toEqual([
      [until, `delete ${by}`],
      [until, `delete ${by}`],
    ]);
  });

  it('clones', async () => {
    const source = await documents(PAGE).create({ data: { title: 'Original', settings: { a: 1 } } });
    const cloned = ok(await editor.post(`${content(PAGE)}/clone/${source.documentId}`, { title: 'Copy' }))
      .body.data;
    expect(await told(PAGE, cloned.documentId)).toEqual([`clone ${by}`]);
    expect(await told(PAGE, source.documentId)).toEqual(['create system service']);
    const { id } = await revisions.newest(PAGE, cloned.documentId);
    expect((await revisions.get(id)).body.data).toMatchObject({ title: 'Copy', settings: { a: 1 } });
  });

  it('saves single types, in each locale', async () => {
    const url = `/content-manager/single-types/${HOMEPAGE}`;
    const { documentId } = ok(await editor.put(url, { headline: 'One' })).body.data;
    ok(await editor.put(url, { headline: 'Two' }));
    ok(await editor.put(`${url}?locale=fr`, { headline: 'Deux' }));
    ok(await editor.post(`${url}/actions/publish`, { headline: 'Three' }));
    expect(await told(HOMEPAGE, documentId)).toEqual([
      `create ${by}`,
      `update ${by}`,
      `create ${by}`,
      `update ${by} published by admin`,
    ]);
    expect((await revisions.all(HOMEPAGE, documentId)).map(({ locale }) => locale)).toEqual([
      'en',
      'en',
      'fr',
      'en',
    ]);
  });
});

describe('REST', () => {
  const rights = ['create', 'update', 'delete', 'find', 'findOne'].map((action) => `${ARTICLE}.${action}`);

  it('by an API token: what it writes is live', async () => {
    const token = await createApiToken(booted.strapi, { permissions: rights, name: 'importer' });
    const client = booted.as(token);
    const by = 'api-token importer rest';
    const { documentId } = ok(await client.post('/api/articles', { data: { title: 'One' } })).body.data;
    expect(await told(ARTICLE, documentId)).toEqual([`create ${by} published by api-token`]);

    const one = `/api/articles/${documentId}`;
    ok(await client.put(one, { data: { title: 'Two' } }));
    const until = `create ${by} published by api-token until api-token`;
    expect(await told(ARTICLE, documentId)).toEqual([until, `update ${by} published by api-token`]);

    ok(await client.put(`${one}?status=draft`, { data: { title: 'Three' } }));
    ok(await client.put(`${one}?status=draft`, { data: { title: 'Three' } }));
    expect(await told(ARTICLE, documentId)).toEqual([
      until,
      `update ${by} published by api-token`,
      `update ${by}`,
    ]);

    ok(await client.delete(one));
    expect((await told(ARTICLE, documentId)).at(-1)).toBe(`delete ${by}`);
    const newest = await revisions.newest(ARTICLE, documentId);
    expect(newest.creator).toEqual({ type: 'api-token', id: token.id, name: 'importer' });
  });

  it('by a Users & Permissions user', async () => {
    const user = await createUser(booted.strapi, { actions: rights, username: 'ida' });
    const { documentId } = ok(await booted.as(user).post('/api/articles', { data: { title: 'Mine' } })).body
      .data;
    expect(await told(ARTICLE, documentId)).toEqual(['create user ida rest published by user']);
    expect((await revisions.newest(ARTICLE, documentId)).creator.id).toBe(user.user.id);
  });

  it('by nobody in particular', async () => {
    await grantPublic(booted.strapi, [`${TAG}.create`]);
    const { documentId } = ok(await booted.as().post('/api/tags', { data: { name: 'anonymous' } })).body.data;
    expect(await told(TAG, documentId)).toEqual(['create system rest']);
  });

  it('of a single type', async () => {
    const client = booted.as(await createApiToken(booted.strapi, { name: 'single' }));
    const { documentId } = ok(await client.put('/api/homepage', { data: { headline: 'From outside' } })).body
      .data;
    expect((await told(HOMEPAGE, documentId)).at(-1)).toBe(
      'update api-token single rest published by api-token'
    );
  });

  it('that is refused leaves nothing', async () => {
    const client = booted.as(await createApiToken(booted.strapi));
    const made = ok(await client.post('/api/articles', { data: { title: 'Kept' } })).body.data;
    expect((await client.put(`/api/articles/${made.documentId}`, { data: { title: null } })).status).toBe(
      400
    );
    expect((await client.put(`/api/articles/${made.documentId}`, { data: { nosuch: 1 } })).status).toBe(400);
    expect(await revisions.all(ARTICLE, made.documentId)).toHaveLength(1);
  });
});

describe('GraphQL', () => {
  it('mutates: by a token, by a user', async () => {
    const token = booted.as(await createApiToken(booted.strapi, { name: 'graph' }));
    const create =
      'mutation ($data: ArticleInput!) { createArticle(data: $data, status: DRAFT) { documentId } }';
    const { documentId } = (await token.graphql(create, { data: { title: 'One' } })).createArticle;
    const update =
      'mutation ($documentId: ID!, $data: ArticleInput!, $status: PublicationStatus) { updateArticle(documentId: $documentId, data: $data, status: $status) { title } }';

    const user = await createUser(booted.strapi, {
      actions: [`${ARTICLE}.update`, `${ARTICLE}.find`],
      username: 'graphist',
    });
    await booted.as(user).graphql(update, { documentId, data: { title: 'Two' }, status: 'DRAFT' });
    await token.graphql(update, { documentId, data: { title: 'Three' }, status: 'PUBLISHED' });
    await token.graphql(
      'mutation ($documentId: ID!) { deleteArticle(documentId: $documentId) { documentId } }',
      { documentId }
    );
    expect(await told(ARTICLE, documentId)).toEqual([
      'create api-token graph graphql',
      'update user graphist graphql',
      'update api-token graph graphql published by api-token until api-token',
      'delete api-token graph graphql',
    ]);
  });
});

describe('code without a request', () => {
  it('is the system, through the service', async () => {
    const { documentId } = await documents(PAGE).create({ data: { title: 'One' } });
    await documents(PAGE).update({ documentId, data: { title: 'Two' }, status: 'published' });
    await documents(PAGE).update({ documentId, data: { title: 'Two' } });
    expect(await told(PAGE, documentId)).toEqual([
      'create system service',
      'update system service published by system',
    ]);
    expect((await revisions.newest(PAGE, documentId)).creator).toEqual({
      type: 'system',
      id: null,
      name: null,
    });
  });

  it('in a job', async () => {
    let documentId = '';
    await new Promise<void>((resolve, reject) => {
      booted.strapi.cron.add({
        revisionsTest: {
          task: () =>
            documents(TAG)
              .create({ data: { name: 'by a job' } })
              .then((tag: Any) => {
                documentId = tag.documentId;
              })
              .then(resolve, reject),
          options: new Date(Date.now() + 300),
        },
      } as never);
    });
    booted.strapi.cron.remove('revisionsTest');
    expect(await told(TAG, documentId)).toEqual(['create system service']);
  });

  // The Community Edition has no releases; this is what they do: all of a release published in one transaction.
  it('that publishes documents of several types and locales at once', async () => {
    const page = await documents(PAGE).create({ data: { title: 'Released' } });
    const article = await documents(ARTICLE).create({ data: { title: 'Released' } });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      locale: 'fr',
      data: { title: 'Publié' },
    });
    await booted.strapi.db.transaction(async () => {
      await Promise.all([
        documents(PAGE).publish({ documentId: page.documentId }),
        documents(ARTICLE).publish({ documentId: article.documentId, locale: ['en', 'fr'] }),
      ]);
    });
    const published = 'create system service published by system';
    expect(await told(PAGE, page.documentId)).toEqual([published]);
    expect(await told(ARTICLE, article.documentId)).toEqual([published, published]);
  });

  it('within a request is who asks', async () => {
    const off = booted.strapi.documents.use(async (context, next) => {
      const result = await next();
      if (context.uid === TAG && context.action === 'create') {
        await documents(CATEGORY).create({ data: { name: 'made along with a tag' } });
      }
      return result;
    });
    ok(await editor.post(content(TAG), { name: 'with a category' }));
    (off as unknown as () => void)?.();
    const category = await documents(CATEGORY).findFirst({ filters: { name: 'made along with a tag' } });
    expect(await told(CATEGORY, category.documentId)).toEqual(['create admin Ada Lovelace admin']);
  });
});

describe('notes', () => {
  const NOTE = 'Größe 1 € – 😀';
  const bytes = (text: string) => Buffer.from(text).toString('latin1');
  const header = (value: string) => ({ 'X-Revision-Notes': value });
  const newestNotes = async (uid: string, documentId: string) =>
    (await revisions.newest(uid, documentId)).notes;

  it.each([
    ['Latin-1', 'Größe', 'Größe'],
    ['UTF-8', bytes(NOTE), NOTE],
    ['percent-encoded', encodeURIComponent(NOTE), NOTE],
    ['with a per cent sign', '100 % and 5%zz', '100 % and 5%zz'],
    ['around which there is space', '  why  ', 'why'],
    ['empty', '', null],
  ])('come in a header, %s', async (_what, value, expected) => {
    const client = booted.as(await createApiToken(booted.strapi));
    const { body } = ok(await client.post('/api/articles', { data: { title: 'N' } }, header(value)));
    expect(await newestNotes(ARTICLE, body.data.documentId)).toBe(expected);
  });

  it('come in a header of the admin API and of GraphQL', async () => {
    const { documentId } = ok(await editor.post(content(PAGE), { title: 'One' }, header('by header'))).body
      .data;
    expect(await newestNotes(PAGE, documentId)).toBe('by header');
    ok(
      await editor.post(
        `${content(PAGE)}/${documentId}/actions/publish`,
        { title: 'Two' },
        header('published')
      )
    );
    expect(await newestNotes(PAGE, documentId)).toBe('published');

    const client = booted.as(await createApiToken(booted.strapi));
    const mutation = 'mutation { createArticle(data: { title: "G" }) { documentId } }';
    const { createArticle } = await client.graphql(mutation, {}, header('by GraphQL'));
    expect(await newestNotes(ARTICLE, createArticle.documentId)).toBe('by GraphQL');
  });

  it('come with the body of the edit view, and are no part of the content', async () => {
    const { documentId } = ok(await editor.post(content(PAGE), { title: 'One', revisionNotes: 'first' })).body
      .data;
    expect(await newestNotes(PAGE, documentId)).toBe('first');
    const one = `${content(PAGE)}/${documentId}`;
    ok(await editor.put(one, { title: 'Two', revisionNotes: NOTE }));
    expect(await newestNotes(PAGE, documentId)).toBe(NOTE);
    ok(await editor.post(`${one}/actions/publish`, { title: 'Three', revisionNotes: 'out' }));
    expect(await newestNotes(PAGE, documentId)).toBe('out');
    expect(JSON.stringify((await editor.get(one)).body)).not.toContain('revisionNotes');

    const url = `/content-manager/single-types/${HOMEPAGE}`;
    const homepage = ok(await editor.put(url, { headline: 'Noted', revisionNotes: 'single' })).body.data;
    expect(await newestNotes(HOMEPAGE, homepage.documentId)).toBe('single');
  });

  it('come as a parameter of the Document Service, which goes before a header', async () => {
    const { documentId } = await documents(PAGE).create({
      data: { title: 'One' },
      revisionNotes: 'by a parameter',
    });
    expect(await newestNotes(PAGE, documentId)).toBe('by a parameter');
    const params = { documentId, data: { title: 'Two' }, revisionNotes: 'again', status: 'published' };
    await documents(PAGE).update(params);
    expect(await newestNotes(PAGE, documentId)).toBe('again');
    for (const [action, notes] of [
      ['clone', 'cloned'],
      ['delete', 'deleted'],
    ] as const) {
      const result = await documents(PAGE)[action]({ documentId, revisionNotes: notes });
      expect(await newestNotes(PAGE, action === 'clone' ? result.documentId : documentId)).toBe(notes);
    }
  });

  it('go with the save, not with what it did not change', async () => {
    const { documentId } = await documents(PAGE).create({ data: { title: 'One' }, revisionNotes: 'kept' });
    ok(await editor.put(`${content(PAGE)}/${documentId}`, { title: 'One', revisionNotes: 'of nothing' }));
    expect(await revisions.all(PAGE, documentId)).toMatchObject([{ notes: 'kept' }]);

    const article = await documents(ARTICLE).create({ data: { title: 'en', sku: 'A' } });
    await documents(ARTICLE).update({ documentId: article.documentId, locale: 'fr', data: { title: 'fr' } });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      data: { sku: 'B' },
      revisionNotes: 'new number',
    });
    const [synced, own] = (await revisions.all(ARTICLE, article.documentId)).reverse();
    expect([own.locale, own.notes, synced.locale, synced.action, synced.notes]).toEqual([
      'en',
      'new number',
      'fr',
      'sync',
      null,
    ]);
  });

  it('that are too long are refused, and nothing is saved', async () => {
    const long = 'x'.repeat(5001);
    const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
    const client = booted.as(await createApiToken(booted.strapi));
    const one = `${content(ARTICLE)}/${documentId}`;

    for (const answer of [
      await client.put(`/api/articles/${documentId}`, { data: { title: 'Two' } }, header(long)),
      await editor.put(one, { title: 'Two' }, header(long)),
      await editor.put(one, { title: 'Two', revisionNotes: long }),
      await editor.put(one, { title: 'Two', revisionNotes: { not: 'text' } }),
      await editor.post(`${one}/actions/publish`, { title: 'Two', revisionNotes: long }),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { data: null, error: { name: 'ValidationError' } } });
      expect(answer.body.error.message).toMatch(/revision-?notes/i);
    }
    const mutation = `mutation { updateArticle(documentId: "${documentId}", data: { title: "Two" }) { title } }`;
    await expect(client.graphql(mutation, {}, header(long))).rejects.toThrow(/X-Revision-Notes/);
    await expect(
      documents(ARTICLE).update({ documentId, data: { title: 'Two' }, revisionNotes: long })
    ).rejects.toThrow(/revisionNotes/);

    expect(await documents(ARTICLE).findOne({ documentId })).toMatchObject({ title: 'One' });
    expect(await revisions.all(ARTICLE, documentId)).toHaveLength(1);
    expect(
      (await client.put(`/api/articles/${documentId}`, { data: { title: 'T' } }, header('x'.repeat(5000))))
        .status
    ).toBe(200);
  });
});
