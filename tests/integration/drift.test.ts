import { moveLocale } from '../../server/src/store/move-locale';
import type { Schemas } from '../helpers/app-copy';
import { contentPermissions, createAdmin, createApiToken, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted, type BootOptions } from '../helpers/boot';
import { everyRow } from '../helpers/every-row';
import { ARTICLE, AUTHOR, CATEGORY, createFile, HOMEPAGE, PAGE, TAG, TERM } from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// Content types change while revisions stay. After each change of the schema the same database is started with, every
// revision can be listed, looked at and restored, in today's structure, and what cannot come back is named.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let admin: AdminActor;
let revisions: RevisionsClient;

const documents = (uid: string): Any => booted.strapi.documents(uid as never);

const start = async () => {
  booted = await bootStrapi();
  admin = await createAdmin(booted.strapi);
  revisions = revisionsClient(booted.as(admin));
};

const restart = async (options: BootOptions = {}) => {
  await booted.stop();
  booted = await bootStrapi({ ...options, reuse: booted });
  revisions = revisionsClient(booted.as(admin));
};

const firstOf = async (uid: string, documentId: string, query = {}): Promise<number> =>
  (await revisions.all(uid, documentId, query))[0].id;

/** Lists, looks at and restores a revision; what it says of itself must agree throughout. */
const showAndRestore = async (id: number, body: object = {}) => {
  const shown = await revisions.get(id);
  expect(shown).toMatchObject({ status: 200 });
  const { data, meta } = shown.body;

  const dry = await revisions.restore(id, { ...body, dryRun: true });
  expect(dry).toMatchObject({ status: 200, body: { data: { revision: null } } });
  const real = await revisions.restore(id, body);
  expect(real).toMatchObject({ status: 200 });
  expect(real.body.data.warnings).toEqual(dry.body.data.warnings);
  return {
    data,
    dropped: Object.fromEntries(meta.dropped.map(({ path, reason }: Any) => [path, reason])),
    added: meta.added.map(({ path }: Any) => path),
    missing: meta.missing,
    warnings: real.body.data.warnings.map(({ path, code }: Any) => `${path} ${code}`).sort(),
    document: real.body.data.document,
    revision: real.body.data.revision,
  };
};

