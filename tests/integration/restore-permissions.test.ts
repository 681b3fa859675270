import { contentPermissions, createAdmin, type Permission } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { everyRow } from '../helpers/every-row';
import { ARTICLE, TAG } from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// Section 6 of the public interface, on the admin API: the plugin's own rights, and the rights on the document with
// their conditions, locales and fields.

let booted: Booted;
let everything: RevisionsClient;

beforeAll(async () => {
  booted = await bootStrapi();
  everything = revisionsClient(booted.as(await createAdmin(booted.strapi)));
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;
const documents = (uid: string): Any => booted.strapi.documents(uid as never);

const own = (...actions: string[]): Permission[] =>
  actions.map((action) => ({ action: `plugin::revisions.revision.${action}` }));
const ALL_OWN = () => own('read', 'restore', 'annotate');

const clientWith = async (permissions: Permission[]) => {
  const admin = await createAdmin(booted.strapi, { permissions });
  return { admin, client: booted.as(admin), revisions: revisionsClient(booted.as(admin)) };
};

const FIRST = {
  title: 'One',
  standfirst: 'One',
  sku: 'one',
  seo: { metaTitle: 'One', metaDescription: 'One', social: { text: 'One' } },
  facts: [{ label: 'One', value: 'One' }],
};
const SECOND = {
  title: 'Two',
  standfirst: 'Two',
  sku: 'two',
  seo: { metaTitle: 'Two', metaDescription: 'Two', social: { text: 'Two' } },
  facts: [{ label: 'Two', value: 'Two' }],
};

const twice = async () => {
  const { documentId } = await documents(ARTICLE).create({ data: FIRST });
  await documents(ARTICLE).update({ documentId, data: SECOND });
  const [first] = await everything.all(ARTICLE, documentId);
  return { documentId, id: first.id as number };
};

const contentOf = async (documentId: string, locale = 'en') => {
  const populate = { seo: { populate: ['social'] }, facts: true };
  return documents(ARTICLE).findOne({ documentId, locale, populate });
};

/** Whatever is refused writes nothing. */
const expectRefused = async (status: number, ask: () => Promise<{ status: number; body: Any }>) => {
  const before = await everyRow(booted.strapi);
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ data: null, error: { status } });
  expect(await everyRow(booted.strapi)).toEqual(before);
};

describe('the rights of the plugin', () => {
  it('are wanted, each for its own', async () => {
    const { documentId, id } = await twice();
    const granted = async (permissions: Permission[]) => {
      const { revisions } = await clientWith([...contentPermissions(ARTICLE), ...permissions]);
      const answers = [
        await revisions.list(ARTICLE, documentId),
        await revisions.state(ARTICLE, documentId),
        await revisions.get(id),
        await revisions.annotate(id, { label: 'L' }),
        await revisions.restore(id, { dryRun: true }),
      ];
      return answers.map(({ status }) => status);
    };
    expect(await granted([])).toEqual([403, 403, 403, 403, 403]);
    expect(await granted(own('read'))).toEqual([200, 200, 200, 403, 403]);
    expect(await granted(own('read', 'annotate'))).toEqual([200, 200, 200, 200, 403]);
    expect(await granted(own('read', 'restore'))).toEqual([200, 200, 200, 403, 200]);
    expect(await granted(ALL_OWN())).toEqual([200, 200, 200, 200, 200]);
  });

  it('are nobody’s who is not signed in', async () => {
    const { documentId, id } = await twice();
    const nobody = revisionsClient(booted.as());
    await expectRefused(401, () => nobody.restore(id));
    await expectRefused(401, () => nobody.list(ARTICLE, documentId));
  });
});

