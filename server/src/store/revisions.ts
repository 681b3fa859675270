import type { Knex } from 'knex';
import type { Actor, Origin, RevisionAction } from '../../../contracts/revision';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { countRemoved, toDocument, type DocumentRow } from './documents';
import { insert } from './insert';
import { rowId } from './row-id';
import { runPrepared, type Binding } from './run-prepared';

/** Rows of `revisions_revisions`. Lists never select or sort the payload: MySQL would run out of sort memory. */

export const REVISIONS = 'revisions_revisions';

export interface RevisionRow {
  id: number;
  document: number;
  number: number;
  /** '' where the type is not localized */
  locale: string;
  action: RevisionAction;
  origin: Origin;
  actor: Actor;
  /** ms since 1970 */
  createdAt: number;
  changed: string[];
  label: string | null;
  notes: string | null;
  pinned: boolean;
  draftName: string | null;
  restoredFrom: number | null;
  restoredFromNumber: number | null;
  hash: string;
  schemaId: number;
  /** number of the newest revision of the same document and locale, and what it was made by */
  newest: number;
}

export interface StoredContent {
  keyframeId: number | null;
  payload: Buffer;
}

const COLUMNS = [
  'id',
  'document',
  'number',
  'locale',
  'action',
  'origin',
  'actor_type',
  'actor_id',
  'actor_name',
  'created_at',
  'changed',
  'label',
  'notes',
  'pinned',
  'draft_name',
  'restored_from',
  'restored_from_number',
  'hash',
  'schema_id',
];

const toRow = (row: Record<string, unknown>): RevisionRow => ({
  id: Number(row.id),
  document: Number(row.document),
  number: Number(row.number),
  locale: String(row.locale),
  action: row.action as RevisionAction,
  origin: row.origin as Origin,
  actor: actorOf(row),
  createdAt: Number(row.created_at),
  changed: row.changed === '' ? [] : String(row.changed).split(','),
  label: row.label as string | null,
  notes: row.notes as string | null,
  pinned: Boolean(row.pinned),
  draftName: row.draft_name as string | null,
  restoredFrom: row.restored_from === null ? null : Number(row.restored_from),
  restoredFromNumber: row.restored_from_number === null ? null : Number(row.restored_from_number),
  hash: String(row.hash),
  schemaId: Number(row.schema_id),
  newest: Number(row.newest),
});

const toContent = (row: Record<string, unknown>): StoredContent => ({
  keyframeId: row.keyframe_id === null ? null : Number(row.keyframe_id),
  payload: row.payload as Buffer,
});

/** The columns of a revision without its content; `newest` is a look-up in the index for each row. */
const select = (knex: Knex): Knex.QueryBuilder =>
  knex(`${REVISIONS} as r`).select(
    ...COLUMNS.map((name) => `r.${name}`),
    knex(`${REVISIONS} as h`)
      .max('h.number')
      .where('h.document', knex.ref('r.document'))
      .where('h.locale', knex.ref('r.locale'))
      .as('newest')
  );

export type NewRevision = Omit<RevisionRow, 'id' | 'label' | 'pinned' | 'newest'> & StoredContent;

/** @returns the new ids, in order */
export const addRevisions = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  revisions: NewRevision[]
): Promise<number[]> =>
  insert(
    trx,
    dialect,
    REVISIONS,
    revisions.map((revision) => ({
      document: revision.document,
      number: revision.number,
      locale: revision.locale,
      action: revision.action,
      origin: revision.origin,
      ...actorColumns(revision.actor),
      created_at: revision.createdAt,
      // attribute names hold no comma
      changed: revision.changed.join(','),
      notes: revision.notes,
      draft_name: revision.draftName,
      restored_from: revision.restoredFrom,
      restored_from_number: revision.restoredFromNumber,
      hash: revision.hash,
      schema_id: revision.schemaId,
      keyframe_id: revision.keyframeId,
      payload: revision.payload,
    }))
  );

export interface RevisionFilter {
  uid: string;
  documentId: string;
  /** absent: all */
  locales?: string[];
  actor?: { type: string; id: number | null };
  actions?: string[];
}