describe('attributes, components and types that change', () => {
  const ids: Record<string, string> = {};
  const made: Record<string, number> = {};

  const localized = { pluginOptions: { i18n: { localized: true } } };
  const shared = { pluginOptions: { i18n: { localized: false } } };

  const change = ({ contentTypes, components }: Schemas) => {
    const { attributes } = contentTypes[ARTICLE];
    delete attributes.standfirst;
    attributes.wordBudget = { type: 'string', ...shared };
    attributes.rating = { type: 'integer', ...shared };
    attributes.internalNotes = { type: 'string', ...shared };
    attributes.metadata = { type: 'text', ...shared };
    attributes.format.enum = ['report', 'essay'];
    attributes.cover = { type: 'media', multiple: true, ...shared };
    attributes.gallery = { type: 'media', multiple: false, ...shared };
    attributes.author = { type: 'relation', relation: 'manyToOne', target: CATEGORY, ...shared };
    attributes.relatedArticles = { type: 'relation', relation: 'oneToOne', target: ARTICLE, ...localized };
    delete attributes.tags;
    attributes.facts = { type: 'component', component: 'shared.source', repeatable: true, ...localized };
    attributes.sources.repeatable = false;
    attributes.sections.components = ['sections.gallery', 'sections.timeline'];
    attributes.sku = { type: 'string', ...localized };
    attributes.body = { type: 'richtext', ...shared };
    attributes.priority = { type: 'integer', required: true, default: 3, ...localized };
    attributes.subtitle = { type: 'string', ...localized };
    delete components['shared.seo'].attributes.metaDescription;
    delete components['shared.seo'].attributes.social;
    components['shared.seo'].attributes.robots = { type: 'string', default: 'all' };
    components['shared.fact'].attributes.since = { type: 'datetime' };

    delete components['sections.quote'];
    contentTypes[HOMEPAGE].attributes.banner.components = ['sections.callout', 'sections.gallery'];
    delete contentTypes[HOMEPAGE].attributes.seo;
    delete contentTypes[AUTHOR].attributes.articles;
    delete contentTypes[TAG];
  };

  beforeAll(async () => {
    await start();
    const { strapi } = booted;
    const [one, two] = [await createFile(strapi), await createFile(strapi)];
    const author = await documents(AUTHOR).create({ data: { name: 'Ida' } });
    const tag = await documents(TAG).create({ data: { name: 'salt' } });
    const other = await documents(ARTICLE).create({ data: { title: 'Other' } });

    const article = await documents(ARTICLE).create({
      data: {
        title: 'Then',
        standfirst: 'gone',
        wordBudget: 900,
        rating: 4.5,
        internalNotes: 'x'.repeat(300),
        metadata: { a: 1 },
        format: 'interview',
        cover: one,
        gallery: [one, two],
        author: author.documentId,
        relatedArticles: [{ documentId: other.documentId, locale: 'en' }],
        tags: [tag.documentId],
        facts: [{ label: 'F', value: 'V' }],
        sources: [{ title: 'S1' }, { title: 'S2' }],
        sku: 'shared once',
        body: 'English',
        seo: { metaTitle: 'M', metaDescription: 'gone', social: { text: 'gone' } },
        sections: [
          { __component: 'sections.quote', text: 'of a type that is gone' },
          { __component: 'sections.gallery', caption: 'stays', images: [one] },
          { __component: 'sections.embed', url: 'of a member that is gone' },
          { __component: 'sections.timeline', heading: 'H', entries: [{ label: 'L', since: '2024-02-29' }] },
        ],
      },
    });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      locale: 'fr',
      data: { title: 'Alors', body: 'Français' },
    });
    const page = await documents(PAGE).create({
      data: {
        title: 'P',
        featuredItems: {
          set: [
            { id: tag.id, __type: TAG },
            { id: author.id, __type: AUTHOR },
          ],
        },
        hero: { id: tag.id, __type: TAG },
      },
    });
    const homepage = await documents(HOMEPAGE).create({
      data: {
        headline: 'Then',
        seo: { metaTitle: 'gone with its attribute' },
        banner: [
          { __component: 'sections.quote', text: 'Q' },
          { __component: 'sections.callout', text: 'C' },
        ],
      },
    });
    for (const [uid, { documentId }] of [
      [ARTICLE, article],
      [PAGE, page],
      [HOMEPAGE, homepage],
      [TAG, tag],
    ] as const) {
      ids[uid] = documentId;
      made[uid] = await firstOf(uid, documentId);
    }
    made.french = await firstOf(ARTICLE, article.documentId, { locale: 'fr' });
    await documents(PAGE).update({
      documentId: page.documentId,
      data: { title: 'Now', featuredItems: { disconnect: [{ id: tag.id, __type: TAG }] }, hero: null },
    });
    // what no database can turn into the new type has to be gone from the content, before Strapi starts
    const data = { metadata: null, internalNotes: null, rating: null };
    await documents(ARTICLE).update({ documentId: article.documentId, data });
    await restart({ schemas: change });
  });
  afterAll(() => booted.stop());

  it('are all named where they cannot come back, and the rest does', async () => {
    const { documentId } = await documents(ARTICLE).update({
      documentId: ids[ARTICLE],
      data: {
        title: 'Now',
        subtitle: 'new',
        seo: null,
        sections: [],
        cover: [],
        gallery: null,
        wordBudget: null,
        priority: 5,
      },
    });
    const compared = await booted
      .as(admin)
      .get(
        `/revisions/documents/${ARTICLE}/${documentId}/compare?from=revision:${made[ARTICLE]}&to=current&locale=en`
      );
    expect(compared.status).toBe(200);
    // in today's structure: what it lacks is no change, what it has since is
    expect(compared.body.data.changes.map(({ path, kind }: Any) => `${path} ${kind}`).sort()).toEqual([
      'cover removed',
      'format changed',
      'priority changed',
      'sections removed',
      'seo removed',
      'sources added',
      'subtitle added',
      'title changed',
      'wordBudget removed',
    ]);
    const { data, dropped, added, missing, warnings, revision } = await showAndRestore(made[ARTICLE]!);

    expect(dropped).toEqual({
      author: 'type-changed',
      facts: 'type-changed',
      format: 'value-not-allowed',
      gallery: 'type-changed',
      internalNotes: 'type-changed',
      metadata: 'type-changed',
      rating: 'type-changed',
      'sections[0]': 'component-removed',
      'sections[2]': 'component-not-allowed',
      'seo.metaDescription': 'attribute-removed',
      'seo.social': 'attribute-removed',
      sources: 'type-changed',
      standfirst: 'attribute-removed',
      tags: 'attribute-removed',
    });
    expect(added.sort()).toEqual(['priority', 'seo.robots', 'subtitle']);
    expect(missing).toEqual([]);
    expect(warnings).toEqual(
      [
        ...Object.entries(dropped).map(([path, reason]) => `${path} ${reason}`),
        ...['cover', 'format', 'sources', 'wordBudget'].map((path) => `${path} shared`),
        'subtitle emptied',
      ].sort()
    );

    const today = {
      title: 'Then',
      wordBudget: '900',
      rating: null,
      metadata: null,
      format: 'report',
      sku: 'shared once',
      body: 'English',
      priority: 3,
      subtitle: null,
      gallery: null,
      seo: { metaTitle: 'M', robots: 'all' },
      sections: [
        { __component: 'sections.gallery', caption: 'stays' },
        { __component: 'sections.timeline', entries: [{ label: 'L', since: '2024-02-29T00:00:00.000Z' }] },
      ],
      facts: [],
      sources: null,
      author: null,
    };
    expect(data).toMatchObject(today);
    expect(data.relatedArticles).toMatchObject({ title: 'Other' });
    expect(data.cover).toHaveLength(1);
    expect(Object.keys(data)).not.toEqual(expect.arrayContaining(['standfirst']));

    const populate = {
      seo: true,
      sections: { on: { 'sections.gallery': { populate: '*' }, 'sections.timeline': { populate: '*' } } },
      facts: true,
      sources: true,
      author: true,
      gallery: true,
      cover: true,
      relatedArticles: true,
    };
    const current = await documents(ARTICLE).findOne({ documentId, populate });
    expect(current).toMatchObject(today);
    expect(current.cover).toMatchObject([{ id: data.cover[0].id }]);
    expect(current.relatedArticles).toMatchObject({ title: 'Other' });
    expect(revision).toMatchObject({ action: 'restore', restoredFrom: made[ARTICLE] });
  });

  it('that became shared have the default locale’s value, those that became localized keep their own', async () => {
    const { data, warnings } = await showAndRestore(made.french!);
    expect(data).toMatchObject({ title: 'Alors', body: 'English', sku: 'shared once' });
    expect(warnings.filter((warning: string) => warning.startsWith('standfirst'))).toEqual([]);
    const [en, fr] = await Promise.all(
      ['en', 'fr'].map((locale) => documents(ARTICLE).findOne({ documentId: ids[ARTICLE], locale }))
    );
    expect([en.body, fr.body, fr.title]).toEqual(['English', 'English', 'Alors']);
  });

  it('are no harm on a single type', async () => {
    const { data, dropped, warnings } = await showAndRestore(made[HOMEPAGE]!);
    expect(dropped).toEqual({ 'banner[0]': 'component-removed', seo: 'attribute-removed' });
    expect(warnings).toEqual(['banner[0] component-removed', 'seo attribute-removed']);
    expect(data).toMatchObject({
      headline: 'Then',
      banner: [{ __component: 'sections.callout', text: 'C' }],
    });
  });

  it('leave morph relations to what is there; what was of a type that is gone is missing', async () => {
    const { data, missing, warnings } = await showAndRestore(made[PAGE]!);
    expect(missing).toEqual([
      { path: 'featuredItems[0]', target: TAG, documentId: ids[TAG], label: null },
      { path: 'hero', target: TAG, documentId: ids[TAG], label: null },
    ]);
    expect(warnings).toEqual(['featuredItems[0] missing', 'hero missing']);
    expect(data).toMatchObject({ title: 'P', featuredItems: [{ name: 'Ida' }], hero: null });
    const page = await documents(PAGE).findOne({
      documentId: ids[PAGE],
      populate: ['featuredItems', 'hero'],
    });
    expect(page).toMatchObject({ title: 'P', featuredItems: [{ name: 'Ida' }], hero: null });
  });

  it('that are whole types take their revisions out of sight, not away', async () => {
    expect((await revisions.list(TAG, ids[TAG]!)).status).toBe(404);
    expect((await revisions.get(made[TAG]!)).status).toBe(404);
    expect((await revisions.restore(made[TAG]!)).status).toBe(404);
  });

  it('are recorded as they are now, and only where the content changed', async () => {
    const before = await revisions.all(ARTICLE, ids[ARTICLE]!);
    const { title } = await documents(ARTICLE).findOne({ documentId: ids[ARTICLE] });
    await documents(ARTICLE).update({ documentId: ids[ARTICLE], data: { title } });
    expect(await revisions.all(ARTICLE, ids[ARTICLE]!)).toHaveLength(before.length);

    await documents(ARTICLE).update({ documentId: ids[ARTICLE], data: { subtitle: 'recorded' } });
    expect(await revisions.newest(ARTICLE, ids[ARTICLE]!)).toMatchObject({
      action: 'update',
      changed: ['subtitle'],
    });
  });

  it('come back with the schema: what is stored never changed', async () => {
    await restart();
    const { data, meta } = (await revisions.get(made[ARTICLE]!)).body;
    expect({ dropped: meta.dropped, added: meta.added }).toEqual({ dropped: [], added: [] });
    expect(data).toMatchObject({
      title: 'Then',
      standfirst: 'gone',
      wordBudget: 900,
      rating: 4.5,
      metadata: { a: 1 },
      format: 'interview',
      gallery: [expect.anything(), expect.anything()],
      author: { name: 'Ida' },
      facts: [{ label: 'F', value: 'V' }],
      sources: [{ title: 'S1' }, { title: 'S2' }],
      seo: { metaDescription: 'gone', social: { text: 'gone' } },
      sections: [{ text: 'of a type that is gone' }, {}, { url: 'of a member that is gone' }, {}],
    });
    expect((await revisions.get(made[HOMEPAGE]!)).body.data.seo).toMatchObject({
      metaTitle: 'gone with its attribute',
    });
  });
});

