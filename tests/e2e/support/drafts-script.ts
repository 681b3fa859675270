import type { ChildTask } from '../../helpers/child/serve';

export { superAdmin } from './staff';

/** Runs in the app's process (`startApp({ script })`): what there is, past the page; and what others do meanwhile. */

const ARTICLE = 'api::article.article';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Address {
  /** an article by default */
  uid?: string;
  /** of a single type there is only one */
  documentId?: string;
}

type Data = Record<string, unknown>;

const english = (documentId: string) => ({ documentId, locale: 'en' });

/** Strapi ignores the locale of a type that has none. */
const serviceFor = (strapi: Parameters<ChildTask>[0]['strapi'], uid = ARTICLE) =>
  strapi.documents(uid as typeof ARTICLE);

const asAddress = (address: Address | string): Address =>
  typeof address === 'string' ? { documentId: address } : address;

export const titleOf: ChildTask = async ({ strapi }, documentId: string) =>
  (await strapi.documents(ARTICLE).findOne(english(documentId)))?.title;

export const publishedTitleOf: ChildTask = async ({ strapi }, documentId: string) =>
  (await strapi.documents(ARTICLE).findOne({ ...english(documentId), status: 'published' }))?.title;

/** Current, with its components; null where there is none. */
export const contentOf: ChildTask = async ({ strapi }, address: Address | string) => {
  const { uid, documentId } = asAddress(address);
  const filters = documentId ? { documentId } : {};
  return serviceFor(strapi, uid).findFirst({ filters, locale: 'en', populate: '*' });
};

export const make: ChildTask = async ({ strapi }, { uid, data }: { uid?: string; data: Data }) => {
  const { documentId } = await serviceFor(strapi, uid).create({ data: data as never, locale: 'en' });
  return documentId;
};

export const save: ChildTask = (
  { strapi },
  { uid, documentId, data }: { uid?: string; documentId: string; data: Data }
) => serviceFor(strapi, uid).update({ ...english(documentId), data });

export const remove: ChildTask = ({ strapi }, documentId: string) =>
  strapi.documents(ARTICLE).delete({ documentId, locale: '*' });

/** Rows of our own table. */
export const draftsOf: ChildTask = ({ strapi }, documentId: string) =>
  strapi.db
    .connection('revisions_drafts')
    .where({ document_id: documentId })
    .select('id', 'kind', 'name', 'updated_at')
    .orderBy('id');

/** What the drafts of a document change, whatever they look like: by attribute, what they have there. */
export const changesOf: ChildTask = async ({ strapi }, documentId: string) => {
  const rows: { id: number; kind: string; name: string | null; changes: string }[] = await strapi.db
    .connection('revisions_drafts as d')
    .join('revisions_draft_changes as c', 'c.draft', 'd.id')
    .where('d.document_id', documentId)
    .select('d.id', 'd.kind', 'd.name', 'c.changes')
    .orderBy(['d.id', 'c.id']);

  const drafts = new Map<number, { kind: string; name: string | null; values: Data }>();
  for (const { id, kind, name, changes } of rows) {
    const draft = drafts.get(id) ?? { kind, name, values: {} };
    const attributes = Object.entries(JSON.parse(changes) as Record<string, { value: unknown }>);
    for (const [attribute, { value }] of attributes) draft.values[attribute] = value;
    drafts.set(id, draft);
  }
  return [...drafts.values()];
};

/** The drafts of a document are as old as if they had been made and changed that much earlier. */
export const age: ChildTask = async (
  { strapi },
  { documentId, days }: { documentId: string; days: number }
) => {
  const { connection } = strapi.db;
  await connection('revisions_drafts')
    .where({ document_id: documentId })
    .update({
      created_at: connection.raw('created_at - ?', [days * DAY_MS]),
      updated_at: connection.raw('updated_at - ?', [days * DAY_MS]),
    });
};

export const unsavedDrafts: ChildTask = async ({ strapi }) => {
  const [row] = await strapi.db
    .connection('revisions_drafts')
    .where({ document_id: '' })
    .count({ count: '*' });
  return Number(row?.count ?? 0);
};
