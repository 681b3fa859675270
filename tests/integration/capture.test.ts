import { createHash } from 'node:crypto';
import { createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import type { Client } from '../helpers/request';
import type { DocumentState, Revision } from '../../contracts/revision';

const ARTICLE = 'api::article.article';
const AUTHOR = 'api::author.author';
const HOMEPAGE = 'api::homepage.homepage';
const NOTE = 'api::note.note';
const PAGE = 'api::page.page';

let booted: Booted;
let admin: Client;

beforeAll(async () => {
  booted = await bootStrapi();
  admin = booted.as(await createAdmin(booted.strapi));
});

afterAll(() => booted.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
const documents = (uid: string): any => booted.strapi.documents(uid as never);
const articles = () => documents(ARTICLE);

/** Newest first. */
const listOf = async (uid: string, documentId: string, query = ''): Promise<Revision[]> => {
  const { body } = await admin.get(
    `/revisions/documents/${uid}/${documentId}/revisions?pageSize=100${query}`
  );
  return body.data;
};
const stateOf = async (uid: string, documentId: string, query = ''): Promise<DocumentState> =>
  (await admin.get(`/revisions/documents/${uid}/${documentId}/state${query}`)).body.data;
const summary = (revisions: Revision[]) =>
  revisions.map(({ number, locale, action }) => `${number} ${locale ?? '-'} ${action}`);

describe('every save', () => {
  test('leaves a numbered revision that says what changed', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await articles().update({ documentId, data: { title: 'Two', standfirst: 'More' } });

    const [second, first] = await listOf(ARTICLE, documentId);
    expect(first).toMatchObject({ number: 1, action: 'create', locale: 'en', documentId, origin: 'service' });
    expect(second).toMatchObject({ number: 2, action: 'update', changed: ['standfirst', 'title'] });
    expect([first!.isCurrent, second!.isCurrent]).toEqual([false, true]);
    expect(first!.creator).toEqual({ type: 'system', id: null, name: null });
  });

  test('leaves none where nothing changed', async () => {
    const { documentId } = await articles().create({
      data: { title: 'Same', facts: [{ label: 'a', value: 'b' }] },
    });
    await articles().update({ documentId, data: { title: 'Same' } });
    // without ids Strapi makes the components anew: other rows, the same content
    await articles().update({ documentId, data: { facts: [{ label: 'a', value: 'b' }] } });

    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['1 en create']);
    await articles().update({ documentId, data: { title: 'Other' } });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['2 en update', '1 en create']);
  });

  test('leaves none where it is rolled back', async () => {
    const { documentId } = await articles().create({ data: { title: 'Kept' } });
    await expect(
      booted.strapi.db.transaction(async () => {
        await articles().update({ documentId, data: { title: 'Lost' } });
        throw new Error('never mind');
      })
    ).rejects.toThrow('never mind');

    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['1 en create']);
    await articles().update({ documentId, data: { title: 'Next' } });
    expect((await listOf(ARTICLE, documentId))[0]!.number).toBe(2);
  });

  // SQLite gives the ids of what was rolled back again
  test('can be read back after others were rolled back, which were long enough for a keyframe', async () => {
    const long = (seed: string) =>
      Array.from({ length: 60 }, (_, index) =>
        createHash('sha256').update(`${seed}${index}`).digest('hex')
      ).join(' ');
    await expect(
      booted.strapi.db.transaction(async () => {
        const { documentId } = await articles().create({ data: { title: 'Lost', body: long('lost') } });
        await articles().update({ documentId, data: { title: 'Lost twice' } });
        throw new Error('no');
      })
    ).rejects.toThrow('no');

    const { documentId } = await articles().create({ data: { title: 'Kept', body: long('kept') } });
    await articles().update({ documentId, data: { title: 'Kept twice' } });
    const revisions = await listOf(ARTICLE, documentId);
    expect(revisions.map(({ changed }) => changed)).toEqual([['title'], expect.arrayContaining(['body'])]);
    for (const { id } of revisions) {
      const { status, body } = await admin.get(`/revisions/revisions/${id}`);
      expect([status, body.data.body]).toEqual([200, long('kept')]);
    }
  });

  test('fails whole where it cannot be recorded', async () => {
    const { documentId } = await articles().create({ data: { title: 'Before' } });
    const knex = booted.strapi.db.connection;
    await knex.schema.renameTable('revisions_revisions', 'revisions_elsewhere');
    try {
      await expect(articles().update({ documentId, data: { title: 'After' } })).rejects.toMatchObject({
        message: expect.stringContaining('revisions_revisions'),
      });
    } finally {
      await knex.schema.renameTable('revisions_elsewhere', 'revisions_revisions');
    }
    expect((await articles().findOne({ documentId })).title).toBe('Before');
  });

  test('of two kinds within one transaction leaves one each', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await booted.strapi.db.transaction(async () => {
      await articles().update({ documentId, data: { title: 'Two' } });
      await articles().update({ documentId, data: { title: 'Three' } });
    });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['3 en update', '2 en update', '1 en create']);
  });

  test('of a type that is switched off leaves none', async () => {
    const { documentId } = await documents(NOTE).create({ data: { title: 'Private', text: 'Private' } });
    expect(await listOf(NOTE, documentId)).toEqual([]);
  });

  test('carries its notes, which are no part of the content', async () => {
    const params = { data: { title: 'Noted' }, revisionNotes: '  First words ' };
    const { documentId } = await articles().create(params);
    expect(params.revisionNotes).toBe('  First words ');
    expect((await listOf(ARTICLE, documentId))[0]!.notes).toBe('First words');

    await expect(articles().update({ documentId, data: { title: 'No' }, revisionNotes: 12 })).rejects.toThrow(
      /revisionNotes/
    );
    expect((await articles().findOne({ documentId })).title).toBe('Noted');
  });
});

