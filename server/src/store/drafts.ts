import type { Knex } from 'knex';
import type { DraftKind } from '../../../contracts/draft';
import type { Actor } from '../../../contracts/revision';
import type { DraftChanges } from '../core/merge';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { insert } from './insert';
import { runBuilt } from './run-prepared';

/** Rows of `revisions_drafts` and `revisions_draft_changes`: a draft, and what it changes in each locale. */

const TABLE = 'revisions_drafts';
const CHANGES = 'revisions_draft_changes';

export interface DraftRow {
  id: number;
  uid: string;
  /** null where there is no document yet */
  documentId: string | null;
  kind: DraftKind;
  name: string | null;
  notes: string | null;
  actor: Actor;
  /** ms since 1970 */
  createdAt: number;
  updatedAt: number;
  lockVersion: number;
}

/** What a draft changes in one locale. */
export interface ChangesRow {
  /** '' where the type is not localized */
  locale: string;
  changes: DraftChanges;
  /** structure that they were written under */
  schemaId: number;
  /** id of the revision that was current when the draft first touched this locale */
  startedFrom: number | null;
}

export interface StoredDraft extends DraftRow {
  locales: ChangesRow[];
}

/** Whose provisional draft a row is; an actor of whom there are many, and nobody knows which one, has none. */
export const ownerKey = ({ type, id }: Actor): string | null => (id === null ? null : `${type}:${id}`);

const toDraft = (row: Record<string, unknown>): DraftRow => ({
  id: Number(row.id),
  uid: String(row.content_type),
  documentId: row.document_id === '' ? null : String(row.document_id),
  kind: row.kind as DraftKind,
  name: row.name as string | null,
  notes: row.notes as string | null,
  actor: actorOf(row),
  createdAt: Number(row.created_at),
  updatedAt: Number(row.updated_at),
  lockVersion: Number(row.lock_version),
});

const toChanges = (row: Record<string, unknown>): ChangesRow => ({
  locale: String(row.locale),
  changes: JSON.parse(String(row.changes)) as DraftChanges,
  schemaId: Number(row.schema_id),
  startedFrom: row.started_from === null ? null : Number(row.started_from),
});

/** Rows of a join of drafts with their changes, put together in the order in which the drafts come. */
const collect = (rows: Record<string, unknown>[]): StoredDraft[] => {
  const drafts = new Map<number, StoredDraft>();
  for (const row of rows) {
    const id = Number(row.id);
    const draft = drafts.get(id) ?? { ...toDraft(row), locales: [] };
    drafts.set(id, draft);
    if (row.changes !== null) draft.locales.push(toChanges(row));
  }
  return [...drafts.values()];
};

const select = (knex: Knex): Knex.QueryBuilder =>
  knex(`${TABLE} as d`)
    .leftJoin(`${CHANGES} as c`, 'c.draft', 'd.id')
    .select('d.*', 'c.locale', 'c.changes', 'c.schema_id', 'c.started_from');

export interface NewDraft {
  uid: string;
  documentId: string | null;
  kind: DraftKind;
  name: string | null;
  notes: string | null;
  actor: Actor;
  /** ms since 1970 */
  at: number;
}

/** A statement whose text is the same each time: MySQL gives no rows back, the others are prepared for such as do. */
const write = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  query: Knex.QueryBuilder
): Promise<void> => {
  if (dialect === 'mysql') await query;
  else await runBuilt(trx, dialect, query.returning('id'));
};

const columnsOf = ({ uid, documentId, kind, name, notes, actor, at }: NewDraft) => ({
  content_type: uid,
  document_id: documentId ?? '',
  kind,
  name,
  notes,
  ...actorColumns(actor),
  created_at: at,
  updated_at: at,
  lock_version: 1,
  provisional_of: kind === 'provisional' ? ownerKey(actor) : null,
});

export const addDraft = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  draft: NewDraft
): Promise<number> => (await insert(trx, dialect, TABLE, [columnsOf(draft)]))[0]!;

/**
 * Makes an actor's provisional draft of a document where there is none, and locks it either way: one statement, so
 * that of any number of first autosaves one makes it and the others go on with it. Its lock version is one more
 * afterwards; that of a new one is 1.
 */
export const touchProvisional = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  draft: NewDraft
): Promise<void> => {
  const query = trx(TABLE)
    .insert(columnsOf(draft))
    .onConflict(['content_type', 'document_id', 'provisional_of'])
    .merge({
      lock_version: trx.raw('?? + 1', [`${TABLE}.lock_version`]),
      updated_at: draft.at,
      actor_name: draft.actor.name,
    });
  await write(trx, dialect, query);
};

