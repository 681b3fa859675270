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

/**
 * The drafts of a document were made when its type had one more field, and its sections one more kind. What autosaving
 * remembers of them is told by their versions.
 */
export const outdate: ChildTask = async ({ strapi }, documentId: string) => {
  const { connection } = strapi.db;
  const rows = await connection('revisions_draft_changes as c')
    .join('revisions_drafts as d', 'd.id', 'c.draft')
    .where('d.document_id', documentId)
    .select('c.id', 'c.draft', 'c.changes', 'c.schema_id');
  for (const { id, draft, changes, schema_id: schema } of rows) {
    const row = await connection('revisions_schemas').where({ id: schema }).first();
    const structure = JSON.parse(row.structure);
    structure.attributes.byline = { type: 'string' };
    structure.attributes.sections.components.push('sections.gone');
    structure.components['sections.gone'] = { text: { type: 'string' } };
    await connection('revisions_schemas').insert({
      content_type: row.content_type,
      hash: `${row.hash.slice(0, -2)}zz`,
      structure: JSON.stringify(structure),
    });
    const old = await connection('revisions_schemas').max({ id: 'id' }).first();
    const sections = [{ __component: 'sections.gone', text: 'Nowhere to put this' }];
    const more = { byline: { base: null, value: 'By nobody' }, sections: { base: [], value: sections } };
    await connection('revisions_draft_changes')
      .where({ id })
      .update({ schema_id: old?.id, changes: JSON.stringify({ ...JSON.parse(changes), ...more }) });
    await connection('revisions_drafts').where({ id: draft }).increment('lock_version', 1);
  }
};

/** The drafts of a document change a locale, too, that there is no more. */
export const addLostLocale: ChildTask = async ({ strapi }, documentId: string) => {
  const { connection } = strapi.db;
  const rows = await connection('revisions_draft_changes as c')
    .join('revisions_drafts as d', 'd.id', 'c.draft')
    .where('d.document_id', documentId)
    .select('c.draft', 'c.changes', 'c.schema_id');
  await connection('revisions_draft_changes').insert(rows.map((row) => ({ ...row, locale: 'xx' })));
};

export const unsavedDrafts: ChildTask = async ({ strapi }) => {
  const [row] = await strapi.db
    .connection('revisions_drafts')
    .where({ document_id: '' })
    .count({ count: '*' });
  return Number(row?.count ?? 0);
};
