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
});