describe('publishing', () => {
  test('what is current opens a publication of it, and makes no revision', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await articles().publish({ documentId });

    const [only, ...rest] = await listOf(ARTICLE, documentId);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ isCurrent: true, isPublished: true });
    expect(only!.publications).toEqual([
      {
        publishedAt: expect.any(String),
        publishedBy: expect.anything(),
        unpublishedAt: null,
        unpublishedBy: null,
      },
    ]);
  });

  test('closes the publication before', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' }, status: 'published' });
    await articles().update({ documentId, data: { title: 'Two' } });
    expect(await stateOf(ARTICLE, documentId)).toMatchObject({
      status: 'updated',
      currentRevision: { number: 2 },
      publishedRevision: { number: 1 },
      changedLocales: ['en'],
      counts: { revisions: 2, drafts: 0 },
    });

    await articles().publish({ documentId });
    const [second, first] = await listOf(ARTICLE, documentId);
    expect([first!.isPublished, second!.isPublished]).toEqual([false, true]);
    expect(first!.publications[0]!.unpublishedAt).toBe(second!.publications[0]!.publishedAt);
    expect(await stateOf(ARTICLE, documentId)).toMatchObject({ status: 'published', changedLocales: [] });
  });

  test('and saving at once makes one revision and its publication', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' }, status: 'published' });
    await articles().update({ documentId, data: { title: 'Two' }, status: 'published' });
    const revisions = await listOf(ARTICLE, documentId);
    expect(summary(revisions)).toEqual(['2 en update', '1 en create']);
    expect(revisions.map(({ isPublished }) => isPublished)).toEqual([true, false]);
  });

  test('the date is that of the published entry', async () => {
    const { documentId } = await articles().create({ data: { title: 'Dated' }, status: 'published' });
    const published = await articles().findOne({ documentId, status: 'published' });
    const [revision] = await listOf(ARTICLE, documentId);
    expect(revision!.publications[0]!.publishedAt).toBe(new Date(published.publishedAt).toISOString());
  });

  test('ends with unpublishing', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' }, status: 'published' });
    await articles().unpublish({ documentId });
    const [revision] = await listOf(ARTICLE, documentId);
    expect(revision).toMatchObject({ number: 1, isPublished: false });
    expect(revision!.publications[0]!.unpublishedAt).not.toBeNull();
    expect(await stateOf(ARTICLE, documentId)).toMatchObject({ status: 'draft', publishedRevision: null });
  });

  test('several locales at once opens a publication of each', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await articles().publish({ documentId, locale: ['en', 'fr'] });
    const revisions = await listOf(ARTICLE, documentId);
    expect(revisions.map(({ locale, isPublished }) => [locale, isPublished])).toEqual([
      ['fr', true],
      ['en', true],
    ]);
    await articles().unpublish({ documentId, locale: '*' });
    expect((await listOf(ARTICLE, documentId)).some(({ isPublished }) => isPublished)).toBe(false);
  });

  test('discarding changes leaves a revision of what came back', async () => {
    const { documentId } = await articles().create({ data: { title: 'Live' }, status: 'published' });
    await articles().update({ documentId, data: { title: 'Changed' } });
    await articles().discardDraft({ documentId });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual([
      '3 en discard',
      '2 en update',
      '1 en create',
    ]);
    expect((await stateOf(ARTICLE, documentId)).status).toBe('published');
  });

  describe('discarding what was never published', () => {
    // Strapi puts the published entry in place of the draft: where there is none, nothing is left
    const rowOf = (documentId: string) =>
      booted.strapi.db.connection('revisions_documents').where({ document_id: documentId }).first();

    test('deletes the document: its last content stays, and none of it is current', async () => {
      const { documentId } = await articles().create({ data: { title: 'One' } });
      await articles().update({ documentId, data: { title: 'Two', facts: [{ label: 'F' }] } });
      await articles().discardDraft({ documentId, revisionNotes: 'never mind' });
      expect(await articles().findOne({ documentId })).toBeNull();

      const revisions = await listOf(ARTICLE, documentId);
      expect(summary(revisions)).toEqual(['3 en delete', '2 en update', '1 en create']);
      expect(revisions.map(({ isCurrent }) => isCurrent)).toEqual([false, false, false]);
      expect(revisions[0]).toMatchObject({ notes: 'never mind', changed: [] });
      expect(await stateOf(ARTICLE, documentId)).toMatchObject({ status: 'draft', currentRevision: null });
      const { body } = await admin.get(`/revisions/revisions/${revisions[0]!.id}`);
      expect(body.data).toMatchObject({ title: 'Two', facts: [{ label: 'F' }] });
      const row = await rowOf(documentId);
      expect(Number(row.deleted_at)).toBeGreaterThan(0);

      await admin.post(`/revisions/revisions/${revisions[0]!.id}/restore`, {});
      expect(await articles().findOne({ documentId })).toMatchObject({ title: 'Two' });
      expect((await listOf(ARTICLE, documentId))[0]).toMatchObject({ number: 4, isCurrent: true });
      expect((await rowOf(documentId)).deleted_at).toBeNull();
    });

    test.each(['*', ['en', 'fr']])(
      'in the locales %j deletes those, and discards the others',
      async (locale) => {
        const { documentId } = await articles().create({ data: { title: 'Live' }, status: 'published' });
        await articles().update({ documentId, data: { title: 'Changed' } });
        await articles().update({ documentId, locale: 'fr', data: { title: 'Jamais' } });
        await articles().discardDraft({ documentId, locale });

        const revisions = await listOf(ARTICLE, documentId);
        expect(summary(revisions).slice(0, 2)).toEqual(['5 fr delete', '4 en discard']);
        expect(revisions.filter(({ isCurrent }) => isCurrent)).toMatchObject([{ number: 4 }]);
        expect((await rowOf(documentId)).deleted_at).toBeNull();
        await articles().update({ documentId, data: { title: 'Next' } });
        expect((await listOf(ARTICLE, documentId))[0]).toMatchObject({ number: 6, action: 'update' });
      }
    );

    test('in one locale leaves the others alone', async () => {
      const { documentId } = await articles().create({ data: { title: 'One' } });
      await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
      await articles().discardDraft({ documentId, locale: 'fr' });
      expect(summary(await listOf(ARTICLE, documentId))).toEqual([
        '3 fr delete',
        '2 fr create',
        '1 en create',
      ]);
      expect((await rowOf(documentId)).deleted_at).toBeNull();
    });

    test('of a type without locales deletes it, too', async () => {
      const { documentId } = await documents(PAGE).create({ data: { title: 'P' } });
      await documents(PAGE).discardDraft({ documentId });
      expect(summary(await listOf(PAGE, documentId))).toEqual(['2 - delete', '1 - create']);
      expect((await rowOf(documentId)).deleted_at).not.toBeNull();
    });
  });

  test('does not exist without Draft & Publish: what is current is live', async () => {
    const { documentId } = await documents(AUTHOR).create({ data: { name: 'Ann' } });
    await documents(AUTHOR).update({ documentId, data: { name: 'Anne' } });
    const revisions = await listOf(AUTHOR, documentId);
    expect(revisions.map(({ isCurrent, isPublished }) => [isCurrent, isPublished])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(revisions[0]).toMatchObject({ locale: null, publications: [] });
    expect((await stateOf(AUTHOR, documentId)).status).toBe('published');
  });
});

