import type { Knex } from 'knex';
import type { DraftKind } from '../../../contracts/draft';
import type { Actor } from '../../../contracts/revision';
import { actorOf } from './actor-columns';
import { isOwn, seenBy, type Viewer } from './draft-viewer';
import {
  CHANGES,
  DRAFTS,
  collectDrafts,
  pageOfDrafts,
  selectDrafts,
  type Page,
  type StoredDraft,
} from './drafts';
import { rowId } from './row-id';

/** Drafts of one document, of several, of all: as somebody sees them. */

/** Drafts of a document that somebody sees, those changed last first. */
export const listDraftsOf = async (
  knex: Knex,
  { uid, documentId }: { uid: string; documentId: string },
  viewer: Viewer
): Promise<StoredDraft[]> => {
  const query = selectDrafts(knex).where({ 'd.content_type': uid, 'd.document_id': documentId });
  return collectDrafts(
    await seenBy(query, viewer).orderBy('d.updated_at', 'desc').orderBy('d.id', 'desc').orderBy('c.id')
  );
};

/** A draft among those of several documents, in one of its locales. */
export interface DraftMark {
  documentId: string;
  draft: number;
  kind: DraftKind;
  locale: string;
  /** whether it changes anything there */
  changes: boolean;
}

/** The drafts of some documents that somebody sees, a row for each locale. */
export const marksOf = async (
  knex: Knex,
  { uid, documentIds }: { uid: string; documentIds: string[] },
  viewer: Viewer
): Promise<DraftMark[]> => {
  const query = knex(`${DRAFTS} as d`)
    .join(`${CHANGES} as c`, 'c.draft', 'd.id')
    .where('d.content_type', uid)
    .whereIn('d.document_id', documentIds)
    .select(
      'd.id',
      'd.document_id',
      'd.kind',
      'c.locale',
      knex.raw("case when c.changes = '{}' then 0 else 1 end as changed")
    );
  const rows: Record<string, unknown>[] = await seenBy(query, viewer);
  return rows.map((row) => ({
    documentId: String(row.document_id),
    draft: Number(row.id),
    kind: row.kind as DraftKind,
    locale: String(row.locale),
    changes: Number(row.changed) === 1,
  }));
};

export interface DraftFilter {
  show: 'mine' | 'saved' | 'unsaved';
  /** content types whose documents the viewer may read */
  uids: string[];
  /** of these types only these documents */
  documents: Map<string, string[]>;
  /** of these types not what is in these locales alone */
  hiddenLocales: Map<string, string[]>;
  search?: string;
  actor?: { type: string; id: number | null };
  /** ms since 1970 */
  before?: number;
  after?: number;
}

/** What a draft of the query around it changes, by locale. */
const withChanges = (query: Knex.QueryBuilder, knex: Knex): Knex.QueryBuilder =>
  query.from(`${CHANGES} as c`).where('c.draft', knex.ref('d.id')).select('c.id');

const filtered = (knex: Knex, filter: DraftFilter, viewer: Viewer): Knex.QueryBuilder => {
  const query: Knex.QueryBuilder = knex(`${DRAFTS} as d`);
  const { show, uids, documents, hiddenLocales, search, actor, before, after } = filter;
  seenBy(query, viewer).whereIn('d.content_type', uids);
  for (const [uid, ids] of documents) {
    query.where(
      (any) =>
        void any
          .whereNot('d.content_type', uid)
          .orWhereIn('d.document_id', ids)
          .orWhere((mine) => void isOwn(mine, viewer.actor))
    );
  }
  for (const [uid, locales] of hiddenLocales) {
    query.where(
      (any) =>
        void any
          .whereNot('d.content_type', uid)
          .orWhereExists((changes) => withChanges(changes, knex).whereNotIn('c.locale', locales))
          // what somebody typed before there is a document is theirs to see
          .orWhere((mine) => void isOwn(mine, viewer.actor).where('d.document_id', ''))
    );
  }
  if (show === 'mine') isOwn(query, viewer.actor);
  if (show === 'saved') query.whereNull('d.provisional_of').whereNot('d.document_id', '');
  if (show === 'unsaved') query.where('d.document_id', '');
  // a provisional draft that changes nothing (any more) is none to its owner
  query.where(
    (any) =>
      void any
        .whereNull('d.provisional_of')
        .orWhereExists((changes) => withChanges(changes, knex).whereNot('c.changes', '{}'))
  );
  if (search !== undefined) {
    const like = `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query.whereRaw(
      "(lower(coalesce(d.name, '')) like ? escape ? or lower(coalesce(d.notes, '')) like ? escape ?)",
      [like, '\\', like, '\\']
    );
  }
  if (actor) query.where('d.actor_type', actor.type).where('d.actor_id', rowId(actor.id));
  if (before !== undefined) query.where('d.updated_at', '<', before);
  if (after !== undefined) query.where('d.updated_at', '>', after);
  return query;
};

/** A page of drafts of all documents, those changed last first. */
export const listDrafts = (
  knex: Knex,
  filter: DraftFilter,
  viewer: Viewer,
  page: Page
): Promise<StoredDraft[]> => pageOfDrafts(knex, filtered(knex, filter, viewer), page);

export const countDrafts = async (knex: Knex, filter: DraftFilter, viewer: Viewer): Promise<number> => {
  const [row] = await filtered(knex, filter, viewer).count({ count: '*' });
  return Number(row.count);
};

/** Who made drafts. */
export const listDraftActors = async (knex: Knex, filter: DraftFilter, viewer: Viewer): Promise<Actor[]> => {
  const rows = await filtered(knex, filter, viewer)
    .groupBy('d.actor_type', 'd.actor_id')
    .select('d.actor_type', 'd.actor_id')
    .max({ actor_name: 'd.actor_name' });
  return rows.map(actorOf);
};

/** Content types that there are drafts of. */
export const draftTypes = (knex: Knex): Promise<string[]> =>
  knex(DRAFTS).distinct('content_type').pluck('content_type');

/** Documents of a type that others' drafts with a name are of. */
export const documentsWithDrafts = (knex: Knex, uid: string): Promise<string[]> =>
  knex(DRAFTS)
    .where({ content_type: uid })
    .whereNull('provisional_of')
    .distinct('document_id')
    .pluck('document_id');