describe('the rights on the document', () => {
  it('without reading there is no revision', async () => {
    const { documentId, id } = await twice();
    const { revisions } = await clientWith([...contentPermissions(TAG), ...ALL_OWN()]);
    await expectRefused(404, () => revisions.get(id));
    await expectRefused(404, () => revisions.annotate(id, { label: 'mine' }));
    await expectRefused(404, () => revisions.restore(id));
    await expectRefused(403, () => revisions.list(ARTICLE, documentId));
    await expectRefused(403, () => revisions.state(ARTICLE, documentId));
  });

  it('without updating there is no restoring, not even to try', async () => {
    const { id } = await twice();
    const { revisions } = await clientWith([
      ...contentPermissions(ARTICLE, ['read', 'publish']),
      ...ALL_OWN(),
    ]);
    await expectRefused(403, () => revisions.restore(id));
    await expectRefused(403, () => revisions.restore(id, { dryRun: true }));
    expect((await revisions.annotate(id, { label: 'seen' })).status).toBe(200);
  });

  it('without publishing there is no publishing', async () => {
    const { documentId, id } = await twice();
    const { revisions } = await clientWith([
      ...contentPermissions(ARTICLE, ['read', 'update']),
      ...ALL_OWN(),
    ]);
    await expectRefused(403, () => revisions.restore(id, { publish: true }));
    expect((await revisions.restore(id)).status).toBe(200);
    expect((await contentOf(documentId)).title).toBe('One');
  });

  it('bring back a deleted document or locale only with creating', async () => {
    const { documentId, id } = await twice();
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    const french = await everything.newest(ARTICLE, documentId, { locale: 'fr' });
    await documents(ARTICLE).delete({ documentId, locale: 'fr' });

    const withRights = (actions: string[]) =>
      clientWith([...contentPermissions(ARTICLE, actions), ...ALL_OWN()]);
    const updating = await withRights(['read', 'update']);
    await expectRefused(403, () => updating.revisions.restore(french.id));
    await documents(ARTICLE).delete({ documentId });
    await expectRefused(403, () => updating.revisions.restore(id));
    const creating = await withRights(['read', 'create']);
    await expectRefused(403, () => creating.revisions.restore(id));

    const both = await withRights(['read', 'create', 'update']);
    expect((await both.revisions.restore(id)).status).toBe(200);
    expect(await contentOf(documentId)).toMatchObject(FIRST);
    expect((await both.revisions.restore(french.id)).status).toBe(200);
    expect(await contentOf(documentId, 'fr')).toMatchObject({ title: 'Un' });
  });
});

describe('fields', () => {
  const fieldsOnly = (read: string[], update: string[]) =>
    clientWith([
      ...contentPermissions(ARTICLE, ['read'], { properties: { fields: read, locales: ['en', 'fr'] } }),
      ...contentPermissions(ARTICLE, ['update'], { properties: { fields: update, locales: ['en', 'fr'] } }),
      ...ALL_OWN(),
    ]);

  it('that a role may not write stay, and are named', async () => {
    const { documentId, id } = await twice();
    const all = [
      'title',
      'standfirst',
      'sku',
      'seo.metaTitle',
      'seo.metaDescription',
      'seo.social.text',
      'facts.label',
      'facts.value',
    ];
    const { revisions } = await fieldsOnly(all, ['title', 'facts.label', 'facts.value']);

    const { status, body } = await revisions.restore(id);
    expect(status).toBe(200);
    expect(body.data.warnings).toEqual(
      ['seo', 'sku', 'standfirst'].map((path) => ({ code: 'forbidden', path, locale: 'en' }))
    );
    expect(body.data.revision.changed).toEqual(['facts', 'title']);
    const { title, standfirst, sku, seo, facts } = await contentOf(documentId);
    expect({ title, standfirst, sku, seo, facts }).toMatchObject({
      ...SECOND,
      title: 'One',
      facts: [{ label: 'One', value: 'One' }],
    });
  });

  it('of a component that a role may not write stay, and are named', async () => {
    const { documentId, id } = await twice();
    const all = ['title', 'seo.metaTitle', 'seo.metaDescription', 'seo.social.text'];
    const { revisions } = await fieldsOnly(all, ['seo.metaTitle']);
    const { id: row } = (await contentOf(documentId)).seo;

    const { body } = await revisions.restore(id, { fields: ['seo'] });
    const { seo } = await contentOf(documentId);
    expect(seo).toMatchObject({ id: row, metaTitle: 'One', metaDescription: 'Two', social: { text: 'Two' } });
    expect(body.data.warnings).toEqual([
      { code: 'forbidden', path: 'seo.metaDescription', locale: 'en' },
      { code: 'forbidden', path: 'seo.social', locale: 'en' },
    ]);
  });

  it('that alone would change, and may not be written, are no change: a dry run says so, too', async () => {
    const all = ['title', 'seo.metaTitle', 'seo.metaDescription', 'facts.label', 'facts.value'];
    const { revisions } = await fieldsOnly(all, ['seo.metaTitle', 'facts.label']);
    const content = (text: string) => ({
      title: text,
      seo: { metaTitle: 'Same', metaDescription: text },
      facts: [
        { label: 'a', value: text },
        { label: 'b', value: text },
      ],
    });
    const { documentId } = await documents(ARTICLE).create({ data: content('One') });
    await documents(ARTICLE).update({ documentId, data: content('Two') });
    const [{ id }] = await revisions.all(ARTICLE, documentId);

    const forbidden = ['facts[0].value', 'facts[1].value', 'seo.metaDescription', 'title'];
    for (const dryRun of [true, false]) {
      const { status, body } = await revisions.restore(id, { dryRun });
      expect({ status, meta: body.meta }).toEqual({
        status: 200,
        meta: { changes: [{ locale: 'en', number: 1, changed: [] }] },
      });
      expect(body.data).toMatchObject({ unchanged: true, revision: null, document: { title: 'Two' } });
      expect(body.data.warnings).toEqual(
        forbidden.map((path) => ({ code: 'forbidden', path, locale: 'en' }))
      );
    }
    expect(await revisions.all(ARTICLE, documentId)).toHaveLength(2);
  });

  it('that a role may not read are not shown, in no answer', async () => {
    const { documentId, id } = await twice();
    const { revisions } = await fieldsOnly(['title'], ['title', 'standfirst', 'sku']);
    const answers = [
      await revisions.list(ARTICLE, documentId),
      await revisions.state(ARTICLE, documentId),
      await revisions.get(id),
      await revisions.restore(id, { dryRun: true }),
      await revisions.restore(id),
      await revisions.annotate(id, { label: 'L' }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/standfirst|seo|facts|sku/);
    }
    expect(answers[2]!.body.data).toMatchObject({ title: 'One', _revision: { changed: ['title'] } });
    expect(await contentOf(documentId)).toMatchObject({
      title: 'One',
      standfirst: 'One',
      seo: { metaTitle: 'Two' },
    });
  });
});

