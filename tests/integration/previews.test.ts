import { contentPermissions, createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR } from '../helpers/random-edits';
import type { Client } from '../helpers/request';

// Preview tokens: section 6 of the public interface.

const HOMEPAGE = 'api::homepage.homepage';

let booted: Booted;
let editor: Client;
let anybody: Client;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const get = async (path: string): Promise<Any> => anybody.get(`/api/${path}`);
const published = async (data: object, uid = ARTICLE): Promise<string> =>
  (await documents(uid).create({ data, status: 'published' })).documentId;
const draftOf = async (documentId: string, body: object, client = editor): Promise<Any> =>
  ((await client.post(`/revisions/documents/${ARTICLE}/${documentId}/drafts`, body)).body as Any).data;
const preview = async (body: object, client = editor, prefix = '/revisions'): Promise<Any> =>
  client.post(`${prefix}/previews`, { uid: ARTICLE, ...body });
const tokenFor = async (body: object): Promise<string> => {
  const { status, body: answer } = await preview(body);
  expect([status, answer.error]).toEqual([201, undefined]);
  return answer.data.token;
};

beforeAll(async () => {
  booted = await bootStrapi({ env: { SITE_URL: 'https://site.example' } });
  editor = booted.as(await createAdmin(booted.strapi));
  anybody = booted.as();
  await grantPublic(booted.strapi, [
    `${ARTICLE}.find`,
    `${ARTICLE}.findOne`,
    `${AUTHOR}.find`,
    `${AUTHOR}.findOne`,
    `${HOMEPAGE}.find`,
  ]);
});

afterAll(() => booted.stop());

