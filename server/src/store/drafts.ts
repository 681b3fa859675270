import type { Knex } from 'knex';
import type { DraftKind } from '../../../contracts/draft';
import type { Actor } from '../../../contracts/revision';
import type { DraftChanges } from '../core/merge';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { insert, upsert } from './insert';
import { rowId } from './row-id';
import { runPrepared } from './run-prepared';

/** Rows of `revisions_drafts` and `revisions_draft_changes`: a draft, and what it changes in each locale. */

export const DRAFTS = 'revisions_drafts';
export const CHANGES = 'revisions_draft_changes';

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
export const collectDrafts = (rows: Record<string, unknown>[]): StoredDraft[] => {
  const drafts = new Map<number, StoredDraft>();
  for (const row of rows) {
    const id = Number(row.id);
    const draft = drafts.get(id) ?? { ...toDraft(row), locales: [] };
    drafts.set(id, draft);
    if (row.changes !== null) draft.locales.push(toChanges(row));
  }
  return [...drafts.values()];
};

export const selectDrafts = (knex: Knex): Knex.QueryBuilder =>
  knex(`${DRAFTS} as d`)
    .leftJoin(`${CHANGES} as c`, 'c.draft', 'd.id')
    .select('d.*', 'c.locale', 'c.changes', 'c.schema_id', 'c.started_from');

export interface Page {
  offset: number;
  limit: number;
}

/** A page of what a query of `revisions_drafts as d` finds, those changed last first: one statement. */
export const pageOfDrafts = async (
  knex: Knex,
  query: Knex.QueryBuilder,
  { offset, limit }: Page
): Promise<StoredDraft[]> => {
  const page = query
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .offset(offset)
    .limit(limit)
    .select('d.id')
    .as('page');
  const found = collectDrafts(await selectDrafts(knex).join(page, 'page.id', 'd.id').orderBy('c.id'));
  return found.sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
};

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
): Promise<number> => (await insert(trx, dialect, DRAFTS, [columnsOf(draft)]))[0]!;

/**
 * Makes an actor's provisional draft of a document where there is none, and locks it either way: one statement, so
 * that of any number of first autosaves one makes it and the others go on with it. Its lock version is one more
 * afterwards; that of a new one is 1.
 *
 * @returns the draft as it is then; null on MySQL, which gives no rows back
 */
export const touchProvisional = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  draft: NewDraft
): Promise<DraftRow | null> => {
  if (dialect === 'mysql') {
    await trx(DRAFTS)
      .insert(columnsOf(draft))
      .onConflict(['content_type', 'document_id', 'provisional_of'])
      .merge({
        lock_version: trx.raw('?? + 1', [`${DRAFTS}.lock_version`]),
        updated_at: draft.at,
        actor_name: draft.actor.name,
      });
    return null;
  }
  const [row] = await upsert(trx, dialect, {
    table: DRAFTS,
    rows: [columnsOf(draft)],
    key: ['content_type', 'document_id', 'provisional_of'],
    set: `lock_version = ${DRAFTS}.lock_version + 1, updated_at = excluded.updated_at, actor_name = excluded.actor_name`,
    returning: '*',
  });
  return toDraft(row!);
};

/**
 * Locks a draft until the transaction ends, and counts its lock version up.
 *
 * @param at ms since 1970; null: it is not changed by this
 * @returns false where there is no such draft
 */
export const touchDraft = async (trx: Knex.Transaction, id: number, at: number | null): Promise<boolean> => {
  const count = await trx(DRAFTS)
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
  if (Object.keys(values).length > 0) await trx(DRAFTS).where({ id }).update(values);
};

/** One statement for however many locales. */
export const writeChanges = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  draft: number,
  rows: ChangesRow[]
): Promise<void> => {
  if (rows.length === 0) return;
  const inserted = rows.map(({ locale, changes, schemaId, startedFrom }) => ({
    draft,
    locale,
    changes: JSON.stringify(changes),
    schema_id: schemaId,
    started_from: startedFrom,
  }));
  const changed = ['changes', 'schema_id', 'started_from'];
  if (dialect === 'mysql') {
    await trx(CHANGES).insert(inserted).onConflict(['draft', 'locale']).merge(changed);
    return;
  }
  await upsert(trx, dialect, {
    table: CHANGES,
    rows: inserted,
    key: ['draft', 'locale'],
    set: changed.map((name) => `${name} = excluded.${name}`).join(', '),
    returning: 'id',
  });
};

