import type { ChildTask } from '../../helpers/child/serve';

/** Runs in the app's process (`startApp({ script })`): what there is, past the page; and what others do meanwhile. */

const ARTICLE = 'api::article.article';

const english = (documentId: string) => ({ documentId, locale: 'en' });

export const titleOf: ChildTask = async ({ strapi }, documentId: string) =>
  (await strapi.documents(ARTICLE).findOne(english(documentId)))?.title;

export const publishedTitleOf: ChildTask = async ({ strapi }, documentId: string) =>
  (await strapi.documents(ARTICLE).findOne({ ...english(documentId), status: 'published' }))?.title;

export const save: ChildTask = (
  { strapi },
  { documentId, data }: { documentId: string; data: Record<string, unknown> }
) => strapi.documents(ARTICLE).update({ ...english(documentId), data });

/** Rows of our own table. */
export const draftsOf: ChildTask = ({ strapi }, documentId: string) =>
  strapi.db
    .connection('revisions_drafts')
    .where({ document_id: documentId })
    .select('kind', 'name')
    .orderBy('id');

export const unsavedDrafts: ChildTask = async ({ strapi }) => {
  const [row] = await strapi.db
    .connection('revisions_drafts')
    .where({ document_id: '' })
    .count({ count: '*' });
  return Number(row?.count ?? 0);
};