describe('a token of a draft', () => {
  let documentId: string;
  let author: string;
  let draft: Any;
  let token: string;
  beforeAll(async () => {
    author = await published({ name: 'Ida' }, AUTHOR);
    documentId = await published({ title: 'Live', standfirst: 'S', author, seo: { metaTitle: 'M' } });
    await published({ title: 'Other', author });
    draft = await draftOf(documentId, { name: 'Next', data: { title: 'Drafted', seo: { metaTitle: 'N' } } });
    const made = await preview({ draftId: draft.id, duration: '2h' });
    token = made.body.data.token;
    expect(made.status).toBe(201);
    const left = Date.parse(made.body.data.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(7_100_000);
    expect(left).toBeLessThanOrEqual(7_200_000);
  });

  test('puts it in the place of its document, in a single answer and in lists', async () => {
    const one = await get(`articles/${documentId}?previewToken=${token}&populate[seo]=true`);
    expect(one.body.data).toMatchObject({
      documentId,
      title: 'Drafted',
      standfirst: 'S',
      seo: { metaTitle: 'N' },
      _draft: { id: draft.id, name: 'Next', kind: 'saved' },
    });
    expect(one.headers.get('cache-control')).toBe('private, no-store');

    const plain = await get('articles?sort=title&fields[0]=title');
    const list = await get(`articles?sort=title&fields[0]=title&previewToken=${token}`);
    expect(list.body.meta).toEqual(plain.body.meta);
    expect(list.body.data.map(({ title }: Any) => title)).toEqual(
      plain.body.data.map(({ title }: Any) => (title === 'Live' ? 'Drafted' : title))
    );
    expect(list.body.data.filter((entry: Any) => entry._draft)).toHaveLength(1);
    expect(list.body.data.find((entry: Any) => entry._draft)).not.toHaveProperty('standfirst');
    expect(plain.headers.get('cache-control')).not.toBe('private, no-store');
  });

  test('puts it there in populated relations, too', async () => {
    const path = `authors/${author}?populate[articles][populate][seo]=true&populate[articles][fields][0]=title`;
    const { body } = await get(`${path}&previewToken=${token}`);
    const shown = body.data.articles.find((entry: Any) => entry.documentId === documentId);
    expect(shown).toMatchObject({ title: 'Drafted', seo: { metaTitle: 'N' }, _draft: { id: draft.id } });
    const others = body.data.articles.filter((entry: Any) => entry.documentId !== documentId);
    expect(others.map(({ title }: Any) => title)).toEqual(['Other']);
    const plain = await get(path);
    expect(JSON.stringify(plain.body)).not.toContain('Drafted');
  });

  test('opens the draft that a parameter names, and no other', async () => {
    const other = await draftOf(documentId, { data: { title: 'Second' } });
    const named = await get(`articles?draftId=${draft.id}&previewToken=${token}`);
    expect(named.body.data.map(({ title }: Any) => title)).toEqual(['Drafted']);
    expect((await get(`articles?draftId=${draft.id}`)).status).toBe(403);
    expect((await get(`articles?draftId=${other.id}&previewToken=${token}`)).status).toBe(400);
    for (const more of ['draftOf=*', 'drafts=any', 'revisions=true', 'withProvisionalDrafts=true']) {
      const { status, body } = await get(`articles?${more}&previewToken=${token}`);
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('previewToken')]);
    }
  });

  test('works from code, and leaves a count as it is', async () => {
    const found = await documents(ARTICLE).findMany({ status: 'published', previewToken: token });
    expect(found.map(({ title }: Any) => title)).toContain('Drafted');
    const all = await documents(ARTICLE).count({ status: 'published' });
    expect(await documents(ARTICLE).count({ status: 'published', previewToken: token })).toBe(all);
  });

  test('ends when it is revoked, by whoever made it', async () => {
    const made = await preview({ draftId: draft.id });
    const { id } = made.body.data;
    const mine = await editor.get(`/revisions/documents/${ARTICLE}/${documentId}/previews`);
    expect((mine.body as Any).data[0]).toMatchObject({ id, draftId: draft.id, revisionId: null });
    expect(JSON.stringify(mine.body)).not.toContain(made.body.data.token);
    const other = booted.as(await createAdmin(booted.strapi));
    expect((await other.delete(`/revisions/previews/${id}`)).status).toBe(404);
    expect((await editor.delete(`/revisions/previews/${id}`)).status).toBe(204);
    expect((await get(`articles?previewToken=${made.body.data.token}`)).status).toBe(403);
    expect((await editor.delete(`/revisions/previews/${id}`)).status).toBe(404);
  });

  test('ends with its draft, and with its time', async () => {
    const gone = await draftOf(documentId, { data: { title: 'Gone' } });
    const ofGone = await tokenFor({ draftId: gone.id });
    expect((await get(`articles?previewToken=${ofGone}`)).status).toBe(200);
    await editor.delete(`/revisions/drafts/${gone.id}`);
    const after = await get(`articles?previewToken=${ofGone}`);
    expect([after.status, JSON.stringify(after.body).includes('Gone')]).toEqual([403, false]);

    const short = await tokenFor({ draftId: draft.id, duration: 1 });
    expect((await get(`articles?previewToken=${short}`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await get(`articles?previewToken=${short}`)).status).toBe(403);
  });

  test('is refused where it is forged, and an error where it is no token', async () => {
    expect((await get(`articles?previewToken=${token.slice(0, -1)}x`)).status).toBe(403);
    expect((await get('articles?previewToken=forged')).status).toBe(403);
    for (const wrong of [
      'previewToken=',
      `previewToken=${'x'.repeat(300)}`,
      'previewToken=a&previewToken=b',
    ]) {
      expect((await get(`articles?${wrong}`)).status).toBe(400);
    }
    const rows = await booted.strapi.db.connection('revisions_preview_tokens');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('opens no type that the caller may not find', async () => {
    const tags = await get(`tags?previewToken=${token}`);
    expect(tags.status).toBe(403);
  });
});

describe('a token', () => {
  test('of a provisional draft shows its maker’s', async () => {
    const documentId = await published({ title: 'Live' });
    const path = `/revisions/documents/${ARTICLE}/${documentId}/provisional`;
    expect((await preview({ documentId })).status).toBe(404);
    await editor.put(path, { data: { title: 'Mine' } });
    const token = await tokenFor({ documentId });
    const shown = await get(`articles/${documentId}?previewToken=${token}`);
    expect(shown.body.data).toMatchObject({ title: 'Mine', _draft: { kind: 'provisional' } });
    await editor.put(path, { data: { title: 'Mine, later' } });
    const later = await get(`articles/${documentId}?previewToken=${token}`);
    expect(later.body.data.title).toBe('Mine, later');
  });

  test('of a revision shows that one', async () => {
    const documentId = await published({ title: 'First' });
    const [first] = (
      (await editor.get(`/revisions/documents/${ARTICLE}/${documentId}/revisions`)).body as Any
    ).data;
    await documents(ARTICLE).update({ documentId, data: { title: 'Second' }, status: 'published' });
    const token = await tokenFor({ revisionId: first.id });
    const shown = await get(`articles/${documentId}?previewToken=${token}`);
    expect(shown.body.data).toMatchObject({ title: 'First', _revision: { id: first.id, number: 1 } });
    const named = await get(`articles?revisionId=${first.id}&previewToken=${token}`);
    expect(named.body.data.map(({ title }: Any) => title)).toEqual(['First']);
  });

  test('shows a document that is not published, and one that does not exist yet', async () => {
    const { documentId } = await documents(ARTICLE).create({ data: { title: 'Never' } });
    const draft = await draftOf(documentId, { data: { title: 'Soon' } });
    const token = await tokenFor({ draftId: draft.id });
    expect((await get(`articles/${documentId}`)).status).toBe(404);
    expect((await get(`articles/${documentId}?previewToken=${token}`)).body.data.title).toBe('Soon');
    await documents(ARTICLE).delete({ documentId });
    expect((await get(`articles/${documentId}?previewToken=${token}`)).status).toBe(404);

    const made = (await editor.post(`/revisions/documents/${ARTICLE}/drafts`, { data: { title: 'New' } }))
      .body as Any;
    const unsaved = await tokenFor({ draftId: made.data.id });
    const { body } = await get(`articles?draftId=${made.data.id}&previewToken=${unsaved}`);
    expect(body.data.map(({ title }: Any) => title)).toEqual(['New']);
  });

  test('of a single type', async () => {
    const { documentId } = await documents(HOMEPAGE).create({ data: { headline: 'Now' } });
    const { body } = await editor.post(`/revisions/documents/${HOMEPAGE}/${documentId}/drafts`, {
      data: { headline: 'Drafted' },
    });
    const made = await preview({ uid: HOMEPAGE, draftId: (body as Any).data.id });
    const shown = await get(`homepage?previewToken=${made.body.data.token}`);
    expect(shown.body.data).toMatchObject({ headline: 'Drafted', _draft: { documentId } });
  });

  test('shows one locale where it was made for one', async () => {
    const documentId = await published({ title: 'Live' });
    await documents(ARTICLE).update({
      documentId,
      locale: 'fr',
      data: { title: 'En ligne' },
      status: 'published',
    });
    const draft = await draftOf(documentId, { data: { title: 'Drafted' } });
    await editor.put(`/revisions/drafts/${draft.id}`, { locale: 'fr', data: { title: 'Brouillon' } });
    const both = await tokenFor({ draftId: draft.id });
    const french = await tokenFor({ draftId: draft.id, locale: 'fr' });
    const titles = async (token: string) => [
      (await get(`articles/${documentId}?previewToken=${token}`)).body.data.title,
      (await get(`articles/${documentId}?locale=fr&previewToken=${token}`)).body.data.title,
    ];
    expect(await titles(both)).toEqual(['Drafted', 'Brouillon']);
    expect(await titles(french)).toEqual(['Live', 'Brouillon']);
  });

  test('shows no more than its maker may see', async () => {
    const documentId = await published({ title: 'Live', standfirst: 'Public' });
    const draft = await draftOf(documentId, { data: { title: 'Drafted', standfirst: 'Hidden' } });
    const half = booted.as(
      await createAdmin(booted.strapi, {
        permissions: [
          ...contentPermissions(ARTICLE, ['read'], { properties: { fields: ['title'] } }),
          ...['draft.read-peer', 'preview.create'].map((name) => ({ action: `plugin::revisions.${name}` })),
        ],
      })
    );
    const { status, body } = await preview({ draftId: draft.id }, half);
    expect(status).toBe(201);
    const shown = await get(`articles/${documentId}?previewToken=${body.data.token}`);
    expect(shown.body.data).toMatchObject({ title: 'Drafted', standfirst: 'Public' });
  });
});

describe('making one', () => {
  let documentId: string;
  let draft: Any;
  beforeAll(async () => {
    documentId = await published({ title: 'Live' });
    draft = await draftOf(documentId, { data: { title: 'Drafted' } });
  });

  test('takes the right to it, and to see what it shows', async () => {
    const plugin = (...names: string[]) => names.map((name) => ({ action: `plugin::revisions.${name}` }));
    const as = async (...names: string[]) =>
      booted.as(
        await createAdmin(booted.strapi, {
          permissions: [...contentPermissions(ARTICLE, ['read']), ...plugin(...names)],
        })
      );
    const { data: revisions } = (await editor.get(`/revisions/documents/${ARTICLE}/${documentId}/revisions`))
      .body as Any;
    const ofRevision = { revisionId: revisions[0].id };
    expect((await preview({ draftId: draft.id }, await as('draft.read-peer'))).status).toBe(403);
    expect((await preview({ draftId: draft.id }, await as('preview.create'))).status).toBe(404);
    expect((await preview({ draftId: draft.id }, await as('preview.create', 'draft.read-peer'))).status).toBe(
      201
    );
    expect((await preview(ofRevision, await as('preview.create'))).status).toBe(403);
    expect((await preview(ofRevision, await as('preview.create', 'revision.read'))).status).toBe(201);
    // another's provisional draft is nobody's to show
    const path = `/revisions/documents/${ARTICLE}/${documentId}/provisional`;
    const { id } = ((await editor.put(path, { data: { title: 'Mine' } })).body as Any).data;
    expect((await preview({ draftId: id }, await as('preview.create', 'draft.read-peer'))).status).toBe(404);
  });

  test('on the content API takes its action', async () => {
    const find = ['plugin::revisions.draft.find', `${ARTICLE}.findOne`];
    const without = booted.as(await createUser(booted.strapi, { actions: find }));
    expect((await preview({ draftId: draft.id }, without, '/api/revisions')).status).toBe(403);
    const token = booted.as(await createApiToken(booted.strapi));
    const made = await preview({ draftId: draft.id }, token, '/api/revisions');
    expect(made.status).toBe(201);
    expect((await get(`articles/${documentId}?previewToken=${made.body.data.token}`)).body.data.title).toBe(
      'Drafted'
    );
    // a user sees no drafts but their own
    const user = booted.as(
      await createUser(booted.strapi, { actions: [...find, 'plugin::revisions.preview.create'] })
    );
    expect((await preview({ draftId: draft.id }, user, '/api/revisions')).status).toBe(404);
  });

  test.each([
    [{}, 'documentId'],
    [{ draftId: 1, revisionId: 1 }, 'revisionId'],
    [{ draftId: 'x' }, 'draftId'],
    [{ documentId: 'd', duration: 'long' }, 'duration'],
    [{ documentId: 'd', duration: 0 }, 'duration'],
    [{ documentId: 'd', duration: -1 }, 'duration'],
    [{ documentId: 'd', more: 1 }, 'more'],
  ])('refuses %j', async (body, named) => {
    const { status, body: answer } = await preview(body);
    expect([status, answer.error.message]).toEqual([400, expect.stringContaining(named)]);
  });

  test('refuses what does not belong together', async () => {
    const wrong = await preview({ draftId: draft.id, documentId: 'another' });
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('documentId')]);
    expect((await preview({ uid: AUTHOR, draftId: draft.id })).status).toBe(400);
    expect((await preview({ uid: 'api::none.none', draftId: draft.id })).status).toBe(404);
    expect((await preview({ draftId: 999_999 })).status).toBe(404);
    expect((await preview({ draftId: draft.id, locale: 'xx' })).status).toBe(400);
  });
});