/**
 * Locks a draft until the transaction ends, and counts its lock version up.
 *
 * @param at ms since 1970; null: it is not changed by this
 * @returns false where there is no such draft
 */
export const touchDraft = async (trx: Knex.Transaction, id: number, at: number | null): Promise<boolean> => {
  const count = await trx(TABLE)
    .where({ id })
    .update({ lock_version: trx.raw('?? + 1', ['lock_version']), ...(at !== null && { updated_at: at }) });
  return count > 0;
};

export const updateDraft = async (
  trx: Knex.Transaction,
  id: number,
  { name, notes, kind }: { name?: string; notes?: string | null; kind?: 'saved' }
): Promise<void> => {
  const values = {
    ...(name !== undefined && { name }),
    ...(notes !== undefined && { notes }),
    ...(kind !== undefined && { kind, provisional_of: null }),
  };
  if (Object.keys(values).length > 0) await trx(TABLE).where({ id }).update(values);
};

/** One statement for however many locales. */
export const writeChanges = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  draft: number,
  rows: ChangesRow[]
): Promise<void> => {
  if (rows.length === 0) return;
  const query = trx(CHANGES)
    .insert(
      rows.map(({ locale, changes, schemaId, startedFrom }) => ({
        draft,
        locale,
        changes: JSON.stringify(changes),
        schema_id: schemaId,
        started_from: startedFrom,
      }))
    )
    .onConflict(['draft', 'locale'])
    .merge(['changes', 'schema_id', 'started_from']);
  await write(trx, dialect, query);
};

export const removeDraft = async (trx: Knex.Transaction, id: number): Promise<void> => {
  await trx(CHANGES).where({ draft: id }).delete();
  await trx(TABLE).where({ id }).delete();
};

/**
 * Locks a draft as it was seen: every change counts its lock version up.
 *
 * @returns false where it is another by now, or gone
 */
export const lockAsSeen = async (trx: Knex.Transaction, { id, lockVersion }: DraftRow): Promise<boolean> => {
  const count = await trx(TABLE)
    .where({ id, lock_version: lockVersion })
    .update({ lock_version: lockVersion + 1 });
  return count > 0;
};

/** Takes locales out of a draft, and the draft away with the last of them. */
export const removeLocales = async (trx: Knex.Transaction, id: number, locales: string[]): Promise<void> => {
  // locks the draft first, as every other change of it does
  if (!(await touchDraft(trx, id, null))) return;
  await trx(CHANGES).where({ draft: id }).whereIn('locale', locales).delete();
  const left = await trx(CHANGES).where({ draft: id }).first('id');
  if (!left) await trx(TABLE).where({ id }).delete();
};

export const findDraft = async (knex: Knex, id: number): Promise<StoredDraft | null> =>
  collect(await select(knex).where('d.id', id).orderBy('c.id'))[0] ?? null;

export const findProvisional = async (
  knex: Knex,
  dialect: DialectName,
  { uid, documentId, actor }: { uid: string; documentId: string; actor: Actor }
): Promise<StoredDraft | null> => {
  const query = select(knex)
    .where({
      'd.content_type': uid,
      'd.document_id': documentId,
      'd.provisional_of': ownerKey(actor) ?? '',
    })
    .orderBy('c.id');
  return collect(await runBuilt<Record<string, unknown>>(knex, dialect, query))[0] ?? null;
};

/** Which drafts somebody sees: their own, and those of others that have a name, where that is granted. */
export interface Viewer {
  actor: Actor;
  own: boolean;
  peers: boolean;
}

const isOwn = (query: Knex.QueryBuilder, { type, id }: Actor): Knex.QueryBuilder =>
  query.where('d.actor_type', type).where('d.actor_id', id ?? -1);

const seenBy = (query: Knex.QueryBuilder, { actor, own, peers }: Viewer): Knex.QueryBuilder =>
  query.where((any) => {
    // somebody who may see nothing at all
    any.whereRaw('1 = 0');
    if (own) any.orWhere((mine) => void isOwn(mine, actor));
    if (peers) any.orWhere((named) => void named.whereNull('d.provisional_of'));
  });

/** Drafts of a document that somebody sees, those changed last first. */
export const listDraftsOf = async (
  knex: Knex,
  { uid, documentId }: { uid: string; documentId: string },
  viewer: Viewer
): Promise<StoredDraft[]> => {
  const query = select(knex).where({ 'd.content_type': uid, 'd.document_id': documentId });
  return collect(
    await seenBy(query, viewer).orderBy('d.updated_at', 'desc').orderBy('d.id', 'desc').orderBy('c.id')
  );
};

