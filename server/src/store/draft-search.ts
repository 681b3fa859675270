import type { Knex } from 'knex';
import { seenBy, type Viewer } from './draft-viewer';
import { CHANGES, DRAFTS, pageOfDrafts, type Page, type StoredDraft } from './drafts';
import { rowId } from './row-id';

/** What a query for drafts as entries asks for; what is absent does not matter. */
export interface DraftSearch {
  uid: string;
  documentIds?: string[];
  document?: 'of' | 'without';
  id?: number;
  actor?: { type: string; id: number };
  /** whether provisional drafts are left out, the only ones, or among the others */
  provisional: 'none' | 'only' | 'any';
  /** leaves out those of kind `unsaved` */
  savedOnly: boolean;
  /** that change this locale */
  locale?: string;
}

/** Provisional drafts are their creator's alone, whoever asks (rule 8). */
const searched = (knex: Knex, search: DraftSearch, viewer: Viewer): Knex.QueryBuilder => {
  const { uid, documentIds, document, id, actor, provisional, savedOnly, locale } = search;
  const query: Knex.QueryBuilder = knex(`${DRAFTS} as d`).where('d.content_type', uid);
  seenBy(query, viewer);
  if (documentIds) query.whereIn('d.document_id', documentIds);
  if (document === 'of') query.whereNot('d.document_id', '');
  if (document === 'without') query.where('d.document_id', '');
  if (id !== undefined) query.where('d.id', rowId(id));
  if (actor) query.where({ 'd.actor_type': actor.type, 'd.actor_id': rowId(actor.id) });
  if (provisional === 'none') query.whereNot('d.kind', 'provisional');
  if (provisional === 'only') query.where('d.kind', 'provisional');
  if (savedOnly) query.whereNot('d.kind', 'unsaved');
  if (locale !== undefined) {
    query.whereExists((changes) =>
      changes
        .from(`${CHANGES} as l`)
        .where('l.draft', knex.ref('d.id'))
        .where('l.locale', locale)
        .select('l.id')
    );
  }
  return query;
};

/** A page of drafts, those changed last first. */
export const searchDrafts = (
  knex: Knex,
  search: DraftSearch,
  viewer: Viewer,
  page: Page
): Promise<StoredDraft[]> => pageOfDrafts(knex, searched(knex, search, viewer), page);

export const countSearched = async (knex: Knex, search: DraftSearch, viewer: Viewer): Promise<number> => {
  const [row] = await searched(knex, search, viewer).count({ count: '*' });
  return Number(row.count);
};
