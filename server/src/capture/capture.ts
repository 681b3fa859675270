import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RevisionAction } from '../../../contracts/revision';
import { getService } from '../services';
import type { Candidate } from '../services/recorder';
import type { TrackedType } from '../services/tracking';
import { endDraftOfNew } from './draft-of-new';
import {
  addDocument,
  addNewDocument,
  setDeletedAt,
  setLastNumber,
  type DocumentKey,
} from '../store/documents';
import { documentLock, reserveNumbers, type DocumentLock } from '../store/document-lock';
import { ownerKey, removeLocales } from '../store/drafts';
import { inTransaction } from '../store/in-transaction';
import type { DocumentReading, Reading } from '../store/reading/assemble';
import type { RevisionRow } from '../store/revisions';
import { recordBaseline } from './baseline';
import { recordDeletion } from './deletion';
import { doorOf, type Door } from './door';
import { entriesOf } from './entries';
import { localeIn } from '../services/locale-in';
import { intentOf, type Intent } from './intent';
import { ongoingWrites, withOngoing, type Ongoing } from './ongoing';
import { addressedLocales, inOrder, sharesAttributes } from './locales';
import { takeNotes } from './notes';
import { outcomeOf, type Outcome } from './outcome';
import { recordPublication } from './publication';

/** The write actions of the Document Service, and what a revision calls them. */
export const WRITES: Record<string, RevisionAction> = {
  create: 'create',
  update: 'update',
  clone: 'clone',
  publish: 'publish',
  unpublish: 'unpublish',
  discardDraft: 'discard',
  delete: 'delete',
};

/** Actions after which current nearly always is another: a number is reserved with the lock. */
const RESERVES = new Set(['update', 'discardDraft']);

/** Actions that may take a locale away as a whole: discarding the draft of what is not published does. */
const DELETES = new Set(['delete', 'discardDraft']);

/** What the middleware of the Document Service is called with. */
export interface WriteContext {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

/**
 * Runs a write and records what it left, in the write's own transaction: both are committed, or neither. A failure
 * here fails the save; swallowed, PostgreSQL would lose it in silence.
 */
export const captureWrite = <T>(
  strapi: Core.Strapi,
  type: TrackedType,
  context: WriteContext,
  next: () => Promise<T>
): Promise<T> => {
  const intent = intentOf(context.params);
  const notes = takeNotes(strapi, context);
  return inTransaction(strapi, async (trx, onCommit) => {
    const whole = intent ? undefined : await partOf(strapi, trx, context);
    if (whole) {
      const part = next();
      whole.parts.push(part.catch(() => undefined));
      return part;
    }
    const write = createWrite(strapi, trx, type, { ...context, notes, intent });
    const { result, outcomes } = await write.around(next);
    const { documentId } = write;
    if (!documentId) return result;
    onCommit(() => getService(strapi, 'store').recorded.add({ uid: type.uid, documentId }));
    const retention = getService(strapi, 'retention');
    for (const { locale, revision } of outcomes) {
      if (revision && retention.isDue(type, revision.number)) {
        onCommit(() => retention.schedule({ uid: type.uid, documentId, locale }));
      }
    }
    onCommit(() => getService(strapi, 'events').written({ uid: type.uid, documentId }, outcomes));
    return result;
  });
};

/**
 * The write that saves, in the same locale, what another one is about to save, too: what is there in the end is recorded
 * with that one, once.
 */
const partOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { uid, action, params }: WriteContext
): Promise<Ongoing | undefined> => {
  const isSave = (of: string, { status }: Record<string, unknown>) =>
    of === 'update' && status !== 'published';
  if (!isSave(action, params)) return undefined;
  for (const write of ongoingWrites(trx)) {
    if (write.uid !== uid || write.documentId !== params.documentId) continue;
    if (!isSave(write.action, write.params)) return undefined;
    const locales = [write, { params }].map((one) => localeIn(strapi, uid, one.params.locale));
    if ((await locales[0]) === (await locales[1])) return write;
  }
  return undefined;
};

