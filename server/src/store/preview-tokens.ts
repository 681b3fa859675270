import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import type { ContentPlace } from '../core/visible-content';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { insert } from './insert';
import { rowId } from './row-id';

/** Rows of `revisions_preview_tokens`: what may be shown to whoever has a token. */

const TABLE = 'revisions_preview_tokens';

export interface PreviewRow {
  id: number;
  uid: string;
  /** null where there is no document yet */
  documentId: string | null;
  /** null: all that the draft or the revision has */
  locale: string | null;
  /** null, as `revision`, where it is the maker's provisional draft, whenever there is one */
  draft: number | null;
  revision: number | null;
  /** kinds of places whose content is not shown: the maker may not see it */
  hidden: ContentPlace[];
  actor: Actor;
  /** ms since 1970 */
  createdAt: number;
  /** null: it has no end of its own */
  expiresAt: number | null;
}

const orNull = (value: unknown): number | null => (value === null ? null : Number(value));

const toRow = (row: Record<string, unknown>): PreviewRow => ({
  id: Number(row.id),
  uid: String(row.content_type),
  documentId: row.document_id === '' ? null : String(row.document_id),
  locale: row.locale as string | null,
  draft: orNull(row.draft),
  revision: orNull(row.revision),
  hidden: JSON.parse(String(row.hidden)) as ContentPlace[],
  actor: actorOf(row),
  createdAt: Number(row.created_at),
  expiresAt: orNull(row.expires_at),
});

/** @param hash of the token; the token itself is never stored */
export const addPreview = async (
  trx: Knex.Transaction,
  dialect: DialectName,
  { hash, ...row }: Omit<PreviewRow, 'id'> & { hash: string }
): Promise<number> => {
  const [id] = await insert(trx, dialect, TABLE, [
    {
      hash,
      content_type: row.uid,
      document_id: row.documentId ?? '',
      locale: row.locale,
      draft: row.draft,
      revision: row.revision,
      hidden: JSON.stringify(row.hidden),
      ...actorColumns(row.actor),
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    },
  ]);
  return id!;
};

/** One that has not ended by itself. @param now ms since 1970 */
export const findPreview = async (knex: Knex, hash: string, now: number): Promise<PreviewRow | null> => {
  const row = await knex(TABLE).where({ hash }).first();
  const found = row ? toRow(row) : null;
  return found && (found.expiresAt === null || found.expiresAt > now) ? found : null;
};

/**
 * Those that somebody shared of a document and that have not ended by themselves, the newest first; not those that
 * Strapi's own Preview was given for what they had not saved.
 */
export const listPreviews = async (
  knex: Knex,
  { uid, documentId, actor, now }: { uid: string; documentId: string; actor: Actor; now: number }
): Promise<PreviewRow[]> => {
  const rows: Record<string, unknown>[] = await knex(TABLE)
    .where({
      content_type: uid,
      document_id: documentId,
      actor_type: actor.type,
      actor_id: actor.id,
    })
    .where((any) => void any.whereNotNull('draft').orWhereNotNull('revision'))
    .where((any) => void any.whereNull('expires_at').orWhere('expires_at', '>', now))
    .orderBy('id', 'desc');
  return rows.map(toRow);
};

/** @returns whether somebody had made such a one */
export const removePreview = async (knex: Knex, id: number, { type, id: of }: Actor): Promise<boolean> =>
  (await knex(TABLE)
    .where({ id: rowId(id), actor_type: type, actor_id: of })
    .delete()) > 0;

/** Takes away what ended before. @param now ms since 1970 */
export const removeEndedPreviews = (knex: Knex, now: number): Promise<number> =>
  knex(TABLE).where('expires_at', '<=', now).delete();
