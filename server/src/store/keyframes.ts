import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { decodeKeyframe, encodeKeyframe, type Keyframe } from '../core/codec/codec';
import type { DialectName } from './dialect';
import { insert } from './insert';

/** Rows of `revisions_keyframes`: full texts that payloads are compressed against. They never change. */

const TABLE = 'revisions_keyframes';
/** Memory for decoded keyframes, in bytes. */
const CACHE_SIZE = 32 * 1024 * 1024;

export interface Keyframes {
  /** @throws where the keyframe is gone */
  get(knex: Knex, id: number): Promise<Keyframe>;
  /** @param text canonical JSON, UTF-8 */
  add(trx: Knex.Transaction, document: number, text: Buffer): Promise<{ id: number; keyframe: Keyframe }>;
}

export const createKeyframes = (dialect: DialectName): Keyframes => {
  const cache = new LRUCache<number, Keyframe>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ text }) => text.length + 1,
  });

  // A keyframe is kept in memory once it is committed: an id that was rolled back may be given to another one.
  const uncommitted = new Map<number, Knex.Transaction>();
  const isCommitted = (id: number): boolean => uncommitted.get(id)?.isCompleted() !== false;
  const sweep = (): void => {
    for (const id of uncommitted.keys()) if (isCommitted(id)) uncommitted.delete(id);
  };

  return {
    async get(knex, id) {
      const cached = cache.get(id);
      if (cached) return cached;
      const row = await knex(TABLE).select('payload').where({ id }).first();
      if (!row) throw new Error(`Drafts & Revisions: keyframe ${id} is missing from ${TABLE}`);
      const keyframe = decodeKeyframe(row.payload);
      if (isCommitted(id)) cache.set(id, keyframe);
      return keyframe;
    },
    async add(trx, document, text) {
      const { bytes, keyframe } = encodeKeyframe(text);
      const [id] = await insert(trx, dialect, TABLE, [{ document, payload: bytes }]);
      cache.delete(id!);
      sweep();
      uncommitted.set(id!, trx);
      return { id: id!, keyframe };
    },
  };
};

/** Deletes the keyframes of a document that no revision refers to any more. */
export const removeUnusedKeyframes = async (trx: Knex.Transaction, document: number): Promise<number> =>
  trx(TABLE)
    .where({ document })
    .whereNotIn(
      'id',
      trx('revisions_revisions').where({ document }).whereNotNull('keyframe_id').select('keyframe_id')
    )
    .delete();
