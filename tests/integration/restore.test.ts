import { errors } from '@strapi/utils';
import { createAdmin, type AdminActor } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { everyRow } from '../helpers/every-row';
import {
  ARTICLE,
  AUTHOR,
  CATEGORY,
  createFile,
  HOMEPAGE,
  PAGE,
  SETTINGS,
  TAG,
  TERM,
} from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// Rules 6, 10 and 12 of the public interface. Who may restore what: restore-permissions.test.ts. That every kind of
// content comes back: restore-any-revision.test.ts.

let booted: Booted;
let admin: AdminActor;
let revisions: RevisionsClient;

beforeAll(async () => {
  booted = await bootStrapi();
  admin = await createAdmin(booted.strapi);
  revisions = revisionsClient(booted.as(admin));
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);

/** A document that was saved with each of these in turn, and the revisions of that. */
const saved = async (uid: string, first: object, ...more: object[]) => {
  const { documentId } = await documents(uid).create({ data: first });
  for (const data of more) await documents(uid).update({ documentId, data });
  return { documentId, made: await revisions.all(uid, documentId) };
};

const current = (uid: string, documentId: string, params: object = {}) =>
  documents(uid).findOne({ documentId, ...params });

const restored = async (id: number, body: object = {}): Promise<Any> => {
  const answer = await revisions.restore(id, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data;
};

const codes = (warnings: { code: string; path: string }[]) =>
  warnings.map(({ code, path }) => `${code} ${path}`);

describe('a restore', () => {
  it('makes current what the revision was, and is a revision itself', async () => {
    const { documentId, made } = await saved(
      ARTICLE,
      { title: 'Salt roads', standfirst: 'From the sea', rating: 4.5 },
      { title: 'Tin roads', standfirst: null, body: 'Much later' }
    );

    const { document, revision, unchanged, warnings } = await restored(made[0].id, { notes: 'better so' });
    expect({ unchanged, warnings: codes(warnings) }).toEqual({ unchanged: false, warnings: [] });
    expect(document).toMatchObject({
      documentId,
      locale: 'en',
      title: 'Salt roads',
      standfirst: 'From the sea',
      body: null,
    });
    expect(revision).toMatchObject({
      number: 3,
      action: 'restore',
      origin: 'admin',
      creator: { type: 'admin', id: admin.user.id, name: 'Ada Editor' },
      notes: 'better so',
      changed: ['body', 'standfirst', 'title'],
      restoredFrom: made[0].id,
      restoredFromNumber: 1,
      isCurrent: true,
      isPublished: false,
      documentId,
    });
    expect(await current(ARTICLE, documentId, { populate: ['updatedBy'] })).toMatchObject({
      title: 'Salt roads',
      standfirst: 'From the sea',
      body: null,
      rating: 4.5,
      updatedBy: { id: admin.user.id },
    });
    expect(await revisions.newest(ARTICLE, documentId)).toEqual(revision);
  });

  it('changes no revision that is there', async () => {
    const { documentId, made } = await saved(ARTICLE, { title: 'One', tags: [] }, { title: 'Two' });
    const contents = () => Promise.all(made.map(async ({ id }) => (await revisions.get(id)).body.data.title));

    await restored(made[0].id);
    expect(await contents()).toEqual(['One', 'Two']);
    const after = await revisions.all(ARTICLE, documentId);
    expect(after.slice(0, 2)).toEqual([made[0], { ...made[1], isCurrent: false }]);
  });

  it('of what is current already changes nothing, and says so', async () => {
    const { documentId, made } = await saved(ARTICLE, { title: 'One' }, { title: 'Two' });
    expect(await restored(made[0].id)).toMatchObject({ unchanged: false });

    const before = await everyRow(booted.strapi);
    expect(await restored(made[0].id)).toMatchObject({
      unchanged: true,
      revision: null,
      document: { title: 'One' },
    });
    expect(await everyRow(booted.strapi)).toEqual(before);
    expect(await revisions.all(ARTICLE, documentId)).toHaveLength(3);
  });

  it('of chosen fields leaves the others', async () => {
    const { documentId, made } = await saved(
      ARTICLE,
      { title: 'One', standfirst: 'One', facts: [{ label: 'One' }] },
      { title: 'Two', standfirst: 'Two', facts: [{ label: 'Two' }] }
    );
    const { revision } = await restored(made[0].id, { fields: ['standfirst', 'facts'] });
    expect(revision.changed).toEqual(['facts', 'standfirst']);
    expect(await current(ARTICLE, documentId, { populate: ['facts'] })).toMatchObject({
      title: 'Two',
      standfirst: 'One',
      facts: [{ label: 'One' }],
    });
    expect(await restored(made[0].id, { fields: ['standfirst'] })).toMatchObject({ unchanged: true });
  });

  it('empties what the revision did not have', async () => {
    const tag = await documents(TAG).create({ data: { name: 'emptied' } });
    const { documentId, made } = await saved(
      ARTICLE,
      { title: 'Bare' },
      {
        body: 'Text',
        seo: { metaTitle: 'T' },
        facts: [{ label: 'F' }],
        tags: [tag.documentId],
        gallery: [await createFile(booted.strapi)],
        featured: true,
      }
    );
    await restored(made[0].id);
    const populate = ['seo', 'facts', 'tags', 'gallery'];
    expect(await current(ARTICLE, documentId, { populate })).toMatchObject({
      body: null,
      seo: null,
      facts: [],
      tags: [],
      gallery: [],
      featured: false,
    });
  });

  it('empties morph relations', async () => {
    const { id, documentId: target } = await documents(AUTHOR).create({ data: { name: 'Morphed' } });
    const item = { id, __type: AUTHOR };
    const { documentId, made } = await saved(
      PAGE,
      { title: 'Bare' },
      { hero: item, featuredItems: { set: [item] } }
    );
    await restored(made[0].id);
    const populate = ['hero', 'featuredItems'];
    expect(await current(PAGE, documentId, { populate })).toMatchObject({ hero: null, featuredItems: [] });
    await restored(made[1].id);
    expect(await current(PAGE, documentId, { populate })).toMatchObject({
      hero: { documentId: target },
      featuredItems: [{ documentId: target }],
    });
  });

  it('of a baseline brings back what was there before the plugin', async () => {
    const { documentId } = await documents(CATEGORY).create({ data: { name: 'Old' } });
    const knex = booted.strapi.db.connection;
    const [{ id }] = await knex('revisions_documents').where({ document_id: documentId });
    await knex('revisions_revisions').where({ document: id }).delete();
    await knex('revisions_documents').where({ id }).delete();

    await documents(CATEGORY).update({ documentId, data: { name: 'New' } });
    const [baseline] = await revisions.all(CATEGORY, documentId);
    expect(baseline.action).toBe('baseline');
    await restored(baseline.id);
    expect(await current(CATEGORY, documentId)).toMatchObject({ name: 'Old' });
  });

  it('works on single types, and on types without Draft & Publish', async () => {
    const { documentId, made } = await saved(
      SETTINGS,
      { siteName: 'A', links: [{ label: 'L', url: '/' }] },
      { siteName: 'B', links: [] }
    );
    const { revision } = await restored(made[0].id);
    expect(revision).toMatchObject({ locale: null, isCurrent: true, isPublished: true, publications: [] });
    expect(await current(SETTINGS, documentId, { populate: ['links'] })).toMatchObject({
      siteName: 'A',
      links: [{ url: '/' }],
    });

    const homepage = await saved(
      HOMEPAGE,
      { headline: 'A' },
      { headline: 'B', banner: [{ __component: 'sections.quote', text: 'Q' }] }
    );
    await restored(homepage.made[0].id);
    expect(await current(HOMEPAGE, homepage.documentId, { populate: ['banner'] })).toMatchObject({
      headline: 'A',
      banner: [],
    });
  });

  it('runs what a save runs: validation, lifecycles, the rights of the database', async () => {
    const { documentId, made } = await saved(AUTHOR, { name: 'Ida' }, { name: 'Ada' });
    const seen: string[] = [];
    const unsubscribe = booted.strapi.db.lifecycles.subscribe({
      models: [AUTHOR],
      async beforeUpdate({ params }: Any) {
        seen.push(params.data.name);
        if (params.data.name === 'Ida') params.data.bio = 'by a lifecycle';
      },
    } as never);
    await restored(made[0].id);
    (unsubscribe as unknown as () => void)();

    expect(seen).toEqual(['Ida']);
    const newest = await revisions.newest(AUTHOR, documentId);
    expect(newest).toMatchObject({ action: 'restore', changed: ['bio', 'name'] });
    expect((await revisions.get(newest.id)).body.data.bio).toBe('by a lifecycle');
  });

  it('that is refused on the way leaves everything as it was', async () => {
    const { made } = await saved(TAG, { name: 'taken' }, { name: 'given up' });
    await documents(TAG).create({ data: { name: 'taken' } });
    let before = await everyRow(booted.strapi);
    // as Strapi's own update answers; what cannot be published is another matter
    const details = { errors: [{ path: ['name'], message: expect.any(String) }] };
    for (const [body, status] of [
      [{}, 400],
      [{ publish: true }, 422],
    ] as const) {
      expect(await revisions.restore(made[0].id, body)).toMatchObject({
        status,
        body: { data: null, error: { status, name: 'ValidationError', details } },
      });
    }
    expect(await everyRow(booted.strapi)).toEqual(before);

    const article = await saved(ARTICLE, { title: 'One' }, { title: 'Two' });
    before = await everyRow(booted.strapi);
    const unsubscribe = booted.strapi.db.lifecycles.subscribe({
      models: [ARTICLE],
      afterUpdate() {
        throw new errors.ApplicationError('not today');
      },
    } as never);
    const answer = await revisions.restore(article.made[0].id);
    (unsubscribe as unknown as () => void)();
    expect(answer).toMatchObject({ status: 400, body: { error: { message: 'not today' } } });
    expect(await everyRow(booted.strapi)).toEqual(before);
  });

  it('keeps the rows of components that stay, at any depth', async () => {
    const card = (title: string) => ({ title, link: { label: title, url: '/' } });
    const { documentId, made } = await saved(PAGE, {
      title: 'P',
      rows: [{ heading: 'R1', columns: [{ span: 1, cards: [card('C1'), card('C2')] }] }, { heading: 'R2' }],
    });
    const populate = { rows: { populate: { columns: { populate: { cards: { populate: ['link'] } } } } } };
    const before = await current(PAGE, documentId, { populate });

    const [first, second] = structuredClone(before.rows);
    first.columns[0].cards[1].title = 'changed';
    first.columns[0].cards[1].link.url = '/changed';
    const rows = [{ heading: 'R0' }, { ...second, heading: 'changed' }, first];
    await documents(PAGE).update({ documentId, data: { rows } });
    await restored(made[0].id);

    const { rows: after } = await current(PAGE, documentId, { populate });
    expect(after).toEqual(before.rows);
  });

  it('keeps the rows of a dynamic zone with the same component several times', async () => {
    const quote = (text: string) => ({ __component: 'sections.quote', text });
    const callout = { __component: 'sections.callout', text: 'C' };
    const { documentId, made } = await saved(ARTICLE, {
      title: 'Z',
      sections: [quote('a'), callout, quote('b'), quote('a')],
    });
    const before = (await current(ARTICLE, documentId, { populate: ['sections'] })).sections;

    const [a, c, b, again] = before;
    await documents(ARTICLE).update({
      documentId,
      data: { sections: [again, { ...b, text: 'changed' }, c, a] },
    });
    await restored(made[0].id);
    const after = (await current(ARTICLE, documentId, { populate: ['sections'] })).sections;
    expect(after.map(({ text }: Any) => text)).toEqual(['a', 'C', 'b', 'a']);
    expect(after.map(({ id }: Any) => id).sort()).toEqual(before.map(({ id }: Any) => id).sort());
  });
});

describe('what is gone', () => {
  it('is left out and named: a file, the target of a relation', async () => {
    const { strapi } = booted;
    const [kept, gone] = [await createFile(strapi), await createFile(strapi)];
    const [tag, lost] = [
      await documents(TAG).create({ data: { name: 'kept' } }),
      await documents(TAG).create({ data: { name: 'lost' } }),
    ];
    const author = await documents(AUTHOR).create({ data: { name: 'Lost' } });
    const { documentId, made } = await saved(
      ARTICLE,
      {
        title: 'With',
        cover: gone,
        gallery: [gone, kept],
        tags: [lost.documentId, tag.documentId],
        author: author.documentId,
        seo: { shareImage: gone },
        sections: [
          { __component: 'sections.related', author: author.documentId },
          { __component: 'sections.gallery', images: [kept, gone] },
        ],
      },
      { title: 'Without' }
    );
    const { name } = await strapi.db.query('plugin::upload.file').findOne({ where: { id: gone } });
    await strapi.db.query('plugin::upload.file').delete({ where: { id: gone } });
    await documents(TAG).delete({ documentId: lost.documentId });
    await documents(AUTHOR).delete({ documentId: author.documentId });

    const file = { target: 'plugin::upload.file', documentId: null, label: name };
    const missing = [
      { path: 'author', target: AUTHOR, documentId: author.documentId, label: null },
      { path: 'cover', ...file },
      { path: 'gallery[0]', ...file },
      { path: 'sections[0].author', target: AUTHOR, documentId: author.documentId, label: null },
      { path: 'sections[1].images[1]', ...file },
      { path: 'seo.shareImage', ...file },
      { path: 'tags[0]', target: TAG, documentId: lost.documentId, label: null },
    ];
    const shown = await revisions.get(made[0].id);
    expect(shown.body.meta).toEqual({ missing, dropped: [], added: [] });
    expect(shown.body.data._revision.missing).toEqual(missing);
    expect(shown.body.data).toMatchObject({
      author: null,
      cover: null,
      gallery: [{ id: kept }],
      tags: [{ documentId: tag.documentId }],
    });

    const { warnings } = await restored(made[0].id);
    expect(warnings.filter(({ code }: Any) => code === 'missing')).toEqual(
      missing.map((entry) => ({ code: 'missing', locale: 'en', ...entry }))
    );
    expect(
      await current(ARTICLE, documentId, {
        populate: { gallery: true, tags: true, cover: true, author: true },
      })
    ).toMatchObject({
      title: 'With',
      cover: null,
      author: null,
      gallery: [{ id: kept }],
      tags: [{ name: 'kept' }],
    });
    // only what is asked for is warned of
    expect(codes((await restored(made[0].id, { fields: ['title', 'tags'], dryRun: true })).warnings)).toEqual(
      ['missing tags[0]']
    );
  });

  it('is not a target that is unpublished', async () => {
    const category = await documents(CATEGORY).create({ data: { name: 'Shy' }, status: 'published' });
    const { documentId, made } = await saved(
      ARTICLE,
      { title: 'A', category: category.documentId },
      { category: null }
    );
    await documents(CATEGORY).unpublish({ documentId: category.documentId });

    const { warnings, document } = await restored(made[0].id);
    expect(warnings.filter(({ code }: Any) => code === 'missing')).toEqual([]);
    expect(document.category).toMatchObject({ name: 'Shy' });
    expect(await current(ARTICLE, documentId, { populate: ['category'] })).toMatchObject({
      category: { name: 'Shy' },
    });
  });

  it('is not a file that was only renamed, or imported anew under another id', async () => {
    const { strapi } = booted;
    const files = strapi.db.query('plugin::upload.file');
    const id = await createFile(strapi);
    const { documentId, made } = await saved(ARTICLE, { title: 'A', cover: id }, { cover: null });

    const { id: _, ...file } = await files.findOne({ where: { id } });
    await files.delete({ where: { id } });
    const anew = await files.create({ data: { ...file, name: 'renamed.png' } });
    expect((await restored(made[0].id)).warnings.filter(({ code }: Any) => code === 'missing')).toEqual([]);
    expect(await current(ARTICLE, documentId, { populate: ['cover'] })).toMatchObject({
      cover: { id: anew.id },
    });
  });

  it('may be the document itself: it comes back under its documentId', async () => {
    const { documentId, made } = await saved(TERM, { term: 'Ember', letter: 'E' }, { term: 'Embers' });
    await documents(TERM).delete({ documentId });
    expect(await current(TERM, documentId)).toBeNull();

    const { revision } = await restored(made[0].id);
    expect(revision).toMatchObject({ number: 4, action: 'restore', documentId, isCurrent: true });
    expect(await current(TERM, documentId)).toMatchObject({ term: 'Ember', letter: 'E' });
  });
});

describe('locales', () => {
  /** In English and French, saved in turns. */
  const bilingual = async () => {
    const [category, author] = [
      await documents(CATEGORY).create({ data: { name: 'Bilingual' } }),
      await documents(AUTHOR).create({ data: { name: 'Bilingual' } }),
    ];
    const source = (title: string) => ({ sources: [{ title }], sku: title });
    const { documentId } = await documents(ARTICLE).create({
      data: { title: 'en 1', ...source('s 1'), category: category.documentId },
    });
    const save = (locale: string, data: object) => documents(ARTICLE).update({ documentId, locale, data });
    await save('fr', { title: 'fr 1', author: author.documentId });
    await save('en', { title: 'en 2', ...source('s 2'), category: null });
    await save('fr', { title: 'fr 2' });

    /** The revision of a locale with that title. */
    const of = async (locale: string, title: string) => {
      for (const { id } of await revisions.all(ARTICLE, documentId, { locale })) {
        const { data } = (await revisions.get(id)).body;
        if (data.title === title) return data._revision;
      }
    };
    return { documentId, of, save };
  };

  const contentOf = async (documentId: string, locale: string) => {
    const populate = ['sources', 'category', 'author'];
    const found = await current(ARTICLE, documentId, { locale, populate });
    return (
      found && [found.title, found.sku, found.sources[0]?.title, found.category?.name, found.author?.name]
    );
  };

  it('stay as they are, but for what they share', async () => {
    const { documentId, of } = await bilingual();
    const { warnings } = await restored((await of('en', 'en 1')).id);
    expect(await contentOf(documentId, 'en')).toEqual(['en 1', 's 1', 's 1', 'Bilingual', undefined]);
    // relations are never shared, whatever the schema says
    expect(await contentOf(documentId, 'fr')).toEqual(['fr 2', 's 1', 's 1', undefined, 'Bilingual']);
    expect(codes(warnings)).toEqual(['shared sku', 'shared sources']);

    const [synced, own] = (await revisions.all(ARTICLE, documentId)).reverse();
    expect(own).toMatchObject({
      locale: 'en',
      action: 'restore',
      changed: ['category', 'sku', 'sources', 'title'],
    });
    expect(synced).toMatchObject({
      locale: 'fr',
      action: 'sync',
      changed: ['sku', 'sources'],
      restoredFrom: null,
    });
  });

  it('with `all` become what they were as of the revision', async () => {
    const { documentId, of, save } = await bilingual();
    const target = await of('en', 'en 2');
    await save('en', { title: 'en 3', sku: 's 3', sources: [] });
    await save('fr', { author: null });

    // what they share is that of the revision, although French got it by a sync with a higher number
    const { revision } = await restored(target.id, { locales: 'all' });
    expect(await contentOf(documentId, 'en')).toEqual(['en 2', 's 2', 's 2', undefined, undefined]);
    expect(await contentOf(documentId, 'fr')).toEqual(['fr 1', 's 2', 's 2', undefined, 'Bilingual']);
    expect(revision).toMatchObject({ locale: 'en', restoredFrom: target.id });

    const restores = (await revisions.all(ARTICLE, documentId, { locale: 'fr' })).filter(
      ({ action }) => action === 'restore'
    );
    expect(restores).toMatchObject([
      { restoredFrom: (await of('fr', 'fr 1')).id, changed: ['author', 'title'] },
    ]);
  });

  it('with `all` stay where they had no revision yet', async () => {
    const { documentId, of } = await bilingual();
    await restored((await of('en', 'en 1')).id, { locales: 'all' });
    expect(await contentOf(documentId, 'en')).toEqual(['en 1', 's 1', 's 1', 'Bilingual', undefined]);
    expect(await contentOf(documentId, 'fr')).toEqual(['fr 2', 's 1', 's 1', undefined, 'Bilingual']);
  });

  it('that were deleted come back', async () => {
    const { documentId, of, save } = await bilingual();
    const { id } = await of('fr', 'fr 1');
    await documents(ARTICLE).delete({ documentId, locale: 'fr' });
    expect(await contentOf(documentId, 'fr')).toBeNull();

    const { document, revision } = await restored(id);
    expect(document).toMatchObject({ locale: 'fr', title: 'fr 1' });
    expect(revision).toMatchObject({ locale: 'fr', action: 'restore', restoredFrom: id });
    expect(await contentOf(documentId, 'fr')).toEqual(['fr 1', 's 1', 's 1', undefined, 'Bilingual']);
    expect((await contentOf(documentId, 'en'))![0]).toBe('en 2');

    // with `all` only those that exist today change
    await documents(ARTICLE).delete({ documentId, locale: 'fr' });
    await save('en', { title: 'en 3' });
    await restored((await of('en', 'en 2')).id, { locales: 'all' });
    expect(await contentOf(documentId, 'fr')).toBeNull();
  });
});

describe('publishing with it', () => {
  it('makes one revision and its publication', async () => {
    const { documentId, made } = await saved(ARTICLE, { title: 'One' }, { title: 'Two' });
    await documents(ARTICLE).publish({ documentId });

    const { revision, document } = await restored(made[0].id, { publish: true, notes: 'out with it' });
    expect(document.title).toBe('One');
    expect(revision).toMatchObject({
      action: 'restore',
      isCurrent: true,
      isPublished: true,
      publications: [{ publishedBy: { type: 'admin', id: admin.user.id }, unpublishedAt: null }],
    });
    expect(await revisions.all(ARTICLE, documentId)).toHaveLength(3);
    expect(await current(ARTICLE, documentId, { status: 'published' })).toMatchObject({ title: 'One' });
    expect((await revisions.state(ARTICLE, documentId)).body.data.status).toBe('published');
  });

  it('is not done unless asked for', async () => {
    const { documentId, made } = await saved(ARTICLE, { title: 'One' }, { title: 'Two' });
    await documents(ARTICLE).publish({ documentId });
    await restored(made[0].id);
    expect(await current(ARTICLE, documentId, { status: 'published' })).toMatchObject({ title: 'Two' });
    expect((await revisions.state(ARTICLE, documentId)).body.data.status).toBe('updated');
  });

  it('publishes what is current already', async () => {
    const { documentId, made } = await saved(ARTICLE, { title: 'One' });
    expect(await restored(made[0].id, { publish: true })).toMatchObject({ unchanged: true, revision: null });
    expect(await current(ARTICLE, documentId, { status: 'published' })).toMatchObject({ title: 'One' });
    expect(await revisions.newest(ARTICLE, documentId)).toMatchObject({ number: 1, isPublished: true });
  });

  it('answers 422 where the result would not be valid, and leaves everything as it was', async () => {
    const { made } = await saved(
      ARTICLE,
      { title: 'Draft', facts: [{ value: 'no label' }], sections: [{ __component: 'sections.quote' }] },
      { title: 'Fine', facts: [], sections: [] }
    );
    const before = await everyRow(booted.strapi);
    const { status, body } = await revisions.restore(made[0].id, { publish: true });
    expect({ status, data: body.data, name: body.error.name }).toEqual({
      status: 422,
      data: null,
      name: 'ValidationError',
    });
    expect(body.error.details.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['facts', '0', 'label'] }),
        expect.objectContaining({ path: ['sections', '0', 'text'] }),
      ])
    );
    expect(await everyRow(booted.strapi)).toEqual(before);
    // as a draft it may be what it was
    expect(await restored(made[0].id)).toMatchObject({ unchanged: false });
  });

  it('is nothing on a type without Draft & Publish', async () => {
    const { made } = await saved(TAG, { name: 'tag one' }, { name: 'tag two' });
    expect(await restored(made[0].id, { publish: true })).toMatchObject({ document: { name: 'tag one' } });
  });
});