describe('locales', () => {
  test('share one row of numbers', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await articles().update({ documentId, data: { title: 'Two' } });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Deux' } });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual([
      '4 fr update',
      '3 en update',
      '2 fr create',
      '1 en create',
    ]);
    expect(summary(await listOf(ARTICLE, documentId, '&locale=fr'))).toEqual(['4 fr update', '2 fr create']);
  });

  test('that i18n brings along are recorded with the save', async () => {
    const { documentId } = await articles().create({ data: { title: 'One', sku: 'A-1' } });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await articles().update({ documentId, data: { sku: 'A-2' }, revisionNotes: 'New number' });
    const [sibling, save] = await listOf(ARTICLE, documentId);
    expect(save).toMatchObject({
      number: 3,
      locale: 'en',
      action: 'update',
      changed: ['sku'],
      notes: 'New number',
    });
    expect(sibling).toMatchObject({ number: 4, locale: 'fr', action: 'sync', changed: ['sku'], notes: null });
    expect(sibling).toMatchObject({ isCurrent: true });
  });

  test('deleted one by one leave their last content; the last one ends the document', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' }, status: 'published' });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await articles().delete({ documentId, locale: 'fr' });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['3 fr delete', '2 fr create', '1 en create']);
    expect((await listOf(ARTICLE, documentId)).map(({ isCurrent }) => isCurrent)).toEqual([
      false,
      false,
      true,
    ]);

    await articles().delete({ documentId });
    const [last] = await listOf(ARTICLE, documentId);
    expect(last).toMatchObject({ number: 4, locale: 'en', action: 'delete', isCurrent: false });
    const { body } = await admin.get(`/revisions/revisions/${last!.id}`);
    expect(body.data.title).toBe('One');
    const [row] = await booted.strapi.db.connection('revisions_documents').where({ document_id: documentId });
    expect(row.deleted_at).not.toBeNull();
  });

  test('made again after they were deleted go on in the same history', async () => {
    const { documentId } = await articles().create({ data: { title: 'One' } });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await articles().delete({ documentId, locale: 'fr' });
    await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
    expect(summary(await listOf(ARTICLE, documentId, '&locale=fr'))).toEqual([
      '4 fr create',
      '3 fr delete',
      '2 fr create',
    ]);
    await articles().delete({ documentId, locale: '*' });
    await articles().create({ data: { documentId, title: 'Again' } });
    expect((await listOf(ARTICLE, documentId))[0]).toMatchObject({
      number: 7,
      action: 'create',
      isCurrent: true,
    });
  });
});

