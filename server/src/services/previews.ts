import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { MadePreview } from '../../../contracts/preview';
import type { Actor } from '../../../contracts/revision';
import { parseDuration } from '../config/duration';
import { hashOf } from '../core/hash';
import { inTransaction } from '../store/in-transaction';
import {
  addPreview,
  findPreview,
  listPreviews,
  removeEndedPreviews,
  removePreview,
  type PreviewRow,
} from '../store/preview-tokens';
import { getService } from '.';

/** 256 bits: nobody guesses one. */
const TOKEN_BYTES = 32;

/** Tokens that show one draft or one revision to whoever has them (public interface, section 6). */
const previews = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection, dialect } = getService(strapi, 'store');

  return {
    /**
     * @param lifetime in ms; absent: as the configuration has it, where 0 is without end
     * @returns the token, which is stored nowhere: only its hash is
     */
    async create(
      shown: Pick<PreviewRow, 'uid' | 'documentId' | 'locale' | 'draft' | 'revision' | 'hidden' | 'actor'>,
      lifetime: number = parseDuration(getService(strapi, 'tracking').config.previewTokenDuration)
    ): Promise<MadePreview> {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const createdAt = Date.now();
      const expiresAt = lifetime === 0 ? null : createdAt + lifetime;
      const id = await inTransaction(strapi, async (trx) => {
        await removeEndedPreviews(trx, createdAt);
        return addPreview(trx, dialect, { ...shown, hash: hashOf(token), createdAt, expiresAt });
      });
      return { id, token, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() };
    },

    /** What a token shows; null where it was never given, was revoked, or its time is over. */
    find: (token: string): Promise<PreviewRow | null> =>
      connection((knex) => findPreview(knex, hashOf(token), Date.now())),

    /** Somebody's own of a document, the newest first. */
    list: (key: { uid: string; documentId: string; actor: Actor }): Promise<PreviewRow[]> =>
      connection((knex) => listPreviews(knex, { ...key, now: Date.now() })),

    /** @returns false where somebody has no such one */
    revoke: (id: number, actor: Actor): Promise<boolean> =>
      connection((knex) => removePreview(knex, id, actor)),
  };
};

export default previews;