describe('locales and Draft & Publish that are switched on and off', () => {
  const ids: Record<string, string> = {};
  const titles = async (uid: string, documentId: string, name = 'title') => {
    const listed = await revisions.all(uid, documentId);
    return Promise.all(
      listed.map(async ({ id }) => {
        const { body } = await revisions.get(id);
        return body.data?.[name] ?? body.error.message;
      })
    );
  };

  beforeAll(async () => {
    await start();
    const term = await documents(TERM).create({ data: { term: 'Ember', letter: 'E' } });
    await documents(TERM).update({ documentId: term.documentId, locale: 'fr', data: { term: 'Braise' } });
    await documents(TERM).update({ documentId: term.documentId, data: { term: 'Embers' } });
    const category = await documents(CATEGORY).create({ data: { name: 'Tin' } });
    await documents(CATEGORY).update({ documentId: category.documentId, data: { name: 'Zinc' } });
    const page = await documents(PAGE).create({ data: { title: 'P1' } });
    await documents(PAGE).publish({ documentId: page.documentId });
    await documents(PAGE).update({ documentId: page.documentId, data: { title: 'P2' } });
    await documents(PAGE).publish({ documentId: page.documentId });
    const author = await documents(AUTHOR).create({ data: { name: 'Ida' } });
    await documents(AUTHOR).update({ documentId: author.documentId, data: { name: 'Ada' } });
    const article = await documents(ARTICLE).create({ data: { title: 'en' } });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      locale: 'fr',
      data: { title: 'fr 1' },
    });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      locale: 'fr',
      data: { title: 'fr 2' },
    });
    const made = { [TERM]: term, [CATEGORY]: category, [PAGE]: page, [AUTHOR]: author, [ARTICLE]: article };
    for (const [uid, { documentId }] of Object.entries(made)) ids[uid] = documentId;

    await restart({
      schemas({ contentTypes }) {
        contentTypes[TERM].pluginOptions.i18n.localized = false;
        contentTypes[CATEGORY].pluginOptions = { i18n: { localized: true } };
        contentTypes[CATEGORY].attributes.name.pluginOptions = { i18n: { localized: true } };
        contentTypes[PAGE].options.draftAndPublish = false;
        contentTypes[AUTHOR].options.draftAndPublish = true;
      },
    });
  });
  afterAll(() => booted.stop());

  it('a type that lost its locales keeps the default one’s history, and names the rest', async () => {
    const documentId = ids[TERM]!;
    expect(await titles(TERM, documentId, 'term')).toEqual(['Ember', 'Braise', 'Embers']);
    const [first, french, last] = await revisions.all(TERM, documentId);

    expect(await revisions.restore(last.id)).toMatchObject({
      status: 200,
      body: { data: { unchanged: true } },
    });
    const { revision } = await showAndRestore(first.id);
    expect(revision).toMatchObject({ action: 'restore', locale: null });
    expect(await documents(TERM).findOne({ documentId })).toMatchObject({ term: 'Ember' });

    const shown = await showAndRestore(french.id);
    expect(shown.dropped).toEqual({ locale: 'locale-removed' });
    expect(shown).toMatchObject({ document: null, revision: null, warnings: ['locale locale-removed'] });
  });

  it('a type that got locales has its history in the default one', async () => {
    const documentId = ids[CATEGORY]!;
    const [first, last] = await revisions.all(CATEGORY, documentId);
    expect(await revisions.restore(last.id)).toMatchObject({
      status: 200,
      body: { data: { unchanged: true } },
    });
    const { data, dropped, revision } = await showAndRestore(first.id);
    expect({ name: data.name, dropped }).toEqual({ name: 'Tin', dropped: {} });
    expect(revision).toMatchObject({ action: 'restore', locale: 'en' });
    expect(await documents(CATEGORY).findOne({ documentId })).toMatchObject({ name: 'Tin', locale: 'en' });
  });

  it('a type that lost Draft & Publish has what is live as current', async () => {
    const documentId = ids[PAGE]!;
    const [first, last] = await revisions.all(PAGE, documentId);
    expect(last).toMatchObject({ isCurrent: true, isPublished: true });
    expect((await revisions.state(PAGE, documentId)).body.data.status).toBe('published');
    await showAndRestore(first.id, { publish: true });
    expect(await documents(PAGE).findOne({ documentId })).toMatchObject({ title: 'P1' });
    expect(await revisions.newest(PAGE, documentId)).toMatchObject({ isCurrent: true, isPublished: true });
  });

  it('a type that got Draft & Publish restores into the draft', async () => {
    const documentId = ids[AUTHOR]!;
    const [first] = await revisions.all(AUTHOR, documentId);
    await showAndRestore(first.id);
    expect(await documents(AUTHOR).findOne({ documentId })).toMatchObject({ name: 'Ida' });
    expect(await documents(AUTHOR).findOne({ documentId, status: 'published' })).toMatchObject({
      name: 'Ada',
    });
  });

  it('a locale that is removed leaves its revisions to look at', async () => {
    const documentId = ids[ARTICLE]!;
    const locales = booted.strapi.plugin('i18n').service('locales');
    const reading = async (code: string) => {
      const permissions = contentPermissions(ARTICLE, ['read', 'update'], {
        properties: { locales: [code] },
      });
      const own = ['read', 'restore'].map((action) => ({ action: `plugin::revisions.revision.${action}` }));
      return revisionsClient(
        booted.as(await createAdmin(booted.strapi, { permissions: [...permissions, ...own] }))
      );
    };
    const [english, formerly] = [await reading('en'), await reading('fr')];
    await locales.delete({ id: (await locales.findByCode('fr')).id });

    // no role has a right on a locale that is gone: it is shown to whom the default one is
    for (const client of [revisions, english]) {
      const listed = await client.all(ARTICLE, documentId);
      expect(listed.map(({ locale }) => locale)).toEqual(['en', 'fr', 'fr']);
      expect(await client.all(ARTICLE, documentId, { locale: 'fr' })).toHaveLength(2);
      expect(await client.get(listed[1].id)).toMatchObject({
        status: 200,
        body: { data: { title: 'fr 1', locale: 'fr' } },
      });
      expect(await client.restore(listed[1].id)).toMatchObject({
        status: 200,
        body: { data: { document: null, warnings: [{ code: 'locale-removed' }] } },
      });
    }
    expect((await formerly.list(ARTICLE, documentId)).status).toBe(403);

    revisions = revisionsClient(booted.as(await createApiToken(booted.strapi)), '/api/revisions');

    expect(await titles(ARTICLE, documentId)).toEqual(['en', 'fr 1', 'fr 2']);
    const [en, french] = await revisions.all(ARTICLE, documentId);
    const shown = await showAndRestore(french.id);
    expect(shown).toMatchObject({
      data: { title: 'fr 1', locale: 'fr' },
      dropped: { locale: 'locale-removed' },
      document: null,
      revision: null,
      warnings: ['locale locale-removed'],
    });
    expect(await revisions.restore(en.id, { locales: 'all' })).toMatchObject({
      status: 200,
      body: { data: { unchanged: true, document: { title: 'en' } } },
    });
  });
});

