import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { getService } from '../services';
import type { RevisionRow } from '../store/revisions';
import type { TrackedType } from '../services/tracking';
import { setDeletedAt, setLastNumber } from '../store/documents';
import { addEvents } from '../store/publications';
import type { Reading } from '../store/reading/assemble';
import type { Door } from './door';
import type { Entry } from './entries';

/**
 * A deletion leaves a last revision of each locale that was deleted, so that it can be looked at and brought back.
 *
 * @returns those revisions; empty where no locale went
 */
export const recordDeletion = async ({
  strapi,
  trx,
  type,
  documentId,
  door,
  notes,
  doomed,
  left,
  lastNumber,
  entries,
}: {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  type: TrackedType;
  documentId: string;
  door: Door;
  notes: string | null;
  /** the document before the write, with its newest revisions */
  doomed: Reading;
  /** and after it */
  left: Reading;
  /** the document's last number so far */
  lastNumber: number;
  entries: Entry[];
}): Promise<RevisionRow[]> => {
  const document = doomed.document!;
  const gone = doomed.locales.filter(({ locale }) => !left.locales.some((other) => other.locale === locale));
  if (gone.length === 0) return [];
  const createdAt = Date.now();
  const recorded = await getService(strapi, 'recorder').record(trx, {
    uid: type.uid,
    structure: type.reader.structure,
    document: document.id,
    firstNumber: lastNumber + 1,
    candidates: gone.map(({ locale, snapshot, head }) => ({
      locale,
      snapshot,
      head,
      action: 'delete',
      always: true,
      ...door,
      createdAt,
      notes,
    })),
  });
  await setLastNumber(trx, document.id, lastNumber + recorded.length);

  if (type.reader.hasDraftAndPublish) {
    const unpublished = entries.filter(({ publishedAt }) => publishedAt);
    await addEvents(
      trx,
      gone
        .filter(({ locale }) => unpublished.some((entry) => (entry.locale ?? '') === locale))
        .map(({ locale }) => ({
          document: document.id,
          locale,
          revision: null,
          at: createdAt,
          actor: door.actor,
        }))
    );
  }
  if (left.locales.length === 0) await setDeletedAt(trx, { uid: type.uid, documentId }, createdAt);
  return recorded;
};