describe('Strapi’s own Preview', () => {
  const open = async (documentId: string, query = '', client = editor, version = 'draft'): Promise<URL> => {
    const { status, body } = (await client.get(
      `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&locale=en&status=${version}${query}`
    )) as Any;
    expect([status, body.error]).toEqual([200, undefined]);
    return new URL(body.data.url);
  };

  test('is handed a token that shows what its user has not saved, then and later', async () => {
    const documentId = await published({ title: 'Live' });
    const url = await open(documentId);
    expect(url.href).toMatch(new RegExp(`^https://site.example/article/${documentId}`));
    const token = url.searchParams.get('previewToken')!;
    const title = async () => (await get(`articles/${documentId}?previewToken=${token}`)).body.data.title;
    expect(await title()).toBe('Live');
    const path = `/revisions/documents/${ARTICLE}/${documentId}/provisional`;
    const own = (await editor.put(path, { data: { title: 'Mine' } })).body as Any;
    expect(await title()).toBe('Mine');
    await editor.delete(`/revisions/drafts/${own.data.id}`);
    expect(await title()).toBe('Live');

    const other = booted.as(await createAdmin(booted.strapi));
    await other.put(path, { data: { title: 'Another’s' } });
    expect(await title()).toBe('Live');
  });

  test('gets none for what is published, nor for who may share none', async () => {
    const documentId = await published({ title: 'Live' });
    expect((await open(documentId, '', editor, 'published')).searchParams.has('previewToken')).toBe(false);
    const reader = booted.as(
      await createAdmin(booted.strapi, { permissions: contentPermissions(ARTICLE, ['read']) })
    );
    expect((await open(documentId, '', reader)).searchParams.has('previewToken')).toBe(false);
  });

  test('gets the token that was made for a draft', async () => {
    const documentId = await published({ title: 'Live' });
    const draft = await draftOf(documentId, { data: { title: 'Drafted' } });
    const token = await tokenFor({ draftId: draft.id });
    const url = await open(documentId, `&previewToken=${token}`);
    expect(url.searchParams.get('previewToken')).toBe(token);
    // only what was shared is there to be revoked
    await open(documentId);
    const shared = await editor.get(`/revisions/documents/${ARTICLE}/${documentId}/previews`);
    expect((shared.body as Any).data).toHaveLength(1);
  });
});