describe('conditions', () => {
  it('hold: a role that may update what is its own', async () => {
    const { admin, client, revisions } = await clientWith([
      ...contentPermissions(ARTICLE, ['create', 'read']),
      ...contentPermissions(ARTICLE, ['update'], { conditions: ['admin::is-creator'] }),
      ...ALL_OWN(),
    ]);
    const others = await twice();
    await expectRefused(403, () => revisions.restore(others.id));

    const url = `/content-manager/collection-types/${ARTICLE}`;
    const { documentId } = (await client.post(url, { title: 'Mine' })).body.data;
    expect((await client.put(`${url}/${documentId}`, { title: 'Still mine' })).status).toBe(200);
    const [first] = await revisions.all(ARTICLE, documentId);
    expect(first.creator).toMatchObject({ type: 'admin', id: admin.user.id });
    expect(await revisions.restore(first.id)).toMatchObject({
      status: 200,
      body: { data: { unchanged: false } },
    });
  });

  it('hold for reading, too', async () => {
    const { revisions } = await clientWith([
      ...contentPermissions(ARTICLE, ['read', 'update'], { conditions: ['admin::is-creator'] }),
      ...ALL_OWN(),
    ]);
    const { documentId, id } = await twice();
    await expectRefused(404, () => revisions.get(id));
    await expectRefused(404, () => revisions.restore(id));
    await expectRefused(403, () => revisions.list(ARTICLE, documentId));
  });
});

describe('locales', () => {
  it('of a role are those whose revisions it sees and restores', async () => {
    const { documentId, id } = await twice();
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' } });
    await documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Deux' } });
    const french = (await everything.all(ARTICLE, documentId, { locale: 'fr' }))[0];
    const newest = await everything.newest(ARTICLE, documentId, { locale: 'fr' });

    const english = { properties: { locales: ['en'] } };
    const { revisions } = await clientWith([
      ...contentPermissions(ARTICLE, ['read', 'update'], english),
      ...ALL_OWN(),
    ]);
    const listed = await revisions.all(ARTICLE, documentId);
    expect(new Set(listed.map(({ locale }) => locale))).toEqual(new Set(['en']));
    await expectRefused(403, () => revisions.list(ARTICLE, documentId, { locale: 'fr' }));
    await expectRefused(404, () => revisions.get(french.id));
    await expectRefused(404, () => revisions.restore(french.id));

    // of all locales there is one it may not touch
    const last = await everything.newest(ARTICLE, documentId, { locale: 'en' });
    await documents(ARTICLE).update({ documentId, locale: 'en', data: { title: 'Three' } });
    expect(newest.number).toBeGreaterThan(last.number);
    const later = await everything.newest(ARTICLE, documentId, { locale: 'en' });
    await expectRefused(403, () => revisions.restore(later.id, { locales: 'all' }));
    expect((await revisions.restore(id)).status).toBe(200);
    expect((await contentOf(documentId)).title).toBe('One');
  });
});
