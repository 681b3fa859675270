import { adminToken, createAdmin, createApiToken, createUser, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted, type BootOptions } from '../helpers/boot';
import { ARTICLE, AUTHOR, TAG } from '../helpers/random-edits';

// What a site asks without any of our parameters is answered byte for byte as by the same Strapi without the plugin, over
// the same rows, whatever drafts and revisions there are.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a document is
type Any = any;

interface Request {
  /** who asks; nobody by default */
  as?: 'token' | 'user' | 'admin';
  path: string;
  /** a GraphQL query, in place of a GET */
  query?: string;
}

/** What is another in every answer: when, and how long a connection is kept. */
const VOLATILE = new Set(['date', 'keep-alive', 'connection']);

const people: Record<string, { token: string }> = {};
let admin: { id: number | string };
let articleId: string;

const ask = async (booted: Booted, { as, path, query }: Request): Promise<string> => {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${people[as]!.token}` } : {};
  const url = booted.url + path.replace(':id', articleId);
  const response = await fetch(
    url,
    query
      ? {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query: query.replace(':id', articleId) }),
        }
      : { headers }
  );
  const given: string[] = [];
  response.headers.forEach((value, name) => {
    if (!VOLATILE.has(name)) given.push(`${name}: ${value}`);
  });
  return [response.status, ...given, await response.text()].join('\n');
};

const REST: string[] = [
  '/api/articles',
  '/api/articles?populate=*',
  '/api/articles?populate[author][populate]=*&populate[relatedArticles]=true&populate[localizations]=true',
  '/api/articles?status=draft&populate=*',
  '/api/articles?status=published&fields[0]=title&sort=title:desc',
  '/api/articles?locale=de&populate=*',
  '/api/articles?locale=*',
  '/api/articles?filters[title][$contains]=i&filters[author][name][$eq]=Ida',
  '/api/articles?pagination[page]=2&pagination[pageSize]=1',
  '/api/articles?pagination[start]=1&pagination[limit]=1&pagination[withCount]=false',
  '/api/articles?_q=Second',
  '/api/articles/:id?populate=*',
  '/api/articles/:id?status=draft',
  '/api/articles/nobody',
  '/api/authors?populate=*',
  '/api/tags?populate=*',
  '/api/homepage?populate=*',
  '/api/site-setting?populate=*',
  '/api/glossary-terms',
  // errors are answers, too
  '/api/articles?nonsense=1',
  '/api/articles?sort=nonsense',
  '/api/articles?filters[nonsense]=1',
  '/api/articles?status=nonsense',
  '/api/articles?populate=nonsense',
  '/api/nonsense',
];

const GRAPHQL: string[] = [
  '{ articles { documentId title author { name } tags { name } sections { __typename } } }',
  '{ articles(status: DRAFT, sort: "title") { title localizations { title } } }',
  '{ articles_connection(pagination: { pageSize: 1 }) { nodes { title } pageInfo { total pageCount } } }',
  '{ article(documentId: ":id") { title seo { metaTitle } author { articles { title } } } }',
  '{ nonsense }',
  '{ articles(nonsense: 1) { title } }',
];

const ADMIN: string[] = [
  `/content-manager/collection-types/${ARTICLE}?page=1&pageSize=10&sort=title:ASC`,
  `/content-manager/collection-types/${ARTICLE}/:id?locale=en`,
  `/content-manager/collection-types/${ARTICLE}/:id?status=published`,
  `/content-manager/collection-types/${ARTICLE}/:id/actions/countDraftRelations`,
  `/content-manager/relations/${ARTICLE}/author?id=:id&status=draft&locale=en`,
  `/content-manager/relations/${ARTICLE}/:id/tags?status=draft&locale=en`,
  '/content-manager/single-types/api::homepage.homepage',
];

const REQUESTS: Request[] = [
  ...REST.flatMap((path): Request[] => [{ path }, { as: 'token', path }, { as: 'user', path }]),
  ...GRAPHQL.flatMap((query): Request[] => [
    { path: '/graphql', query },
    { as: 'token', path: '/graphql', query },
  ]),
  ...ADMIN.map((path): Request => ({ as: 'admin', path })),
];

const answersOf = async (booted: Booted): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const request of REQUESTS) {
    found[`${request.as ?? 'nobody'} ${request.query ?? request.path}`] = await ask(booted, request);
  }
  return found;
};

const makeContent = async ({ strapi, as, settled }: Booted): Promise<void> => {
  const documents = (uid: string): Any => strapi.documents(uid as never);
  const author = await documents(AUTHOR).create({ data: { name: 'Ida' }, status: 'published' });
  const tag = await documents(TAG).create({ data: { name: 'sea' } });
  const data = {
    title: 'First',
    seo: { metaTitle: 'First of all' },
    sections: [{ __component: 'sections.quote', text: 'Said' }],
    author: author.documentId,
    tags: [tag.documentId],
    internalNotes: 'for the house',
  };
  ({ documentId: articleId } = await documents(ARTICLE).create({ data, locale: 'en' }));
  await documents(ARTICLE).update({ documentId: articleId, locale: 'de', data: { title: 'Erster' } });
  await documents(ARTICLE).publish({ documentId: articleId, locale: '*' });
  await documents(ARTICLE).update({ documentId: articleId, locale: 'en', data: { title: 'First, changed' } });
  await documents(ARTICLE).create({
    data: { title: 'Second', relatedArticles: [articleId] },
    status: 'published',
  });
  await documents('api::homepage.homepage').create({ data: { headline: 'Home' }, status: 'published' });

  // drafts of all kinds, by who asks below
  const editor = as(people.admin);
  const { status } = await editor.put(`/revisions/documents/${ARTICLE}/${articleId}/provisional`, {
    data: { title: 'First, typed', author: null },
    locale: 'en',
  });
  expect(status).toBe(200);
  await editor.post(`/revisions/documents/${ARTICLE}/${articleId}/drafts`, {
    data: { title: 'First, drafted' },
  });
  await editor.post(`/revisions/documents/${ARTICLE}/drafts`, { data: { title: 'Third' } });
  await settled();
};

const boot = async (options: BootOptions): Promise<Booted> => {
  const booted = await bootStrapi(options);
  if (admin) people.admin = { token: await adminToken(booted.strapi, admin) };
  return booted;
};

let booted: Booted | undefined;
afterAll(() => booted?.stop());

test('what is asked without our parameters is answered as without the plugin', async () => {
  booted = await boot({});
  const { strapi } = booted;
  const reading = [ARTICLE, AUTHOR, TAG].flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);
  const single = ['api::homepage.homepage.find', 'api::site-setting.site-setting.find'];
  await grantPublic(strapi, [...reading, ...single]);
  people.token = await createApiToken(strapi, {});
  people.user = await createUser(strapi, { actions: reading });
  const creator = await createAdmin(strapi);
  people.admin = creator;
  admin = creator.user;
  await makeContent(booted);
  const withPlugin = await answersOf(booted);
  const { database } = booted;
  await booted.stop();

  booted = await boot({ enabled: false, reuse: { database } });
  expect(await answersOf(booted)).toEqual(withPlugin);
  expect(Object.values(withPlugin).filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(60);
});
