import { contentPermissions, createAdmin, createApiToken } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY, createFile, TAG } from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// `populate` and `fields` of `GET /revisions/:id` on the admin API (public interface, section 4): as on the content API,
// for whoever may read what is asked for.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let superAdmin: RevisionsClient;
let token: RevisionsClient;
let id: number;

const documents = (uid: string): Any => booted.strapi.documents(uid as never);

beforeAll(async () => {
  booted = await bootStrapi();
  superAdmin = revisionsClient(booted.as(await createAdmin(booted.strapi)));
  token = revisionsClient(booted.as(await createApiToken(booted.strapi)), '/api/revisions');
  const file = await createFile(booted.strapi);
  const author = await documents(AUTHOR).create({ data: { name: 'Ida', portrait: file } });
  const category = await documents(CATEGORY).create({ data: { name: 'Salt', image: file } });
  const tags = [
    await documents(TAG).create({ data: { name: 'b' } }),
    await documents(TAG).create({ data: { name: 'a' } }),
  ];
  const other = await documents(ARTICLE).create({ data: { title: 'Other', author: author.documentId } });
  const { documentId } = await documents(ARTICLE).create({
    data: {
      title: 'One',
      internalNotes: 'for the desk',
      accessCode: 'Pa55word',
      cover: file,
      author: author.documentId,
      category: category.documentId,
      tags: tags.map((tag) => tag.documentId),
      relatedArticles: [other.documentId],
      seo: { metaTitle: 'M', shareImage: file, social: { text: 'S', image: file } },
      sections: [
        { __component: 'sections.quote', text: 'Q' },
        { __component: 'sections.related', articles: [other.documentId], author: author.documentId },
      ],
    },
  });
  id = (await superAdmin.newest(ARTICLE, documentId)).id;
});

/** Without what is private on the content API. */
const PRIVATE = ['_revision', 'internalNotes', 'folderPath', 'createdBy', 'updatedBy', 'localizations'];
const comparable = (value: Any): Any => {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([key, item]) => !PRIVATE.includes(key) && !(key === 'locale' && item === null)
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, comparable(item)]));
};

it.each([
  'populate[tags][fields][0]=name',
  'populate[tags][sort]=name',
  'populate[tags][filters][name]=a',
  'populate[tags][count]=true',
  'populate=author',
  'populate=seo.social.image,category.image',
  'populate[0]=seo&populate[1]=tags',
  'populate[seo][fields][0]=metaTitle&populate[seo][populate][social][fields][0]=text',
  'populate[author][fields][0]=name&populate[author][populate][portrait][fields][0]=name',
  'populate[relatedArticles][populate][author][fields][0]=name',
  'populate[sections][populate]=*',
  'populate[sections][on][sections.related][populate][articles][fields][0]=title',
  'fields[0]=title&populate[cover][fields][0]=url',
  'fields=title',
])('a super admin gets ?%s as an API token does', async (query) => {
  const [admin, api] = [await superAdmin.get(id, query), await token.get(id, query)];
  expect([admin.status, api.status]).toEqual([200, 200]);
  expect(comparable(admin.body.data)).toEqual(comparable(api.body.data));
});

it('shows private attributes, which are none in the admin', async () => {
  const { body } = await superAdmin.get(id, 'fields[0]=internalNotes&populate=*');
  expect(body.data).toMatchObject({ internalNotes: 'for the desk', author: { name: 'Ida' }, tags: [{}, {}] });
});

it.each([
  'populate=nosuch',
  'populate[nosuch]=true',
  'populate[tags][fields][0]=nosuch',
  'populate[tags][bogus]=1',
  'populate[sections][on][sections.nosuch]=true',
  'fields=nosuch',
  'fields=accessCode',
  'populate[relatedArticles][fields][0]=accessCode',
  'populate[relatedArticles][filters][accessCode][$startsWith]=P',
  'populate[relatedArticles][sort]=accessCode',
  'populate[relatedArticles][filters][internalNotes][$startsWith]=f',
  'populate[tags][populate][createdBy][filters][resetPasswordToken][$notNull]=true',
  'populate[tags][populate][createdBy][filters][roles][code]=strapi-super-admin',
  'populate[tags][populate][createdBy][populate]=roles',
  'populate=tags.createdBy.roles',
])('refuses ?%s', async (query) => {
  const { status, body } = await superAdmin.get(id, query);
  expect({ status, name: body.error?.name }).toEqual({ status: 400, name: 'ValidationError' });
});

describe('a role that reads some fields', () => {
  let client: RevisionsClient;
  beforeAll(async () => {
    const properties = { fields: ['title', 'tags', 'seo.metaTitle'], locales: ['en'] };
    const permissions = [
      ...contentPermissions(ARTICLE, ['read'], { properties }),
      { action: 'plugin::revisions.revision.read' },
    ];
    client = revisionsClient(booted.as(await createAdmin(booted.strapi, { permissions })));
  });

  it('may ask for those', async () => {
    const query = 'fields=title&populate[tags][fields][0]=name&populate[seo][fields][0]=metaTitle';
    const { status, body } = await client.get(id, query);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      title: 'One',
      tags: [{ name: 'b' }, { name: 'a' }],
      seo: { metaTitle: 'M' },
    });
  });

  it('gets those of all', async () => {
    const { data } = (await client.get(id, 'populate=*')).body;
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['title', 'tags', 'seo']));
    expect(JSON.stringify(data)).not.toMatch(/Ida|sections|author|cover|shareImage|standfirst/);
  });

  it.each([
    'fields=standfirst',
    'populate=author',
    'populate=tags,author',
    'populate[author][fields][0]=name',
    'populate[seo][populate]=shareImage',
    'populate[seo][populate][social]=true',
    'populate[sections][populate]=*',
    'populate[sections][on][sections.related][populate][author]=true',
  ])('and is refused ?%s', async (query) => {
    const { status, body } = await client.get(id, query);
    expect({ status, name: body.error?.name }).toEqual({ status: 400, name: 'ValidationError' });
    expect(JSON.stringify(body)).not.toContain('Ida');
  });
});
