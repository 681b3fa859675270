import { createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { asText, readThroughOrm } from '../helpers/orm-reading';
import {
  ARTICLE,
  AUTHOR,
  CATEGORY,
  createWorld,
  HOMEPAGE,
  PAGE,
  randomData,
  seeded,
  SETTINGS,
  TAG,
  TERM,
} from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';
import { addSpecimen, SPECIMEN } from '../helpers/specimen';

const SEED = Number(process.env.SEED ?? 42);

describe('any revision, restored, is what it was', () => {
  let booted: Booted;
  let revisions: RevisionsClient;

  beforeAll(async () => {
    booted = await bootStrapi({
      schemas(schemas) {
        addSpecimen(schemas);
        delete schemas.contentTypes[AUTHOR].pluginOptions;
      },
    });
    revisions = revisionsClient(booted.as(await createAdmin(booted.strapi)));
  });
  afterAll(() => booted.stop());

  it.each([
    [ARTICLE, 'en'],
    [ARTICLE, 'fr'],
    [PAGE, ''],
    [CATEGORY, ''],
    [AUTHOR, ''],
    [TAG, ''],
    [TERM, 'en'],
    [HOMEPAGE, 'fr'],
    [SETTINGS, ''],
    [SPECIMEN, ''],
  ])('of %s %s', async (uid, locale) => {
    const { strapi } = booted;
    const random = seeded(SEED);
    const world = await createWorld(strapi, random);
    const documents = strapi.documents(uid as never);
    const { documentId } = await documents.create({
      data: await randomData(world, uid, { share: 0.9 }),
    } as never);

    const states: { id: number; content: string }[] = [];
    for (let save = 0; save < 5; save += 1) {
      const data = await randomData(world, uid, { share: 0.6, locale: locale || 'en', inverse: true });
      await documents.update({ documentId, ...(locale && { locale }), data } as never);
      const { id } = await revisions.newest(uid, documentId, locale ? { locale } : {});
      states.push({ id, content: asText((await readThroughOrm(strapi, uid, { documentId }))[locale]) });
    }

    for (const { id, content } of [...states, ...states].sort(() => (random.chance(0.5) ? 1 : -1))) {
      const { status, body } = await revisions.restore(id);
      expect({ status, warnings: body.data?.warnings, error: body.error }).toEqual({
        status: 200,
        warnings: expect.anything(),
        error: undefined,
      });
      const now = (await readThroughOrm(strapi, uid, { documentId }))[locale];
      expect(now).toEqual(JSON.parse(content));
      expect(asText(now)).toBe(content);
    }
  });

  it.each([ARTICLE, PAGE, CATEGORY, AUTHOR, HOMEPAGE, SPECIMEN])(
    'and published, as a dry run says beforehand: %s',
    async (uid) => {
      const { strapi } = booted;
      const world = await createWorld(strapi, seeded(SEED));
      const documents = strapi.documents(uid as never);
      const { documentId } = await documents.create({
        data: await randomData(world, uid, { share: 0.9 }),
      } as never);
      for (let save = 0; save < 4; save += 1) {
        await documents.update({ documentId, data: await randomData(world, uid, { share: 0.6 }) } as never);
      }
      for (const { id } of await revisions.all(uid, documentId)) {
        const dry = await revisions.restore(id, { publish: true, dryRun: true });
        const real = await revisions.restore(id, { publish: true });
        expect({ status: dry.status, error: dry.body.error }).toEqual({
          status: real.status,
          error: real.body.error,
        });
      }
    }
  );

  it.each([ARTICLE, HOMEPAGE, TERM])('in all locales of %s', async (uid) => {
    const { strapi } = booted;
    const random = seeded(SEED);
    const world = await createWorld(strapi, random);
    const documents = strapi.documents(uid as never);
    const { documentId } = await documents.create({ data: await randomData(world, uid) } as never);
    const save = async (locale: string) => {
      const data = await randomData(world, uid, { share: 0.5, locale });
      await documents.update({ documentId, locale, data } as never);
    };
    await save('fr');

    const states: { id: number; content: string }[] = [];
    for (let saves = 0; saves < 6; saves += 1) {
      const locale = random.pick(['en', 'fr']);
      await save(locale);
      const { id } = await revisions.newest(uid, documentId, { locale });
      states.push({ id, content: asText(await readThroughOrm(strapi, uid, { documentId })) });
    }
    for (const { id, content } of [...states].reverse()) {
      expect((await revisions.restore(id, { locales: 'all' })).status).toBe(200);
      const now = await readThroughOrm(strapi, uid, { documentId });
      expect(now).toEqual(JSON.parse(content));
    }
  });

  it.each([ARTICLE, PAGE, SPECIMEN])('by chosen fields of %s', async (uid) => {
    const { strapi } = booted;
    const random = seeded(SEED);
    const world = await createWorld(strapi, random);
    const documents = strapi.documents(uid as never);
    const locale = uid === ARTICLE ? 'en' : '';
    const read = async (documentId: string) => (await readThroughOrm(strapi, uid, { documentId }))[locale]!;

    const { documentId } = await documents.create({
      data: await randomData(world, uid, { share: 0.9 }),
    } as never);
    const { id } = await revisions.newest(uid, documentId);
    const then = await read(documentId);
    for (let round = 0; round < 4; round += 1) {
      await documents.update({ documentId, data: await randomData(world, uid, { share: 0.9 }) } as never);
      const before = await read(documentId);
      const fields = random.some(Object.keys(then), 10);
      if (fields.length === 0) continue;
      expect((await revisions.restore(id, { fields })).status).toBe(200);
      const chosen = Object.fromEntries(fields.map((name) => [name, then[name]]));
      expect(asText(await read(documentId))).toBe(asText({ ...before, ...chosen }));
    }
  });
});
