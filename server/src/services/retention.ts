import type { Core } from '@strapi/strapi';
import { findDocument, lockDocument, type DocumentKey } from '../store/documents';
import { inTransaction } from '../store/in-transaction';
import { removeUnusedKeyframes } from '../store/keyframes';
import { findExcess, removeRevisions } from '../store/revisions';
import { getService } from '.';
import type { TrackedType } from './tracking';

/**
 * Keeps `maxRevisions`: after the commit, off the request's path, one document at a time. Whatever is not done when
 * the process ends is done after the document's next save.
 */

/** Saves in quick succession are tidied up after together. */
const QUIET_MS = 200;

type Task = DocumentKey & { locale: string };

const retention = ({ strapi }: { strapi: Core.Strapi }) => {
  const pending = new Map<string, Task>();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const drain = async (): Promise<void> => {
    for (const [key, task] of pending) {
      pending.delete(key);
      try {
        await prune(task);
      } catch (error) {
        strapi.log.error(
          `Drafts & Revisions: could not remove old revisions of ${task.uid} ${task.documentId}: ${(error as Error).message}`
        );
      }
    }
  };

  /**
   * Removes a locale's revisions beyond the limit, in batches, each under the document's lock.
   *
   * @returns how many were removed
   */
  const prune = async ({ uid, documentId, locale }: Task): Promise<number> => {
    const { config, find } = getService(strapi, 'tracking');
    const keep = find(uid)?.maxRevisions ?? 0;
    if (keep === 0) return 0;
    let removed = 0;
    for (;;) {
      const count = await inTransaction(strapi, async (trx, onCommit) => {
        if (!(await lockDocument(trx, getService(strapi, 'store').dialect, { uid, documentId }, 0))) return 0;
        const { id: document } = (await findDocument(trx, { uid, documentId }))!;
        const ids = await findExcess(trx, {
          document,
          locale,
          keep,
          keepPublished: config.keepPublished,
          limit: config.purge.batchSize,
        });
        if (ids.length === 0) return 0;
        await removeRevisions(trx, document, ids);
        await removeUnusedKeyframes(trx, document);
        onCommit(() => getService(strapi, 'events').purged({ uid, documentId }, locale, ids));
        return ids.length;
      });
      removed += count;
      if (count < config.purge.batchSize) return removed;
    }
  };

  return {
    /** Whether a document's revisions may be more than are kept, judged by the number just given. */
    isDue: (type: TrackedType, number: number): boolean =>
      type.maxRevisions > 0 && number > type.maxRevisions,

    schedule(task: Task): void {
      pending.set(`${task.uid} ${task.documentId} ${task.locale}`, task);
      timer ??= setTimeout(() => {
        timer = null;
        running = running.then(drain);
      }, QUIET_MS).unref();
    },

    /** Ends what is under way: before Strapi closes the database. */
    async stop(): Promise<void> {
      if (timer) clearTimeout(timer);
      pending.clear();
      await running;
    },
  };
};

export default retention;
