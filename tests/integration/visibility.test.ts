import { contentPermissions, createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, TAG } from '../helpers/random-edits';
import type { Answer, Client } from '../helpers/request';

// Sections 3 and 6 of the public interface: who sees what, on every path. Each content that may be seen has a word of
// its own, and a cell says the status and which of these words are anywhere in the answer.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;

/** Title of the live content; of the newest, which is not published; of the first save; of drafts, by who made them. */
const WORDS = {
  Lively: 'live',
  Newest: 'current',
  Former: 'old',
  Penned: 'saved',
  Hinted: 'provisional',
  Sketch: 'hers',
  Budded: 'typed',
  Unsaid: 'private',
};

let booted: Booted;
const clients: Record<string, Client> = {};
const place: Record<string, string | number> = {};

const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const own = (subject: string, ...actions: string[]) =>
  actions.map((action) => `plugin::revisions.${subject}.${action}`);

const sees = ({ status, body }: Answer): string => {
  const text = JSON.stringify(body);
  // GraphQL says no with 200
  const said = body?.errors ? body.errors[0].extensions.error.name : status;
  const found = Object.entries(WORDS).filter(([word]) => text.includes(word));
  const list = [body?.data, body?.data?.articles].find(Array.isArray);
  const counted = text.match(/"isEdited":(\w+),"drafts":(\d+)/);
  if (counted) return `${said} ×${counted[2]}${counted[1] === 'true' ? ' edited' : ''}`;
  return [said, ...(list ? [`×${list.length}`] : []), ...found.map(([, name]) => name)].join(' ');
};

const withPlaces = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => String(place[name]));

const answers = async (path: string, names: string[]): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const name of names) {
    const client = clients[name]!;
    const filled = withPlaces(path);
    const answer = filled.startsWith('{')
      ? await client.post('/graphql', { query: filled })
      : await client.get(filled, {});
    found[name] = sees(answer);
  }
  return found;
};

beforeAll(async () => {
  booted = await bootStrapi();
  const { strapi, as } = booted;
  const article = [`${ARTICLE}.find`, `${ARTICLE}.findOne`];
  const author = [`${AUTHOR}.find`, `${AUTHOR}.findOne`];
  const reading = [...own('draft', 'find'), ...own('revision', 'find')];
  const drafting = own('draft', 'find', 'create');
  await grantPublic(strapi, [...article, ...author]);
  const token = async (options: Parameters<typeof createApiToken>[1]) =>
    as(await createApiToken(strapi, options));
  const user = async (...actions: string[]) => as(await createUser(strapi, { actions }));
  const admin = async (...actions: string[]) =>
    as(
      await createAdmin(strapi, {
        permissions: [
          ...contentPermissions(ARTICLE),
          ...actions.map((action) => ({ action: `plugin::revisions.${action}` })),
        ],
      })
    );
  const expired = await createApiToken(strapi);
  await strapi.db
    .query('admin::api-token')
    .update({ where: { id: expired.id }, data: { lifespan: 1000, expiresAt: new Date(Date.now() - 1000) } });

  Object.assign(clients, {
    full: await token({}),
    readOnly: await token({ type: 'read-only' }),
    custom: await token({ permissions: [...article, ...author, ...reading] }),
    contentOnly: await token({ permissions: [...article, ...author] }),
    oursOnly: await token({ permissions: reading }),
    maker: await user(...article, ...author, ...own('revision', 'find'), ...drafting),
    user: await user(...article, ...author, ...own('revision', 'find'), ...drafting),
    plainUser: await user(...article, ...author),
    anonymous: as(),
    forged: as({ token: 'forged' }),
    expired: as(expired),

    superAdmin: as(await createAdmin(strapi)),
    editor: as(await createAdmin(strapi)),
    peer: await admin('revision.read', 'draft.create', 'draft.read-peer'),
    colleague: await admin('revision.read', 'draft.create'),
    reader: await admin(),
    stranger: as(
      await createAdmin(strapi, {
        permissions: [
          ...contentPermissions(TAG),
          ...['revision.read', 'draft.create', 'draft.read-peer'].map((action) => ({
            action: `plugin::revisions.${action}`,
          })),
        ],
      })
    ),
  });

  const write = (data: object) => documents(ARTICLE).update({ documentId: place.id, data });
  place.article = ARTICLE;
  place.author = (await documents(AUTHOR).create({ data: { name: 'Ida' }, status: 'published' })).documentId;
  const first = { title: 'Former', internalNotes: 'Unsaid', author: place.author };
  place.id = (await documents(ARTICLE).create({ data: first })).documentId;
  await write({ title: 'Lively' });
  await documents(ARTICLE).publish({ documentId: place.id });
  place.then = new Date().toISOString();
  await write({ title: 'Newest' });
  const { body } = await clients.superAdmin!.get(`/revisions/documents/${ARTICLE}/${place.id}/revisions`);
  place.revision = body.data.at(-1).id;
  const drafts = `documents/${ARTICLE}/${place.id}`;
  const made = async (answer: Promise<Answer>) => (await answer).body.data.id;
  const { editor, maker } = clients as { editor: Client; maker: Client };
  const notes = { internalNotes: 'Unsaid' };
  place.saved = await made(
    editor.post(`/revisions/${drafts}/drafts`, { name: 'Penned', data: { title: 'Penned', ...notes } })
  );
  place.provisional = await made(
    editor.put(`/revisions/${drafts}/provisional`, { data: { title: 'Hinted', ...notes } })
  );
  const preview = async () =>
    (await editor.post('/revisions/previews', { uid: ARTICLE, draftId: place.saved })).body.data;
  place.preview = (await preview()).token;
  const past = await preview();
  place.past = past.token;
  await editor.delete(`/revisions/previews/${past.id}`);
  place.hers = await made(
    maker.post(`/api/revisions/${drafts}/drafts`, { name: 'Sketch', data: { title: 'Sketch' } })
  );
  place.typed = await made(maker.put(`/api/revisions/${drafts}/provisional`, { data: { title: 'Budded' } }));
});