/** As text: a page is asked for often, and to build its statement would take as long as to run it. */
const filterText = ({ uid, documentId, locales, actor, actions }: RevisionFilter) => {
  const conditions = [`r.document = (${DOCUMENT})`];
  const bindings: Binding[] = [uid, documentId];
  const among = (column: string, values: string[]): void => {
    // a list of none is no SQL everywhere
    const places = values.map(() => '?').join(', ');
    conditions.push(values.length > 0 ? `${column} in (${places})` : '1 = 0');
    bindings.push(...values);
  };
  if (locales) among('r.locale', locales);
  if (actor) {
    conditions.push('r.actor_type = ?', actor.id === null ? 'r.actor_id is null' : 'r.actor_id = ?');
    bindings.push(actor.type, ...(actor.id === null ? [] : [actor.id]));
  }
  if (actions) among('r.action', actions);
  return { where: conditions.join(' and '), bindings };
};
const DOCUMENT = 'select id from revisions_documents where content_type = ? and document_id = ?';

/** Newest first, without content. */
export const listRevisions = async (
  knex: Knex,
  dialect: DialectName,
  request: RevisionFilter,
  { offset, limit }: { offset: number; limit: number }
): Promise<RevisionRow[]> => {
  const { where, bindings } = filterText(request);
  const rows = await runPrepared<Record<string, unknown>>(knex, {
    sql: `select ${LISTED} from ${REVISIONS} r where ${where} order by r.number desc limit ? offset ?`,
    bindings: [...bindings, limit, offset],
    dialect,
  });
  return rows.map(toRow);
};
const LISTED = [
  ...COLUMNS.map((name) => `r.${name}`),
  `(select max(h.number) from ${REVISIONS} h where h.document = r.document and h.locale = r.locale) as newest`,
].join(', ');

/** How many revisions a filter finds; of a whole document without counting them. */
export const countRevisions = async (
  knex: Knex,
  dialect: DialectName,
  request: RevisionFilter
): Promise<number> => {
  const { locales, actor, actions } = request;
  const { where, bindings } = filterText(request);
  const sql =
    locales || actor || actions
      ? `select count(*) as found from ${REVISIONS} r where ${where}`
      : 'select last_number - removed as found from revisions_documents where content_type = ? and document_id = ?';
  const [row] = await runPrepared<{ found: unknown }>(knex, { sql, bindings, dialect });
  return Number(row?.found ?? 0);
};

/** The revision before another one of the same document and locale; without one to start from, the newest. */
export const findBefore = async (
  knex: Knex,
  { document, locale, revision }: { document: number; locale: string; revision: number | undefined }
): Promise<RevisionRow | null> => {
  const query = select(knex).where({ 'r.document': document, 'r.locale': locale });
  if (revision !== undefined) {
    query.where('r.number', '<', knex(REVISIONS).select('number').where({ id: revision }) as never);
  }
  const row = await query.orderBy('r.number', 'desc').first();
  return row ? toRow(row) : null;
};

export const findRevision = async (knex: Knex, id: number): Promise<RevisionRow | null> => {
  const row = await select(knex).where('r.id', rowId(id)).first();
  return row ? toRow(row) : null;
};

const selectWhole = (knex: Knex): Knex.QueryBuilder =>
  select(knex)
    .join('revisions_documents as d', 'd.id', 'r.document')
    .select('r.keyframe_id', 'r.payload', 'd.content_type', 'd.document_id', 'd.last_number', 'd.deleted_at');

const toWhole = (found: Record<string, unknown>): WholeRevision => ({
  row: toRow(found),
  content: toContent(found),
  document: toDocument({ ...found, id: found.document }),
});

/** A revision with its content and the document it is of: one statement. */
export const findWholeRevision = async (knex: Knex, id: number): Promise<WholeRevision | null> => {
  const found = await selectWhole(knex).where('r.id', rowId(id)).first();
  return found ? toWhole(found) : null;
};

/** A page of them, in no order: one statement. @param page finds their ids, as `id` */
export const findWholeRevisions = async (knex: Knex, page: Knex.QueryBuilder): Promise<WholeRevision[]> => {
  const rows: Record<string, unknown>[] = await selectWhole(knex).join(page.as('page'), 'page.id', 'r.id');
  return rows.map(toWhole);
};