export const removeDraft = async (trx: Knex.Transaction, dialect: DialectName, id: number): Promise<void> => {
  if (dialect === 'mysql') {
    await trx(CHANGES).where({ draft: id }).delete();
    await trx(DRAFTS).where({ id }).delete();
    return;
  }
  for (const [table, column] of [
    [CHANGES, 'draft'],
    [DRAFTS, 'id'],
  ]) {
    await runPrepared(trx, {
      sql: `delete from ${table} where ${column} = ? returning id`,
      bindings: [id],
      dialect,
    });
  }
};

/**
 * Locks a draft as it was seen: every change counts its lock version up.
 *
 * @returns false where it is another by now, or gone
 */
export const lockAsSeen = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  { id, lockVersion }: DraftRow
): Promise<boolean> => {
  if (dialect === 'mysql') {
    const count = await trx(DRAFTS)
      .where({ id, lock_version: lockVersion })
      .update({ lock_version: lockVersion + 1 });
    return count > 0;
  }
  const locked = await runPrepared(trx, {
    sql: `update ${DRAFTS} set lock_version = lock_version + 1 where id = ? and lock_version = ? returning id`,
    bindings: [id, lockVersion],
    dialect,
  });
  return locked.length > 0;
};

/** Takes locales out of a draft, and the draft away with the last of them. */
export const removeLocales = async (trx: Knex.Transaction, id: number, locales: string[]): Promise<void> => {
  // locks the draft first, as every other change of it does
  if (!(await touchDraft(trx, id, null))) return;
  await trx(CHANGES).where({ draft: id }).whereIn('locale', locales).delete();
  const left = await trx(CHANGES).where({ draft: id }).first('id');
  if (!left) await trx(DRAFTS).where({ id }).delete();
};

const SELECT =
  `select d.*, c.locale, c.changes, c.schema_id, c.started_from from ${DRAFTS} d ` +
  `left join ${CHANGES} c on c.draft = d.id`;

export const findDraft = async (
  knex: Knex,
  dialect: DialectName,
  id: number
): Promise<StoredDraft | null> => {
  const rows = await runPrepared<Record<string, unknown>>(knex, {
    sql: `${SELECT} where d.id = ? order by c.id`,
    bindings: [rowId(id)],
    dialect,
  });
  return collectDrafts(rows)[0] ?? null;
};

export const findProvisional = async (
  knex: Knex,
  dialect: DialectName,
  { uid, documentId, actor }: { uid: string; documentId: string; actor: Actor }
): Promise<StoredDraft | null> => {
  const rows = await runPrepared<Record<string, unknown>>(knex, {
    sql: `${SELECT} where d.content_type = ? and d.document_id = ? and d.provisional_of = ? order by c.id`,
    bindings: [uid, documentId, ownerKey(actor) ?? ''],
    dialect,
  });
  return collectDrafts(rows)[0] ?? null;
};

/** What a draft changes, by itself. */
export const findChanges = async (knex: Knex, dialect: DialectName, draft: number): Promise<ChangesRow[]> => {
  const rows = await runPrepared<Record<string, unknown>>(knex, {
    sql: `select locale, changes, schema_id, started_from from ${CHANGES} where draft = ? order by id`,
    bindings: [draft],
    dialect,
  });
  return rows.map(toChanges);
};

/** Names that drafts of a document have: to find the next free one. */
export const draftNames = async (
  knex: Knex,
  { uid, documentId }: { uid: string; documentId: string | null }
): Promise<string[]> =>
  knex(DRAFTS)
    .where({ content_type: uid, document_id: documentId ?? '' })
    .whereNotNull('name')
    .pluck('name');

/** Somebody's provisional drafts of some documents. */
export const findProvisionals = async (
  knex: Knex,
  { uid, documentIds, actor }: { uid: string; documentIds: string[]; actor: Actor }
): Promise<StoredDraft[]> =>
  collectDrafts(
    await selectDrafts(knex)
      .where({ 'd.content_type': uid, 'd.provisional_of': ownerKey(actor) ?? '' })
      .whereIn('d.document_id', documentIds)
      .orderBy('c.id')
  );