export const countDraftsOf = async (
  knex: Knex,
  { uid, documentId }: { uid: string; documentId: string },
  viewer: Viewer
): Promise<number> => {
  const query = knex(`${TABLE} as d`).where({ 'd.content_type': uid, 'd.document_id': documentId });
  const [row] = await seenBy(query, viewer).count({ count: '*' });
  return Number(row.count);
};

/** Names that drafts of a document have: to find the next free one. */
export const draftNames = async (
  knex: Knex,
  { uid, documentId }: { uid: string; documentId: string | null }
): Promise<string[]> =>
  knex(TABLE)
    .where({ content_type: uid, document_id: documentId ?? '' })
    .whereNotNull('name')
    .pluck('name');

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
  const query = knex(`${TABLE} as d`)
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
  search?: string;
  actor?: { type: string; id: number | null };
  /** ms since 1970 */
  before?: number;
  after?: number;
}

const filtered = (knex: Knex, filter: DraftFilter, viewer: Viewer): Knex.QueryBuilder => {
  const query: Knex.QueryBuilder = knex(`${TABLE} as d`);
  const { show, uids, documents, search, actor, before, after } = filter;
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
  if (show === 'mine') isOwn(query, viewer.actor);
  if (show === 'saved') query.whereNull('d.provisional_of').whereNot('d.document_id', '');
  if (show === 'unsaved') query.where('d.document_id', '');
  // a provisional draft that changes nothing (any more) is none to its owner
  query.where(
    (any) =>
      void any
        .whereNull('d.provisional_of')
        .orWhereExists((changes) =>
          changes
            .from(`${CHANGES} as c`)
            .where('c.draft', knex.ref('d.id'))
            .whereNot('c.changes', '{}')
            .select('c.id')
        )
  );
  if (search !== undefined) {
    const like = `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query.whereRaw(
      "(lower(coalesce(d.name, '')) like ? escape ? or lower(coalesce(d.notes, '')) like ? escape ?)",
      [like, '\\', like, '\\']
    );
  }
  if (actor) query.where('d.actor_type', actor.type).where('d.actor_id', actor.id ?? -1);
  if (before !== undefined) query.where('d.updated_at', '<', before);
  if (after !== undefined) query.where('d.updated_at', '>', after);
  return query;
};

/** A page of drafts of all documents, those changed last first. */
export const listDrafts = async (
  knex: Knex,
  filter: DraftFilter,
  viewer: Viewer,
  { offset, limit }: { offset: number; limit: number }
): Promise<StoredDraft[]> => {
  const ids: number[] = await filtered(knex, filter, viewer)
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .offset(offset)
    .limit(limit)
    .pluck('d.id');
  const found = collect(await select(knex).whereIn('d.id', ids).orderBy('c.id'));
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
};

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
  knex(TABLE).distinct('content_type').pluck('content_type');

/** Documents of a type that others' drafts with a name are of. */
export const documentsWithDrafts = (knex: Knex, uid: string): Promise<string[]> =>
  knex(TABLE)
    .where({ content_type: uid })
    .whereNull('provisional_of')
    .distinct('document_id')
    .pluck('document_id');

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
  const query: Knex.QueryBuilder = knex(`${TABLE} as d`).where('d.content_type', uid);
  seenBy(query, viewer);
  if (documentIds) query.whereIn('d.document_id', documentIds);
  if (document === 'of') query.whereNot('d.document_id', '');
  if (document === 'without') query.where('d.document_id', '');
  if (id !== undefined) query.where('d.id', id);
  if (actor) query.where({ 'd.actor_type': actor.type, 'd.actor_id': actor.id });
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
export const searchDrafts = async (
  knex: Knex,
  search: DraftSearch,
  viewer: Viewer,
  { offset, limit }: { offset: number; limit: number }
): Promise<StoredDraft[]> => {
  const ids: number[] = await searched(knex, search, viewer)
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .offset(offset)
    .limit(limit)
    .pluck('d.id');
  const found = collect(await select(knex).whereIn('d.id', ids).orderBy('c.id'));
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
};

export const countSearched = async (knex: Knex, search: DraftSearch, viewer: Viewer): Promise<number> => {
  const [row] = await searched(knex, search, viewer).count({ count: '*' });
  return Number(row.count);
};

/** Somebody's provisional drafts of some documents. */
export const findProvisionals = async (
  knex: Knex,
  { uid, documentIds, actor }: { uid: string; documentIds: string[]; actor: Actor }
): Promise<StoredDraft[]> =>
  collect(
    await select(knex)
      .where({ 'd.content_type': uid, 'd.provisional_of': ownerKey(actor) ?? '' })
      .whereIn('d.document_id', documentIds)
      .orderBy('c.id')
  );
