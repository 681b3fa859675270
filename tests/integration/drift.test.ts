import type { Schemas } from '../helpers/app-copy';
import { createAdmin, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted, type BootOptions } from '../helpers/boot';
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

const start = async (options: BootOptions = {}) => {
  booted = await bootStrapi(options);
  admin ??= await createAdmin(booted.strapi);
  revisions = revisionsClient(booted.as(admin));
};

const restart = async (options: BootOptions = {}) => {
  await booted.stop();
  await start({ ...options, reuse: booted });
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
