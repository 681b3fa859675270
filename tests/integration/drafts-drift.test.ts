import type { Draft } from '../../contracts/draft';
import type { Schemas } from '../helpers/app-copy';
import { createAdmin, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted, type BootOptions } from '../helpers/boot';
import { ARTICLE, HOMEPAGE, TAG } from '../helpers/random-edits';

// Drafts lie about for months, and content types change meanwhile: what still has a place is there, and can be applied.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers
type Any = any;

let booted: Booted;
let admin: AdminActor;

const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const restart = async (options: BootOptions = {}) => {
  await booted.stop();
  booted = await bootStrapi({ ...options, reuse: booted });
};
const answer = async (method: 'get' | 'post' | 'put', path: string, body?: object): Promise<Any> => {
  const { status, body: found } = (await booted.as(admin)[method](`/revisions${path}`, body as never)) as Any;
  expect([method, path, status, found.error]).toEqual([method, path, expect.any(Number), undefined]);
  return found.data;
};

beforeEach(async () => {
  booted = await bootStrapi();
  admin = await createAdmin(booted.strapi);
});
afterEach(() => booted.stop());

test('a draft of attributes and components that are gone or others by now', async () => {
  const tag = await documents(TAG).create({ data: { name: 'gone' } });
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One', sku: 'shared' } });
  const draft: Draft = await answer('post', `/documents/${ARTICLE}/${documentId}/drafts`, {
    data: {
      title: 'Two',
      standfirst: 'attribute gone',
      wordBudget: 900,
      format: 'interview',
      tags: [tag.documentId],
      seo: { metaTitle: 'stays', metaDescription: 'gone' },
      sections: [
        { __component: 'sections.quote', text: 'type gone' },
        { __component: 'sections.callout', text: 'stays' },
      ],
    },
  });
  const change = ({ contentTypes, components }: Schemas) => {
    const { attributes } = contentTypes[ARTICLE];
    delete attributes.standfirst;
    delete attributes.tags;
    delete contentTypes[TAG];
    attributes.wordBudget = { type: 'boolean', pluginOptions: { i18n: { localized: false } } };
    attributes.format.enum = ['report', 'essay'];
    attributes.sections.components = ['sections.callout', 'sections.gallery'];
    delete components['sections.quote'];
    contentTypes[HOMEPAGE].attributes.banner.components = ['sections.callout'];
    delete components['shared.seo'].attributes.metaDescription;
  };
  await restart({ schemas: change });

  const found = await answer('get', `/drafts/${draft.id}`);
  expect(found).toMatchObject({
    title: 'Two',
    wordBudget: null,
    seo: { metaTitle: 'stays' },
    sections: [{ __component: 'sections.callout', text: 'stays' }],
    _draft: { modified: ['sections', 'seo', 'title'], conflicts: [] },
  });
  expect(found).not.toHaveProperty('standfirst');
  await answer('get', `/drafts/${draft.id}/form`);
  // what has no place today waits in the draft, also through an edit
  await answer('put', `/drafts/${draft.id}`, { data: { body: 'more' } });
  const stored = await booted.strapi.db
    .connection('revisions_draft_changes')
    .where({ draft: draft.id })
    .first();
  expect(JSON.parse(stored.changes).standfirst.value).toBe('attribute gone');

  const { document } = await answer('post', `/drafts/${draft.id}/apply`, {});
  expect(document).toMatchObject({ title: 'Two', body: 'more', sections: [{ text: 'stays' }] });
});

test('a draft of a locale that is gone is applied in those there are', async () => {
  const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
  const locales = booted.strapi.plugin('i18n').service('locales');
  const added = await locales.create({ code: 'nl', name: 'Dutch' });
  await documents(ARTICLE).update({ documentId, locale: 'nl', data: { title: 'Een' } });
  const draft: Draft = await answer('post', `/documents/${ARTICLE}/${documentId}/drafts`, {
    data: { title: 'Two' },
  });
  await answer('put', `/drafts/${draft.id}`, { locale: 'nl', data: { title: 'Twee' } });
  await locales.delete({ id: added.id });
  expect(await answer('get', `/drafts/${draft.id}?locale=en`)).toMatchObject({ title: 'Two' });
  const { document } = await answer('post', `/drafts/${draft.id}/apply`, {});
  expect(document).toMatchObject({ title: 'Two', locale: 'en' });
});

test('drafts of a type that gets locales, and survive a time in which the plugin is off', async () => {
  const { documentId } = await documents(TAG).create({ data: { name: 'One' } });
  const draft: Draft = await answer('post', `/documents/${TAG}/${documentId}/drafts`, {
    data: { name: 'Two' },
  });
  expect(draft.locales).toEqual([]);
  await restart({ enabled: false });
  await restart({
    schemas: ({ contentTypes }) => {
      contentTypes[TAG].pluginOptions = { i18n: { localized: true } };
      contentTypes[TAG].attributes.name.pluginOptions = { i18n: { localized: true } };
    },
  });
  const found = await answer('get', `/drafts/${draft.id}`);
  expect(found).toMatchObject({ name: 'Two', locale: 'en', _draft: { locales: ['en'], modified: ['name'] } });
});
