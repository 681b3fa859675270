import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../../contracts/revision';
import {
  findChanges,
  findProvisional,
  touchProvisional,
  writeChanges,
  type ChangesRow,
  type DraftRow,
  type StoredDraft,
} from '../store/drafts';
import { inTransaction } from '../store/in-transaction';
import { checkVersion, createDraftEditing, withRows, type DraftEdit } from './draft-editing';
import type { DraftLook } from './draft-looks';
import { getService } from '.';

/** Memory for what was autosaved lately, in characters of JSON. */
const CACHE_SIZE = 4 * 1024 * 1024;

/** Takes what is typed into provisional drafts. */
const autosave = ({ strapi }: { strapi: Core.Strapi }) => {
  const { dialect } = getService(strapi, 'store');

  /**
   * Provisional drafts as they were left here, by their ids: most often the next autosave is of the same one. Whatever
   * changes a draft, in any process, counts its lock version up; only what is committed comes in.
   */
  const written = new LRUCache<number, StoredDraft>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ locales }) => JSON.stringify(locales).length,
  });

  /** What a provisional draft that was just locked changed before that. */
  const changesOf = async (trx: Knex.Transaction, { id, lockVersion }: DraftRow): Promise<ChangesRow[]> => {
    if (lockVersion === 1) return [];
    const known = written.get(id);
    return known?.lockVersion === lockVersion - 1 ? known.locales : findChanges(trx, dialect, id);
  };

  return {
    /**
     * Takes what was typed into somebody's provisional draft: four statements at most, beside those that look up
     * relations.
     *
     * @throws DraftConflictError where `lockVersion` is not the draft's; 0 says that there is none
     */
    async run(
      { uid, documentId, actor }: { uid: string; documentId: string; actor: Actor },
      edit: DraftEdit
    ): Promise<{ draft: StoredDraft; looks: DraftLook[] }> {
      return inTransaction(strapi, async (trx, onCommit) => {
        const row = await touchProvisional(trx, dialect, {
          uid,
          documentId,
          kind: 'provisional',
          name: null,
          notes: null,
          actor,
          at: Date.now(),
        });
        const draft = row
          ? { ...row, locales: await changesOf(trx, row) }
          : (await findProvisional(trx, dialect, { uid, documentId, actor }))!;
        checkVersion(draft, edit.lockVersion);
        const { rows, readings } = await createDraftEditing(strapi).edited(trx, draft, edit);
        await writeChanges(trx, dialect, draft.id, rows);
        const now = withRows(draft, rows);
        onCommit(() => written.set(now.id, now));
        return { draft: now, looks: [getService(strapi, 'draft-looks').over(now, readings, edit.locale)] };
      });
    },
  };
};

export default autosave;