const createWrite = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  type: TrackedType,
  {
    action,
    params,
    notes,
    intent,
  }: Omit<WriteContext, 'uid'> & { notes: string | null; intent: Intent | undefined }
) => {
  const door = doorOf(strapi);
  // an ordinary save holds what its maker had not saved yet (rule 11); publishing many from a list, a restore does not
  const outer = ongoingWrites(trx);
  const isOrdinary = !intent && outer.every((write) => !write.intent);
  const endsProvisional = action === 'update' && isOrdinary;
  let documentId = action === 'create' || action === 'clone' ? undefined : asString(params.documentId);
  let doomed: Reading | null = null;

  const own = { uid: type.uid, documentId, action, params, intent, startedAt: Date.now(), parts: [] };

  const context = { strapi, trx, type, door, notes };

  /** Locales that a write around this one is saving: it records them itself. */
  const savedByOthers = async (id: string): Promise<Set<string>> => {
    const locales = new Set<string>();
    for (const write of ongoingWrites(trx)) {
      if (write === own || write.uid !== type.uid || write.documentId !== id || write.action !== 'update')
        continue;
      locales.add(await localeIn(strapi, type.uid, write.params.locale));
    }
    return locales;
  };

  /** @returns false where no such document exists: nothing is locked */
  const lock = async (key: DocumentKey): Promise<boolean> => {
    const { recorded, dialect } = getService(strapi, 'store');
    const numbers = RESERVES.has(action) ? 1 : 0;
    const mayBeThere = documentLock(trx, key).isHeld || recorded.mayHave(key);
    if (mayBeThere && (await reserveNumbers(trx, dialect, key, numbers))) return true;
    const maker = outer.find((write) => write.uid === key.uid && write.documentId === undefined);
    const made = maker && { since: maker.startedAt, door };
    return recordBaseline(strapi, trx, { type, documentId: key.documentId, numbers, made });
  };

  const self = {
    get documentId() {
      return documentId;
    },

    async around<T>(next: () => Promise<T>): Promise<{ result: T; outcomes: Outcome[] }> {
      await self.before();
      return withOngoing(trx, own, async () => {
        const result = await next();
        await Promise.all(own.parts);
        return { result, outcomes: await self.after(result) };
      });
    },

    /** Locks the document, records its baseline if this is the first save seen of it. */
    async before(): Promise<void> {
      if (!documentId) return;
      const key = { uid: type.uid, documentId };
      if (!(await documentLock(trx, key).inTurn(() => lock(key)))) documentId = undefined;
      else if (DELETES.has(action)) {
        doomed = await type.reader.read(trx, { documentId, version: 'current', heads: true });
      }
    },

    async after(result: unknown): Promise<Outcome[]> {
      if (action === 'create' || action === 'clone') documentId = entriesOf(result)[0]?.documentId;
      if (!documentId) return [];
      const held = documentLock(trx, { uid: type.uid, documentId });
      return held.inTurn(() => self.record(documentId!, held, result));
    },

    async record(documentId: string, held: DocumentLock, result: unknown): Promise<Outcome[]> {
      const entries = entriesOf(result);
      if (action === 'create' || action === 'clone') {
        await addCreated(trx, { uid: type.uid, documentId }, { params, held });
        if (action === 'create' && isOrdinary)
          await endDraftOfNew(strapi, trx, { uid: type.uid, actor: door.actor });
      }
      if (action === 'delete') {
        const left = await type.reader.read(trx, { documentId, version: 'current', heads: true });
        const lastNumber = left.document!.lastNumber - held.numbers;
        held.numbers = 0;
        return goneOf(
          await recordDeletion({ ...context, documentId, doomed: doomed!, left, lastNumber, entries })
        );
      }

      const addressed = addressedLocales(type, params, entries);
      const isAlone = !doomed && !sharesAttributes(type) && addressed?.length === 1;
      const reading = await type.reader.read(trx, {
        documentId,
        locale: isAlone ? addressed[0] : undefined,
        version: 'current',
        heads: true,
        provisionalOf: endsProvisional ? (ownerKey(door.actor) ?? undefined) : undefined,
      });
      const document = reading.document!;
      if (reading.provisional !== null) {
        await removeLocales(
          trx,
          reading.provisional,
          addressed ?? reading.locales.map(({ locale }) => locale)
        );
      }
      const theirs = await savedByOthers(documentId);
      const recorded = await getService(strapi, 'recorder').record(trx, {
        uid: type.uid,
        structure: type.reader.structure,
        document: document.id,
        firstNumber: document.lastNumber - held.numbers + 1,
        candidates: inOrder(reading.locales, addressed)
          .filter(({ locale }) => addressed?.includes(locale) || !theirs.has(locale))
          .map((locale) => candidateOf({ locale, addressed, action, door, notes, intent })),
      });
      const lastNumber = document.lastNumber - held.numbers + recorded.length;
      if (recorded.length !== held.numbers) await setLastNumber(trx, document.id, lastNumber);
      held.numbers = 0;
      const publications = await recordPublication({
        trx,
        type,
        action,
        params,
        door,
        entries,
        addressed,
        reading,
        recorded,
      });
      for (const revision of recorded) {
        const { snapshot } = reading.locales.find(({ locale }) => locale === revision.locale)!;
        intent?.recorded(revision, snapshot);
      }
      const { hasDraftAndPublish } = type.reader;
      const outcomes = reading.locales.map((locale) =>
        outcomeOf(locale, { recorded, publications, hasDraftAndPublish })
      );
      if (!doomed) return outcomes;
      const left = reading;
      const deleted = await recordDeletion({ ...context, documentId, doomed, left, lastNumber, entries });
      return [...outcomes, ...goneOf(deleted)];
    },
  };
  return self;
};

const goneOf = (deleted: RevisionRow[]): Outcome[] =>
  deleted.map((revision) => ({ locale: revision.locale, status: null, revision, publication: null }));

const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A documentId that the caller chose may have been here before, deleted since; one that Strapi made cannot. */
const addCreated = async (
  trx: Knex.Transaction,
  key: DocumentKey,
  { params, held }: { params: Record<string, unknown>; held: DocumentLock }
): Promise<void> => {
  const chosen = (params.data as { documentId?: unknown } | undefined)?.documentId;
  if (chosen) {
    await addDocument(trx, key);
    await setDeletedAt(trx, key, null);
  } else if (!held.isHeld) {
    await addNewDocument(trx, key);
  }
  held.isHeld = true;
};

const candidateOf = ({
  locale: { locale, snapshot, head },
  addressed,
  action,
  door,
  notes,
  intent,
}: {
  locale: DocumentReading;
  addressed: string[] | undefined;
  action: string;
  door: Door;
  notes: string | null;
  intent: Intent | undefined;
}): Candidate => {
  const isAddressed = !addressed || addressed.includes(locale);
  const isNew = !head || head.action === 'delete';
  let name: RevisionAction = 'sync';
  if (isAddressed) name = intent?.action ?? (action === 'update' && isNew ? 'create' : WRITES[action]!);
  return {
    locale,
    snapshot,
    head,
    action: name,
    always: isNew,
    ...door,
    createdAt: Date.now(),
    notes: isAddressed ? (notes ?? intent?.notes ?? null) : null,
    restoredFrom: isAddressed ? intent?.restoredFrom : undefined,
    draftName: isAddressed ? intent?.draftName : undefined,
  };
};