test('a clone begins a history of its own', async () => {
  const { documentId } = await articles().create({ data: { title: 'One' } });
  await articles().update({ documentId, locale: 'fr', data: { title: 'Un' } });
  const clone = await articles().clone({ documentId, locale: '*', data: { slug: 'copy' } });
  expect(summary(await listOf(ARTICLE, clone.documentId))).toEqual(['2 fr clone', '1 en clone']);
});

test('a single type is recorded like any other', async () => {
  const { documentId } = await documents(HOMEPAGE).create({ data: { headline: 'Welcome' } });
  await documents(HOMEPAGE).update({ documentId, data: { headline: 'Hello' } });
  expect(summary(await listOf(HOMEPAGE, documentId))).toEqual(['2 en update', '1 en create']);
});

describe('a document that predates the plugin', () => {
  // Strapi's database layer is below the Document Service: the plugin sees none of it
  const bypass = async (data: object) => {
    const { strapi } = booted;
    const documentId = `old${Math.random().toString(36).slice(2, 12)}`;
    const row = await strapi.db
      .query(ARTICLE)
      .create({ data: { documentId, locale: 'en', publishedAt: null, ...data } });
    return { documentId, row };
  };

  test('has what was there recorded first', async () => {
    const { documentId } = await bypass({ title: 'Old' });
    expect(await listOf(ARTICLE, documentId)).toEqual([]);
    await articles().update({ documentId, data: { title: 'New' } });
    const [update, baseline] = await listOf(ARTICLE, documentId);
    expect(baseline).toMatchObject({ number: 1, action: 'baseline', isCurrent: false });
    expect(update).toMatchObject({ number: 2, action: 'update', changed: ['title'] });
    expect((await admin.get(`/revisions/revisions/${baseline!.id}`)).body.data.title).toBe('Old');
  });

  test('has what is live recorded, and since when', async () => {
    const publishedAt = '2024-05-06T07:08:09.000Z';
    const { documentId } = await bypass({ title: 'Draft' });
    await booted.strapi.db
      .query(ARTICLE)
      .create({ data: { documentId, locale: 'en', title: 'Live', publishedAt } });
    const earlier = new Date(Date.now() - 60_000);
    await booted.strapi.db
      .connection('articles')
      .where({ document_id: documentId })
      .whereNotNull('published_at')
      .update({ updated_at: earlier });

    await articles().update({ documentId, data: { title: 'New' } });
    const revisions = await listOf(ARTICLE, documentId);
    expect(summary(revisions)).toEqual(['3 en update', '2 en baseline', '1 en baseline']);
    expect(revisions.map(({ isPublished }) => isPublished)).toEqual([false, false, true]);
    expect(revisions[2]!.publications[0]).toMatchObject({ publishedAt, unpublishedAt: null });
    expect((await stateOf(ARTICLE, documentId)).status).toBe('updated');
  });

  test('is one baseline where what is live is current', async () => {
    const { documentId } = await articles().create({ data: { title: 'Live' }, status: 'published' });
    const knex = booted.strapi.db.connection;
    const { id } = await knex('revisions_documents').where({ document_id: documentId }).first();
    for (const table of ['revisions_revisions', 'revisions_publications', 'revisions_keyframes']) {
      await knex(table).where({ document: id }).delete();
    }
    await knex('revisions_documents').where({ id }).delete();
    expect((await stateOf(ARTICLE, documentId)).status).toBe('published');

    await articles().unpublish({ documentId });
    const revisions = await listOf(ARTICLE, documentId);
    expect(summary(revisions)).toEqual(['1 en baseline']);
    expect(revisions[0]!.publications).toHaveLength(1);
    expect(revisions[0]!.publications[0]!.unpublishedAt).not.toBeNull();
  });

  test('can be deleted, and leaves what it was', async () => {
    const { documentId } = await bypass({ title: 'Old' });
    await articles().delete({ documentId });
    expect(summary(await listOf(ARTICLE, documentId))).toEqual(['2 en delete', '1 en baseline']);
  });

  test('that does not exist leaves nothing behind', async () => {
    expect(await articles().update({ documentId: 'nowhere', data: { title: 'x' } })).toBeNull();
    const rows = await booted.strapi.db.connection('revisions_documents').where({ document_id: 'nowhere' });
    expect(rows).toEqual([]);
  });
});
