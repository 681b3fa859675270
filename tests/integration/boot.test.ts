import { bootStrapi, type Booted } from '../helpers/boot';
import { createAdmin, createApiToken, createUser } from '../helpers/actors';

const article = 'api::article.article';

describe('the playground', () => {
  let booted: Booted;

  beforeAll(async () => {
    booted = await bootStrapi();
  });

  it('has the plugin', () => {
    expect(booted.strapi.plugin('revisions')).toBeDefined();
  });

  it('saves an article over REST, strict about parameters', async () => {
    const token = await createApiToken(booted.strapi);
    const client = booted.as(token);

    const created = await client.post('/api/articles', { data: { title: 'The lamplighters', rating: 4.5 } });
    expect(created).toMatchObject({
      status: 201,
      body: { data: { title: 'The lamplighters', rating: 4.5 } },
    });

    const { documentId } = created.body.data;
    expect(await client.get(`/api/articles/${documentId}`)).toMatchObject({ status: 200 });
    expect(await client.get('/api/articles?bogus=1')).toMatchObject({ status: 400 });
  });

  it('knows an admin, and nobody', async () => {
    const admin = await createAdmin(booted.strapi);

    expect(await booted.as(admin).get(`/content-manager/collection-types/${article}`)).toMatchObject({
      status: 200,
    });
    expect(await booted.as().get(`/content-manager/collection-types/${article}`)).toMatchObject({
      status: 401,
    });
  });

  it('knows a Users & Permissions user', async () => {
    const user = await createUser(booted.strapi, { actions: ['api::tag.tag.find'] });

    expect(await booted.as(user).get('/api/tags')).toMatchObject({ status: 200 });
    expect(await booted.as(user).get('/api/articles')).toMatchObject({ status: 403 });
  });

  it('answers GraphQL', async () => {
    const token = await createApiToken(booted.strapi);

    const data = await booted.as(token).graphql('{ articles { documentId title } }');
    expect(data.articles).toHaveLength(1);
  });
});
