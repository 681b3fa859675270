import { adminToken, createAdmin, createApiToken, grantPublic, runAsAdmin } from '../../../helpers/actors';
import { bootStrapi } from '../../../helpers/boot';
import { ARTICLE, AUTHOR, CATEGORY, HOMEPAGE } from '../../../helpers/random-edits';
import { stopClockAt } from './clock';
import { createNames } from './names';
import type { Site } from './run-example';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

const SALT = 'saltroadsk2xw8z0m1v7hcbq';
const RYE = 'ryenotes4t6yb3p9d0fjm5us';
const IDA = 'idabergn7c1qg8w2x5rkz4eh';
const FOOD = 'foodcatz5n8r2b7xk1wq3yjv';
const HOME = 'homepagem9u3ve6a0tyd1jks';

/** The documents, revisions and drafts that the pages speak of: the same in every run. */
export const openMagazine = async (): Promise<Site> => {
  const booted = await bootStrapi();
  const { strapi } = booted;
  const names = createNames();
  const documents = (uid: string): Any => strapi.documents(uid as never);
  const create = async (page: string, uid: string, params: object): Promise<string> => {
    const { documentId } = await documents(uid).create(params);
    names.call(documentId, page);
    return documentId;
  };

  stopClockAt('2026-05-04T09:00:00Z');
  const amina = await createAdmin(strapi, { firstname: 'Amina', lastname: 'Okafor' });
  const token = booted.as(await createApiToken(strapi, { name: 'Website' }));
  await grantPublic(
    strapi,
    [ARTICLE, AUTHOR].flatMap((uid) => [`${uid}.find`, `${uid}.findOne`])
  );
  const asAmina = <T>(task: () => Promise<T>): Promise<T> => runAsAdmin(strapi, amina.user, task);
  const author = await create(IDA, AUTHOR, { data: { name: 'Ida Berg' } });
  await create(FOOD, CATEGORY, { data: { name: 'Food' }, status: 'published' });
  const salt = await asAmina(() =>
    create(SALT, ARTICLE, {
      data: { title: 'The salt roads', standfirst: 'How salt went inland.', author },
      status: 'published',
    })
  );
  const home = await create(HOME, HOMEPAGE, { data: { headline: 'Out of the sea' } });

  stopClockAt('2026-05-11T10:00:00Z');
  await asAmina(async () => {
    await documents(ARTICLE).update({
      documentId: salt,
      data: { title: 'The salt roads of the north' },
      revisionNotes: 'Title as agreed with Ida',
      status: 'published',
    });
    await documents(ARTICLE).update({ documentId: salt, locale: 'fr', data: { title: 'Les routes du sel' } });
  });

  stopClockAt('2026-05-20T08:30:00Z');
  const rye = await create(RYE, ARTICLE, { data: { title: 'Notes on rye' }, status: 'published' });

  stopClockAt('2026-06-01T15:00:00Z');
  await token.put(`/api/articles/${salt}?status=draft`, { data: { title: 'The salt roads, revisited' } });
  await documents(HOMEPAGE).update({ documentId: home, data: { headline: 'Out of the salt' } });

  stopClockAt('2026-06-02T11:00:00Z');
  const editor = booted.as({ token: await adminToken(strapi, amina.user) });
  const drafts = (documentId = '') =>
    `/revisions/documents/${ARTICLE}${documentId && `/${documentId}`}/drafts`;
  await editor.post(drafts(salt), { name: 'Summer issue', data: { title: 'The salt roads in summer' } });
  const { body } = await editor.post(drafts(), { name: 'Harbours', data: { title: 'A harbour' } });
  stopClockAt('2026-06-02T11:05:00Z');
  await editor.put(`/revisions/drafts/${body.data.id}`, { data: { title: 'A harbour in winter' } });
  stopClockAt('2026-06-02T11:10:00Z');
  await editor.post(drafts(), { name: 'Letters', data: { title: 'Letters to the editor' } });
  await token.put(`/api/revisions/documents/${ARTICLE}/${rye}/provisional`, {
    data: { title: 'Notes on rye and barley' },
  });

  stopClockAt('2026-06-15T12:00:00Z');
  for (const kind of ['revision', 'draft'] as const) {
    const rows = await strapi.db.connection(`revisions_${kind}s`).orderBy('id').select('id');
    names.number(
      kind,
      rows.map(({ id }: { id: unknown }) => Number(id))
    );
  }
  return { booted, token, visitor: booted.as(), names };
};
