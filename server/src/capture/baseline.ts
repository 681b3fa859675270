import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import { hashOf } from '../core/hash';
import { getService } from '../services';
import type { Candidate } from '../services/recorder';
import type { TrackedType } from '../services/tracking';
import { addDocument, removeDocument, setLastNumber } from '../store/documents';
import type { Door } from './door';
import { addEvents } from '../store/publications';
import { documentLock } from '../store/document-lock';
import type { DocumentReading } from '../store/reading/assemble';

interface BaselineRequest {
  type: TrackedType;
  documentId: string;
  numbers: number;
  /** Where it may be that the document is being made: since when, and by whom. Such is no baseline, but a creation. */
  made?: { since: number; door: Door };
}

/**
 * Records what was there before the first save that the plugin sees of a document (rule 3): each locale's current
 * content and, where another is published, that one before it. Locks the document and reserves `numbers` as
 * `lockDocument` does.
 *
 * @returns false where no such document exists: nothing is recorded, nothing locked
 */
export const recordBaseline = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { type, documentId, numbers, made }: BaselineRequest
): Promise<boolean> => {
  const key = { uid: type.uid, documentId };
  const { structure, hasDraftAndPublish } = type.reader;

  // lock first: under MySQL's repeatable read, what is read before would be all that is ever seen
  await addDocument(trx, key);
  const { locales, document } = await type.reader.read(trx, { documentId, version: 'current', heads: true });
  if (locales.length === 0 && document!.lastNumber === 0) {
    await removeDocument(trx, key);
    return false;
  }
  // whoever held the lock before may have recorded it meanwhile
  const unknown = locales.filter(({ head }) => !head);
  const published =
    hasDraftAndPublish && unknown.length > 0
      ? (await type.reader.read(trx, { documentId, version: 'published', heads: false })).locales
      : [];

  const candidates: Candidate[] = [];
  const live: { index: number; reading: DocumentReading }[] = [];
  for (const current of unknown) {
    const live_ = published.find(({ locale }) => locale === current.locale);
    if (made && (current.updatedAt ?? 0) >= made.since) {
      const { snapshot, locale } = current;
      const createdAt = current.updatedAt!;
      candidates.push({
        ...made.door,
        locale,
        snapshot,
        head: null,
        action: 'create',
        always: true,
        createdAt,
      });
      continue;
    }
    if (live_ && isModified(current, live_)) {
      live.push({ index: candidates.length, reading: live_ });
      candidates.push(await candidateOf(strapi, live_));
    } else if (live_) {
      live.push({ index: candidates.length, reading: live_ });
    }
    candidates.push({ ...(await candidateOf(strapi, current)), always: true });
  }

  const recorded = await getService(strapi, 'recorder').record(trx, {
    uid: type.uid,
    structure,
    document: document!.id,
    firstNumber: document!.lastNumber + 1,
    candidates,
  });
  await addEvents(
    trx,
    await Promise.all(
      live.map(async ({ index, reading }) => ({
        document: document!.id,
        locale: reading.locale,
        revision: recorded[index]!.id,
        at: reading.publishedAt ?? Date.now(),
        actor: await actorOf(strapi, reading.updatedBy),
      }))
    )
  );
  const held = documentLock(trx, key);
  await setLastNumber(trx, document!.id, document!.lastNumber - held.numbers + recorded.length + numbers);
  Object.assign(held, { isHeld: true, numbers });
  return true;
};

/** Whether current holds other content than what is live. Strapi drops relations to unpublished targets on publishing, so equal times count as well. */
const isModified = (current: DocumentReading, live: DocumentReading): boolean =>
  hashOf(JSON.stringify(current.snapshot)) !== hashOf(JSON.stringify(live.snapshot)) &&
  (current.updatedAt ?? 0) > (live.updatedAt ?? 0);

/** A baseline is dated by, and credited to, the save that Strapi knows of. */
const candidateOf = async (strapi: Core.Strapi, reading: DocumentReading): Promise<Candidate> => ({
  locale: reading.locale,
  snapshot: reading.snapshot,
  head: null,
  action: 'baseline',
  always: true,
  actor: await actorOf(strapi, reading.updatedBy),
  origin: 'service',
  createdAt: reading.updatedAt ?? Date.now(),
});

const actorOf = async (strapi: Core.Strapi, id: number | null): Promise<Actor> => {
  const user = id === null ? null : await strapi.db.query('admin::user').findOne({ where: { id } });
  if (!user) return { type: 'system', id: null, name: null };
  const name = [user.firstname, user.lastname].filter(Boolean).join(' ') || user.username || null;
  return { type: 'admin', id: user.id, name };
};