/** A revision with its content and the document it is of. */
export interface WholeRevision {
  row: RevisionRow;
  content: StoredContent;
  document: DocumentRow;
}

/** Who made revisions of a document: for a choice of editors. */
export const listActors = async (
  knex: Knex,
  dialect: DialectName,
  request: RevisionFilter
): Promise<Actor[]> => {
  const { where, bindings } = filterText(request);
  const sql =
    `select r.actor_type, r.actor_id, max(r.actor_name) as actor_name from ${REVISIONS} r ` +
    `where ${where} group by r.actor_type, r.actor_id`;
  return (await runPrepared<Record<string, unknown>>(knex, { sql, bindings, dialect })).map(actorOf);
};

export const findContent = async (knex: Knex, id: number): Promise<StoredContent | null> => {
  const row = await knex(REVISIONS).select('keyframe_id', 'payload').where({ id }).first();
  return row ? toContent(row) : null;
};

/** Number of the newest revision of each locale that has any, not above `upTo`. */
export const newestNumbers = async (
  knex: Knex,
  document: number,
  upTo?: number
): Promise<{ locale: string; number: number }[]> => {
  const query = knex(REVISIONS)
    .where({ document })
    .groupBy('locale')
    .select('locale', knex.raw('max(number) as number'));
  if (upTo !== undefined) query.where('number', '<=', upTo);
  const rows: { locale: unknown; number: unknown }[] = await query;
  return rows.map((row) => ({ locale: String(row.locale), number: Number(row.number) }));
};

export const findByNumbers = async (
  knex: Knex,
  document: number,
  numbers: number[]
): Promise<RevisionRow[]> => {
  const rows = await select(knex).where('r.document', document).whereIn('r.number', numbers);
  return rows.map(toRow);
};

export const updateAnnotation = async (
  knex: Knex,
  id: number,
  annotation: { label?: string | null; notes?: string | null; pinned?: boolean }
): Promise<void> => {
  await knex(REVISIONS).where({ id }).update(annotation);
};

/** Deletes some of a document's by id, in batches that no statement's limit of bindings is exceeded by. */
export const removeRevisions = async (
  trx: Knex.Transaction,
  document: number,
  ids: number[]
): Promise<void> => {
  const BATCH = 500;
  for (let start = 0; start < ids.length; start += BATCH) {
    await trx(REVISIONS)
      .whereIn('id', ids.slice(start, start + BATCH))
      .delete();
  }
  await countRemoved(trx, document, ids.length);
};

/**
 * Ids of a locale's revisions beyond the newest `keep`, oldest first, without those that are pinned or labelled, and
 * without those that a draft started from.
 *
 * @param keepPublished whether every revision that was ever published stays; else only the one that is live
 */
export const findExcess = async (
  knex: Knex,
  {
    document,
    locale,
    keep,
    keepPublished,
    limit,
  }: { document: number; locale: string; keep: number; keepPublished: boolean; limit: number }
): Promise<number[]> => {
  const oldestKept = await knex(REVISIONS)
    .where({ document, locale })
    .orderBy('number', 'desc')
    .offset(keep - 1)
    .limit(1)
    .select('number')
    .first();
  if (!oldestKept) return [];
  const events = knex('revisions_publications').where({ document, locale });
  // MySQL takes no limit in a subquery, so what is live now is asked for apart
  const published = keepPublished
    ? events.whereNotNull('revision').select('revision')
    : (await events.orderBy('id', 'desc').limit(1).select('revision')).map(({ revision }) => revision ?? 0);
  const rows = await knex(REVISIONS)
    .where({ document, locale, pinned: false })
    .where('number', '<', oldestKept.number)
    .whereNull('label')
    .whereNotIn('id', published as number[])
    .whereNotExists((drafts) =>
      drafts
        .from('revisions_draft_changes as c')
        .where('c.started_from', knex.ref(`${REVISIONS}.id`))
        .select('c.id')
    )
    .orderBy('number')
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => Number(id));
};