afterAll(() => booted.stop());

const CONTENT = [
  'full',
  'readOnly',
  'custom',
  'contentOnly',
  'oursOnly',
  'maker',
  'user',
  'plainUser',
  'anonymous',
  'forged',
  'expired',
];
const ADMIN = [
  'superAdmin',
  'editor',
  'peer',
  'colleague',
  'reader',
  'stranger',
  'anonymous',
  'forged',
  'full',
];

/** By path: who gets which answer. Everybody of the matrix is in each row. */
type Matrix = Record<string, Record<string, string>>;

const CONTENT_API: Matrix = {
  '/api/articles': {
    '200 ×1 live': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/articles?version=current': {
    '200 ×1 current': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/articles?revisionOf=:id': {
    '200 ×3 live current old': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?revisions=true': {
    '200 ×3 live current old': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?revisionId=:revision': {
    '200 ×1 old': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles/:id?revisionId=:revision': {
    '200 old': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?draftOf=:id': {
    '200 ×2 saved hers': 'full readOnly custom',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 hers': 'maker',
    '200 ×0': 'user',
    '401': 'forged expired',
  },
  '/api/articles?drafts=any&status=draft': {
    '200 ×3 current saved hers': 'full readOnly custom',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×2 current hers': 'maker',
    '200 ×1 current': 'user',
    '401': 'forged expired',
  },
  '/api/articles?draftId=:saved': {
    '200 ×1 saved': 'full readOnly custom',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '404': 'maker user',
    '401': 'forged expired',
  },
  '/api/articles/:id?draftId=:saved': {
    '200 saved': 'full readOnly custom',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '404': 'maker user',
    '401': 'forged expired',
  },
  '/api/articles?draftId=:provisional': {
    '404': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?draftId=:hers': {
    '200 ×1 hers': 'full readOnly custom maker',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '404': 'user',
    '401': 'forged expired',
  },
  '/api/articles?draftId=:typed': {
    '404': 'full readOnly custom user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 typed': 'maker',
    '401': 'forged expired',
  },
  '/api/articles?provisionalDrafts=true': {
    '200 ×0': 'full readOnly custom user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 typed': 'maker',
    '401': 'forged expired',
  },
  '/api/articles?draftOf=*&provisionalDrafts=any': {
    '200 ×2 saved hers': 'full readOnly custom',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×2 hers typed': 'maker',
    '200 ×0': 'user',
    '401': 'forged expired',
  },
  '/api/articles?withProvisionalDrafts=true': {
    '200 ×1 live': 'full readOnly custom user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 typed': 'maker',
    '401': 'forged expired',
  },
  '/api/articles?asOf=:then': {
    '200 ×1 live': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/authors?populate=articles': {
    '200 ×1 live': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/articles?populate=author&asOf=:then': {
    '200 ×1 live': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/authors?populate=articles&withProvisionalDrafts=true': {
    '200 ×1 live': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?previewToken=:preview': {
    '200 ×1 saved': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/articles?previewToken=:preview&draftId=:hers': {
    '400': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/articles?previewToken=:past': {
    '403': 'full readOnly custom contentOnly oursOnly maker user plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/articles?previewToken=forged': {
    '403': 'full readOnly custom contentOnly oursOnly maker user plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/authors?populate=articles&previewToken=:preview': {
    '200 ×1 saved': 'full readOnly custom contentOnly maker user plainUser anonymous',
    '403': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/revisions/documents/:article/:id/revisions': {
    '200 ×3': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/revisions/revisions/:revision': {
    '200 old': 'full readOnly custom maker user',
    '403': 'contentOnly plainUser anonymous',
    '404': 'oursOnly',
    '401': 'forged expired',
  },
  '/api/revisions/documents/:article/:id/compare?from=revision::revision&to=current': {
    '200 current old': 'full readOnly custom maker user',
    '403': 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/revisions/documents/:article/:id/compare?from=current&to=draft::saved': {
    '200 current saved': 'full readOnly custom',
    '403': 'contentOnly plainUser anonymous',
    '404': 'oursOnly maker user',
    '401': 'forged expired',
  },
  '/api/revisions/documents/:article/:id/drafts': {
    '200 ×2 saved hers': 'full readOnly custom',
    '403': 'contentOnly plainUser anonymous',
    '200 ×0': 'oursOnly user',
    '200 ×2 hers': 'maker',
    '401': 'forged expired',
  },
  '/api/revisions/drafts/:saved': {
    '200 saved': 'full readOnly custom',
    '403': 'contentOnly plainUser anonymous',
    '404': 'oursOnly maker user',
    '401': 'forged expired',
  },
  '/api/revisions/drafts/:provisional': {
    '404': 'full readOnly custom oursOnly maker user',
    '403': 'contentOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '/api/revisions/drafts/:hers': {
    '200 hers': 'full readOnly custom maker',
    '403': 'contentOnly plainUser anonymous',
    '404': 'oursOnly user',
    '401': 'forged expired',
  },
  '/api/revisions/drafts/:typed': {
    '404': 'full readOnly custom oursOnly user',
    '403': 'contentOnly plainUser anonymous',
    '200 typed': 'maker',
    '401': 'forged expired',
  },
  '{ articles { title } }': {
    '200 ×1 live': 'full readOnly custom contentOnly maker user plainUser anonymous',
    ForbiddenError: 'oursOnly',
    '401': 'forged expired',
  },
  '{ articles(revisionOf: ":id") { title } }': {
    '200 ×3 live current old': 'full readOnly custom maker user',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '{ article(documentId: ":id", revisionId: :revision) { title } }': {
    '200 old': 'full readOnly custom maker user',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '{ articles(draftOf: ":id") { title } }': {
    '200 ×2 saved hers': 'full readOnly custom',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 hers': 'maker',
    '200 ×0': 'user',
    '401': 'forged expired',
  },
  '{ articles(draftId: :provisional) { title } }': {
    NotFoundError: 'full readOnly custom maker user',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
  '{ articles(withProvisionalDrafts: true) { title } }': {
    '200 ×1 live': 'full readOnly custom user',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '200 ×1 typed': 'maker',
    '401': 'forged expired',
  },
  '{ articles(asOf: ":then") { title author { name } } }': {
    '200 ×1 live': 'full readOnly custom maker user',
    ForbiddenError: 'contentOnly oursOnly plainUser anonymous',
    '401': 'forged expired',
  },
};

const ADMIN_API: Matrix = {
  '/revisions/documents/:article/:id/revisions': {
    '200 ×3': 'superAdmin editor peer colleague',
    '403': 'reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/documents/:article/:id/state': {
    '200': 'superAdmin editor peer colleague',
    '403': 'reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/revisions/:revision': {
    '200 old private': 'superAdmin editor peer colleague',
    '403': 'reader',
    '404': 'stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/documents/:article/:id/compare?from=revision::revision&to=current': {
    '200 current old': 'superAdmin editor peer colleague',
    '403': 'reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/documents/:article/:id/compare?from=current&to=draft::saved': {
    '200 current saved': 'superAdmin editor peer',
    '404': 'colleague stranger',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/documents/:article/:id/compare?from=current&to=draft::provisional': {
    '404': 'superAdmin peer colleague stranger',
    '200 current provisional': 'editor',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/documents/:article/:id/drafts': {
    '200 ×2 saved hers': 'superAdmin peer',
    '200 ×3 saved hers': 'editor',
    '200 ×0': 'colleague stranger',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts': {
    '200 ×0': 'superAdmin peer colleague stranger',
    '200 ×2 saved provisional': 'editor',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/counts?uid=:article&documentIds=:id': {
    '200 ×2': 'superAdmin peer',
    '200 ×2 edited': 'editor',
    '200 ×0': 'colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/creators?show=saved': {
    '200 ×2': 'superAdmin editor peer',
    '200 ×0': 'colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts?show=saved': {
    '200 ×2 saved hers': 'superAdmin editor peer',
    '200 ×0': 'colleague stranger',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts?search=Hinted': {
    '200 ×0': 'superAdmin editor peer colleague stranger',
    '403': 'reader',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:saved': {
    '200 saved private': 'superAdmin editor peer',
    '404': 'colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:provisional': {
    '404': 'superAdmin peer colleague reader stranger',
    '200 provisional private': 'editor',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:hers': {
    '200 hers private': 'superAdmin editor peer',
    '404': 'colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:typed': {
    '404': 'superAdmin editor peer colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:saved/form': {
    '200 saved': 'superAdmin editor peer',
    '404': 'colleague reader stranger',
    '401': 'anonymous forged full',
  },
  '/revisions/drafts/:provisional/form': {
    '404': 'superAdmin peer colleague reader stranger',
    '200 provisional': 'editor',
    '401': 'anonymous forged full',
  },
  '/content-manager/collection-types/:article': {
    '200 current private': 'superAdmin editor peer colleague reader',
    '403': 'stranger',
    '401': 'anonymous forged full',
  },
  '/content-manager/collection-types/:article?draftOf=:id': {
    '200 current private': 'superAdmin editor peer colleague reader',
    '403': 'stranger',
    '401': 'anonymous forged full',
  },
  '/content-manager/collection-types/:article?revisionOf=:id': {
    '200 current private': 'superAdmin editor peer colleague reader',
    '403': 'stranger',
    '401': 'anonymous forged full',
  },
  '/content-manager/collection-types/:article?provisionalDrafts=true': {
    '200 current private': 'superAdmin editor peer colleague reader',
    '403': 'stranger',
    '401': 'anonymous forged full',
  },
  '/content-manager/collection-types/:article?withProvisionalDrafts=true': {
    '200 current private': 'superAdmin editor peer colleague reader',
    '403': 'stranger',
    '401': 'anonymous forged full',
  },
};

/** A row says who gets what; each client is asked, and must be in the row. */
const expectRow = async (path: string, row: Record<string, string>, everybody: string[]) => {
  const expected = Object.entries(row).flatMap(([answer, names]) =>
    names.split(' ').map((name) => [name, answer] as const)
  );
  expect(expected.map(([name]) => name).sort()).toEqual([...everybody].sort());
  expect(await answers(path, everybody)).toEqual(Object.fromEntries(expected));
};

test.each(Object.entries(CONTENT_API))('%s', (path, row) => expectRow(path, row, CONTENT));
test.each(Object.entries(ADMIN_API))('%s', (path, row) => expectRow(path, row, ADMIN));