describe('a dry run', () => {
  it('says what would be, and writes nothing', async () => {
    const { documentId, made } = await saved(
      ARTICLE,
      { title: 'One', sku: 'A', tags: [] },
      { title: 'Two', sku: 'B', body: 'Text' }
    );
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Fr' } });
    const before = await everyRow(booted.strapi);

    for (const body of [{}, { publish: true, notes: 'n' }, { locales: 'all' }]) {
      const { status, body: answer } = await revisions.restore(made[0].id, { dryRun: true, ...body });
      expect(status).toBe(200);
      expect(answer.data).toMatchObject({
        document: { documentId, title: 'One', sku: 'A', body: null },
        revision: null,
        unchanged: false,
        warnings: [{ code: 'shared', path: 'sku', locale: 'en' }],
      });
      expect(answer.meta.changes).toEqual([{ locale: 'en', number: 1, changed: ['body', 'sku', 'title'] }]);
    }
    expect((await restored(made[0].id, { dryRun: true, fields: ['sku'] })).document).toMatchObject({
      title: 'Two',
      sku: 'A',
    });
    expect(await everyRow(booted.strapi)).toEqual(before);
    expect(await restored(made[1].id, { dryRun: true })).toMatchObject({ unchanged: true });
  });
});

describe('a dry run of a restore that is to publish', () => {
  /** The dry run, and then the real one; both must answer alike where it is not valid. */
  const both = async (id: number, body: object = {}) => {
    const before = await everyRow(booted.strapi);
    const dry = await revisions.restore(id, { publish: true, dryRun: true, ...body });
    expect(await everyRow(booted.strapi)).toEqual(before);
    const real = await revisions.restore(id, { publish: true, ...body });
    expect(dry.status).toBe(real.status);
    expect(dry.body.error).toEqual(real.body.error);
    return {
      status: dry.status,
      paths: dry.body.error?.details.errors.map(({ path }: Any) => path.join('.')).sort(),
    };
  };

  it('answers what that would, where it would not be valid', async () => {
    const { made } = await saved(
      ARTICLE,
      {
        title: 'Draft',
        facts: [{ value: 'no label' }],
        sections: [{ __component: 'sections.quote' }],
      },
      { title: 'Fine', facts: [], sections: [] }
    );
    expect(await both(made[0].id)).toEqual({ status: 422, paths: ['facts.0.label', 'sections.0.text'] });
    // by the fields that are restored, and by what is there already
    expect(await both(made[0].id, { fields: ['facts'] })).toEqual({ status: 422, paths: ['facts.0.label'] });
    expect(await both(made[0].id, { fields: ['title'] })).toEqual({ status: 200 });
    expect((await revisions.restore(made[0].id)).status).toBe(200);
    expect((await both(made[1].id, { fields: ['sections'] })).paths).toEqual(['facts.0.label']);
  });

  it('in every locale', async () => {
    const { documentId } = await documents(ARTICLE).create({ data: { title: 'One' } });
    const save = (locale: string, data: object) => documents(ARTICLE).update({ documentId, locale, data });
    await save('fr', { title: 'Un', facts: [{ value: 'sans titre' }] });
    await save('en', { title: 'Two' });
    const { id } = await revisions.newest(ARTICLE, documentId);
    await save('fr', { facts: [] });
    expect(await both(id)).toEqual({ status: 200 });
    expect(await both(id, { locales: 'all' })).toEqual({ status: 422, paths: ['facts.0.label'] });
  });

  it('knows what is there to be unique, and what will be replaced', async () => {
    const article = await saved(ARTICLE, { title: 'One', slug: 'taken' }, { slug: 'free' });
    await documents(ARTICLE).publish({ documentId: article.documentId });
    const other = await documents(ARTICLE).create({
      data: { title: 'O', slug: 'taken' },
      status: 'published',
    });
    expect(await both(article.made[0].id)).toEqual({ status: 422, paths: ['slug'] });
    await documents(ARTICLE).delete({ documentId: other.documentId });
    expect(await both(article.made[0].id)).toEqual({ status: 200 });
    expect(await both(article.made[0].id)).toEqual({ status: 200 });

    // without Draft & Publish, and of a document that was deleted
    const tag = await saved(TAG, { name: 'rare' }, { name: 'common' });
    const rare = await documents(TAG).create({ data: { name: 'rare' } });
    expect(await both(tag.made[0].id)).toEqual({ status: 422, paths: ['name'] });
    await documents(TAG).delete({ documentId: tag.documentId });
    expect(await both(tag.made[0].id)).toEqual({ status: 422, paths: ['name'] });
    await documents(TAG).delete({ documentId: rare.documentId });
    expect(await both(tag.made[0].id)).toEqual({ status: 200 });
  });

  it('lets pass whatever can be published, references and passwords too', async () => {
    const { strapi } = booted;
    const file = await createFile(strapi);
    const [author, tag] = [
      await documents(AUTHOR).create({ data: { name: 'A' } }),
      await documents(TAG).create({ data: { name: 'whole' } }),
    ];
    const { made } = await saved(
      ARTICLE,
      {
        title: 'Whole',
        accessCode: 'Pa55word',
        cover: file,
        gallery: [file],
        author: author.documentId,
        tags: [tag.documentId],
        seo: { metaTitle: 'M', shareImage: file, social: { text: 'S' } },
        facts: [{ label: 'F' }],
        sections: [{ __component: 'sections.related', author: author.documentId }],
      },
      { title: 'Less', cover: null, tags: [], seo: null }
    );
    expect(await both(made[0].id)).toEqual({ status: 200 });
  });
});