describe('a type that gets or loses its locales', () => {
  // Strapi gives the default locale's rows to the type without locales, and the other way round
  const withLocales = ({ contentTypes }: Schemas) => {
    contentTypes[PAGE].pluginOptions = { i18n: { localized: true } };
    contentTypes[PAGE].attributes.title.pluginOptions = { i18n: { localized: true } };
  };
  const withoutLocales = ({ contentTypes }: Schemas) => {
    contentTypes[TERM].pluginOptions.i18n.localized = false;
  };
  let page: string;
  let term: string;

  beforeAll(async () => {
    await start();
    ({ documentId: page } = await documents(PAGE).create({ data: { title: 'P1' }, status: 'published' }));
    await documents(PAGE).update({ documentId: page, data: { title: 'P2' } });
    ({ documentId: term } = await documents(TERM).create({ data: { term: 'Ember' } }));
    await documents(TERM).update({ documentId: term, locale: 'fr', data: { term: 'Braise' } });
  });
  afterAll(() => booted.stop());

  const listed = async (uid: string, documentId: string, query = {}) =>
    (await revisions.all(uid, documentId, query)).map(
      ({ number, locale, action, changed, isCurrent, isPublished }) =>
        `${number} ${locale} ${action} ${changed}${isCurrent ? ' current' : ''}${isPublished ? ' published' : ''}`
    );
  const save = (uid: string, documentId: string, data: object) => documents(uid).update({ documentId, data });

  it('goes on with the default one’s history, publications too', async () => {
    await restart({ schemas: withLocales });
    const before = ['1 en create title published', '2 en update title current'];
    expect(await listed(PAGE, page)).toEqual(before);
    expect(await listed(PAGE, page, { locale: 'en' })).toEqual(before);
    expect((await revisions.state(PAGE, page)).body.data).toMatchObject({
      status: 'updated',
      currentRevision: { number: 2, locale: 'en' },
      publishedRevision: { number: 1 },
      changedLocales: ['en'],
    });
    await save(PAGE, page, { title: 'P3' });
    await documents(PAGE).publish({ documentId: page });
    expect(await listed(PAGE, page)).toEqual([
      '1 en create title',
      '2 en update title',
      '3 en update title current published',
    ]);
    await documents(PAGE).update({ documentId: page, locale: 'fr', data: { title: 'Page' } });
  });

  it('and back again; what other locales had stays theirs', async () => {
    await restart({ schemas: withoutLocales });
    const own = ['1 null create title', '2 null update title', '3 null update title current published'];
    expect(await listed(PAGE, page)).toEqual([...own, '4 fr create title current']);
    await save(PAGE, page, { title: 'P4' });
    expect((await listed(PAGE, page)).at(-1)).toBe('5 null update title current');

    expect(await listed(TERM, term)).toEqual([
      expect.stringMatching(/^1 null create .*term current published$/),
      expect.stringMatching(/^2 fr create .*term/),
    ]);
    await save(TERM, term, { term: 'Embers' });
    expect((await listed(TERM, term)).at(-1)).toBe('3 null update term current published');
  });

  it('while the plugin is switched off', async () => {
    await restart({ enabled: false, schemas: withLocales });
    await restart({ schemas: withLocales });
    expect((await listed(PAGE, page)).map((line) => line.split(' ')[1])).toEqual([
      'en',
      'en',
      'en',
      'fr',
      'en',
    ]);
    await save(PAGE, page, { title: 'P5' });
    expect((await listed(PAGE, page)).at(-1)).toBe('6 en update title current');
    expect(await listed(TERM, term, { locale: 'en' })).toHaveLength(2);
    await save(TERM, term, { term: 'Ember' });
    expect((await listed(TERM, term)).at(-1)).toBe('4 en update term current published');
  });

  it('is moved however many documents there are, and by however many instances at once', async () => {
    const knex: Any = booted.strapi.db.connection;
    const keys = Array.from({ length: 1100 }, (_, index) => ({
      content_type: TAG,
      document_id: `many${index}`,
    }));
    await knex.batchInsert('revisions_documents', keys, 100);
    const many: { id: number }[] = await knex('revisions_documents')
      .where({ content_type: TAG })
      .select('id');
    const events = many.map(({ id }) => ({ document: id, locale: '', at: 0, actor_type: 'system' }));
    await knex.batchInsert('revisions_publications', events, 100);

    const move = () => moveLocale(knex, { uid: TAG, from: '', to: 'en' });
    await Promise.all([move(), move(), move()]);
    const moved = await knex('revisions_publications').where({ locale: 'en', at: 0 }).pluck('document');
    expect(moved.sort()).toEqual(many.map(({ id }) => id).sort());
  });

  it('is moved once: a restart writes nothing', async () => {
    const before = await everyRow(booted.strapi);
    await restart({ schemas: withLocales });
    const after = await everyRow(booted.strapi);
    for (const table of Object.keys(before).filter((name) => name.startsWith('revisions_'))) {
      expect(after[table]).toEqual(before[table]);
    }
  });
});

