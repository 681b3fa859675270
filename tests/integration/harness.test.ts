import path from 'node:path';
import { bootStrapi } from '../helpers/boot';
import { contentPermissions, createAdmin, createApiToken, runAsAdmin } from '../helpers/actors';
import { startChild } from '../helpers/child';

// What the other tests take for granted: a restart, a changed content type, a second process, a role, a morph.

const uid = 'api::article.article';

it('continues after a restart, with content types changed', async () => {
  const first = await bootStrapi();
  await first.strapi.documents(uid).create({ data: { title: 'Salt roads', sku: 'S-1' } });
  await first.stop();

  const second = await bootStrapi({
    reuse: first,
    schemas({ contentTypes, components }) {
      delete contentTypes[uid].attributes.sku;
      contentTypes[uid].attributes.subtitle = { type: 'string', default: 'none' };
      contentTypes[uid].attributes.sections.components = ['sections.prose'];
      delete contentTypes['api::homepage.homepage'].attributes.banner;
      delete components['sections.quote'];
      contentTypes['api::book.book'] = {
        kind: 'collectionType',
        collectionName: 'books',
        info: { singularName: 'book', pluralName: 'books', displayName: 'Book' },
        attributes: { title: { type: 'string' } },
      };
    },
  });
  const [article] = await second.strapi.documents(uid).findMany({});
  expect(article).toMatchObject({ title: 'Salt roads', subtitle: null });
  expect(article).not.toHaveProperty('sku');
  expect(second.strapi.components).not.toHaveProperty(['sections.quote']);

  const token = await createApiToken(second.strapi);
  expect(await second.as(token).post('/api/books', { data: { title: 'B' } })).toMatchObject({ status: 201 });
  await second.stop();
});

it('starts without the plugin', async () => {
  const booted = await bootStrapi({ enabled: false });
  expect(booted.strapi.plugins).not.toHaveProperty('revisions');
  await booted.stop();
});

it('knows what a role may', async () => {
  const { strapi, as, stop } = await bootStrapi();
  const editor = await createAdmin(strapi, { permissions: contentPermissions(uid, ['create', 'read']) });
  const url = `/content-manager/collection-types/${uid}`;

  const { status, body } = await as(editor).post(`${url}?locale=en`, {
    title: 'Tin',
    seo: { metaTitle: 'T' },
  });
  expect({ status, title: body.data.title, seo: body.data.seo.metaTitle }).toEqual({
    status: 201,
    title: 'Tin',
    seo: 'T',
  });
  expect(await as(editor).get('/content-manager/collection-types/api::tag.tag')).toMatchObject({
    status: 403,
  });
  expect(await as(editor).put(`${url}/${body.data.documentId}`, { title: 'Zinc' })).toMatchObject({
    status: 403,
  });

  const name = await runAsAdmin(
    strapi,
    editor.user,
    async () => strapi.requestContext.get()?.state.user.email
  );
  expect(name).toBe(editor.user.email);
  await stop();
});

it('relates a page to documents of several types', async () => {
  const { strapi, stop } = await bootStrapi();
  const author = await strapi.documents('api::author.author').create({ data: { name: 'Ida' } });
  const article = await strapi.documents(uid).create({ data: { title: 'Moss' } });

  const page = await strapi.documents('api::page.page').create({
    data: {
      title: 'About',
      hero: { __type: 'api::author.author', id: author.id },
      featuredItems: [
        { __type: 'api::author.author', id: author.id },
        { __type: uid, id: article.id },
      ],
      rows: [{ columns: [{ cards: [{ title: 'A card', link: { label: 'Home', url: '/' } }] }] }],
    } as never,
    populate: {
      hero: true,
      featuredItems: true,
      rows: { populate: { columns: { populate: '*' } } },
    } as never,
  });
  expect(page).toMatchObject({
    hero: { name: 'Ida' },
    featuredItems: [{ name: 'Ida' }, { title: 'Moss' }],
    rows: [{ columns: [{ cards: [{ title: 'A card' }] }] }],
  });
  await stop();
});

it('runs beside a process that can be killed', async () => {
  const child = await startChild({ script: path.join(__dirname, '../helpers/child/example-script.ts') });
  const { accessKey } = await child.call<{ accessKey: string }>('createToken');
  const client = child.as({ token: accessKey });
  expect(await client.post('/api/tags', { data: { name: 'salt' } })).toMatchObject({ status: 201 });
  await expect(child.call('fail')).rejects.toThrow('as it should');
  await child.kill();

  const second = await startChild({ reuse: child });
  expect(await second.as({ token: accessKey }).get('/api/tags')).toMatchObject({
    body: { data: [{ name: 'salt' }] },
  });
  await second.stop();
});
