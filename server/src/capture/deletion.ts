import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { getService } from '../services';
import type { RecordedRevision } from '../services/recorder';
import type { TrackedType } from '../services/tracking';
import { setDeletedAt, setLastNumber } from '../store/documents';
import { addEvents } from '../store/publications';
import type { Reading } from '../store/reading/assemble';
import type { Door } from './door';
import type { Entry } from './entries';

/** A deletion leaves a last revision of what was deleted, so that it can be looked at and brought back. */
export const recordDeletion = async ({
  strapi,
  trx,
  type,
  documentId,
  door,
  notes,
  doomed,
  entries,
}: {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  type: TrackedType;
  documentId: string;
  door: Door;
  notes: string | null;
  doomed: Reading;
  entries: Entry[];
}): Promise<RecordedRevision[]> => {
  const document = doomed.document!;
  const left = await type.reader.read(trx, { documentId, version: 'current', heads: false });
  const gone = doomed.locales.filter(
    ({ locale }) => entries.length > 0 && !left.locales.some((other) => other.locale === locale)
  );
  const createdAt = Date.now();
  const recorded = await getService(strapi, 'recorder').record(trx, {
    uid: type.uid,
    structure: type.reader.structure,
    document: document.id,
    firstNumber: document.lastNumber + 1,
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
  if (recorded.length > 0) await setLastNumber(trx, document.id, document.lastNumber + recorded.length);

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
  if (gone.length > 0 && left.locales.length === 0) {
    await setDeletedAt(trx, { uid: type.uid, documentId }, createdAt);
  }
  return recorded;
};
