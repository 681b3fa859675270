import type { Knex } from 'knex';
import { findWholeRevisions, REVISIONS, type WholeRevision } from './revisions';
import { rowId } from './row-id';

const DOCUMENTS = 'revisions_documents';
const PUBLICATIONS = 'revisions_publications';

/** Revisions as entries: by what a query asks for, or as documents were at a time. */

interface Page {
  offset: number;
  limit: number;
}

/** What a query for revisions as entries asks for; what is absent does not matter. */
export interface RevisionSearch {
  uid: string;
  documentId?: string;
  id?: number;
  actor?: { type: string; id: number };
  locale?: string;
}

const searched = (
  query: Knex.QueryBuilder,
  { uid, documentId, id, actor, locale }: RevisionSearch
): Knex.QueryBuilder => {
  if (documentId === undefined) {
    query.join(`${DOCUMENTS} as d`, 'd.id', 'r.document').where('d.content_type', uid);
  } else {
    // not a join: PostgreSQL would read all revisions of the document to sort them
    query.where('r.document', (document: Knex.QueryBuilder) =>
      document.select('id').from(DOCUMENTS).where({ content_type: uid, document_id: documentId })
    );
  }
  if (id !== undefined) query.where('r.id', rowId(id));
  if (actor) query.where({ 'r.actor_type': actor.type, 'r.actor_id': rowId(actor.id) });
  if (locale !== undefined) query.where('r.locale', locale);
  return query;
};

/**
 * A page of revisions with their content, by number, the newest first; of several documents those made last. The page
 * is found without the payloads: MySQL sorts out of memory on wide rows.
 */
export const searchRevisions = async (
  knex: Knex,
  search: RevisionSearch,
  { offset, limit }: Page
): Promise<WholeRevision[]> => {
  const order = search.documentId === undefined ? 'id' : 'number';
  const page = searched(knex(`${REVISIONS} as r`), search)
    .orderBy(`r.${order}`, 'desc')
    .offset(offset)
    .limit(limit)
    .select('r.id');
  const found = await findWholeRevisions(knex, page);
  return found.sort((a, b) => b.row[order] - a.row[order]);
};

export const countSearchedRevisions = async (knex: Knex, search: RevisionSearch): Promise<number> => {
  const [row] = await searched(knex(`${REVISIONS} as r`), search).count({ count: '*' });
  return Number(row.count);
};

/** Which documents of a type are looked at as they were at a time. */
export interface MomentSearch {
  uid: string;
  documentIds?: string[];
  /** null: in each that it had */
  locale: string | null;
  /** ms since 1970 */
  at: number;
  /** whether what was published then is meant; else what was current */
  published: boolean;
}

/**
 * The revision that each document was at a time. The last that was saved by then is told by its number and the last
 * publication by its id: clocks only say which of them had been.
 */
const atMoment = (knex: Knex, search: MomentSearch): Knex.QueryBuilder => {
  const { uid, documentIds, locale } = search;
  const query: Knex.QueryBuilder = knex(`${DOCUMENTS} as d`).where('d.content_type', uid);
  if (documentIds) query.whereIn('d.document_id', documentIds);
  return locale === null ? inEachLocale(knex, query, search) : inLocale(knex, query, { ...search, locale });
};

/** A look-up for each document: a page ends with the last one that it shows, however many there are after it. */
const inLocale = (
  knex: Knex,
  query: Knex.QueryBuilder,
  { locale, at, published }: MomentSearch & { locale: string }
): Knex.QueryBuilder => {
  const last = published
    ? knex(`${PUBLICATIONS} as x`).select('x.revision').where('x.at', '<=', at).orderBy('x.id', 'desc')
    : knex(`${REVISIONS} as x`).select('x.id').where('x.created_at', '<=', at).orderBy('x.number', 'desc');
  last.where('x.document', knex.ref('d.id')).where('x.locale', locale).limit(1);
  query.join(`${REVISIONS} as r`, 'r.id', '=', knex.raw('(?)', [last]) as never);
  return published ? query : query.whereNot('r.action', 'delete');
};

const inEachLocale = (
  knex: Knex,
  query: Knex.QueryBuilder,
  { at, published }: MomentSearch
): Knex.QueryBuilder => {
  if (published) {
    const last = knex(`${PUBLICATIONS} as x`)
      .max('x.id')
      .where('x.document', knex.ref('d.id'))
      .where('x.locale', knex.ref('p.locale'))
      .where('x.at', '<=', at);
    return query
      .join(`${PUBLICATIONS} as p`, (join) =>
        join.on('p.document', '=', 'd.id').andOn('p.id', '=', knex.raw('(?)', [last]) as never)
      )
      .join(`${REVISIONS} as r`, 'r.id', 'p.revision');
  }
  const last = knex(`${REVISIONS} as x`)
    .max('x.number')
    .where('x.document', knex.ref('d.id'))
    .where('x.locale', knex.ref('r.locale'))
    .where('x.created_at', '<=', at);
  return query
    .join(`${REVISIONS} as r`, (join) =>
      join.on('r.document', '=', 'd.id').andOn('r.number', '=', knex.raw('(?)', [last]) as never)
    )
    .whereNot('r.action', 'delete');
};

/** A page of them, the oldest document first, as Strapi lists by itself. */
export const searchAtMoment = async (
  knex: Knex,
  search: MomentSearch,
  { offset, limit }: Page
): Promise<WholeRevision[]> => {
  const page = atMoment(knex, search).select('r.id');
  const { documentIds, locale } = search;
  // asked for by their ids they are all on the page, and an index of the order is not what finds them
  const isAll = offset === 0 && locale !== null && documentIds !== undefined && documentIds.length <= limit;
  if (!isAll)
    page
      .orderBy(locale === null ? ['d.id', 'r.locale'] : ['d.id'])
      .offset(offset)
      .limit(limit);
  const found = await findWholeRevisions(knex, page);
  return found.sort((a, b) => a.document.id - b.document.id || (a.row.locale < b.row.locale ? -1 : 1));
};

export const countAtMoment = async (knex: Knex, search: MomentSearch): Promise<number> => {
  const [row] = await atMoment(knex, search).count({ count: '*' });
  return Number(row.count);
};