describe('a request that is wrong', () => {
  it.each([
    [{ fields: 'title' }, 'fields'],
    [{ fields: [] }, 'fields'],
    [{ fields: ['title', 'nosuch'] }, 'nosuch'],
    [{ locales: 'fr' }, 'locales'],
    [{ publish: 'yes' }, 'publish'],
    [{ notes: 7 }, 'notes'],
    [{ notes: 'x'.repeat(5001) }, 'notes'],
    [{ dryRun: 1 }, 'dryRun'],
    [{ bogus: true }, 'bogus'],
    [['title'], ''],
  ])('is answered with 400 that names the key: %j', async (body, key) => {
    const { made } = await saved(ARTICLE, { title: 'One' }, { title: 'Two' });
    const before = await everyRow(booted.strapi);
    const answer = await revisions.restore(made[0].id, body);
    expect(answer).toMatchObject({ status: 400, body: { data: null, error: { name: 'ValidationError' } } });
    expect(answer.body.error.message).toContain(key);
    expect(await everyRow(booted.strapi)).toEqual(before);
  });

  it.each(['999999', '0', '-1', '1.5', 'abc', '99999999999999999999'])(
    'is answered with 404 for id %s',
    async (id) => {
      for (const answer of [
        await revisions.restore(id),
        await revisions.get(id),
        await revisions.annotate(id, { pinned: true }),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { error: { name: 'NotFoundError' } } });
      }
    }
  );
});