describe('a plugin that is switched off', () => {
  const uid = PAGE;
  let documentId: string;
  const listed = async () =>
    (await revisions.all(uid, documentId)).map(
      ({ number, action, changed }) => `${number} ${action} ${changed}`
    );

  beforeAll(async () => {
    await start();
    ({ documentId } = await documents(uid).create({ data: { title: 'One' } }));
    await documents(uid).publish({ documentId });
    const first = await firstOf(uid, documentId);
    await revisions.annotate(first, { label: 'first', pinned: true });
  });
  afterAll(() => booted.stop());

  it('loses nothing, and goes on', async () => {
    await restart({ enabled: false });
    await documents(uid).update({ documentId, data: { title: 'unseen', slug: 'unseen' } });
    await restart();

    const [first] = await revisions.all(uid, documentId);
    expect(first).toMatchObject({ number: 1, label: 'first', pinned: true, isPublished: true });
    await documents(uid).update({ documentId, data: { title: 'Two' } });
    expect(await listed()).toEqual(['1 create title', '2 update slug,title']);
    expect((await showAndRestore(first.id)).revision).toMatchObject({
      number: 3,
      changed: ['slug', 'title'],
    });
    expect(await documents(uid).findOne({ documentId })).toMatchObject({ title: 'One', slug: null });
  });

  it('for a content type keeps its revisions to look at and restore', async () => {
    const before = await listed();
    await restart({
      schemas: ({ contentTypes }) =>
        Object.assign(contentTypes[uid], { pluginOptions: { revisions: { enabled: false } } }),
    });
    await documents(uid).update({ documentId, data: { title: 'unseen again' } });
    expect(await listed()).toEqual(before);

    const { data, document, revision } = await showAndRestore(await firstOf(uid, documentId));
    expect({ shown: data.title, restored: document.title, revision }).toEqual({
      shown: 'One',
      restored: 'One',
      // it is not tracked: nothing is recorded
      revision: null,
    });
    expect(await documents(uid).findOne({ documentId })).toMatchObject({ title: 'One' });
    expect(await listed()).toEqual(before);

    await restart();
    await documents(uid).update({ documentId, data: { title: 'seen' } });
    expect((await listed()).at(-1)).toBe('4 update title');
  });
});
