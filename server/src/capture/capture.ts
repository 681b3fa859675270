import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RevisionAction } from '../../../contracts/revision';
import { getService } from '../services';
import type { Candidate, RecordedRevision } from '../services/recorder';
import type { TrackedType } from '../services/tracking';
import { addDocument, addNewDocument, lockDocument, setDeletedAt, setLastNumber } from '../store/documents';
import { inTransaction } from '../store/in-transaction';
import { addEvents } from '../store/publications';
import type { DocumentReading, Reading } from '../store/reading/assemble';
import { recordBaseline } from './baseline';
import { doorOf, type Door } from './door';
import { currentIntent, type Intent } from './intent';
import { takeNotes } from './notes';

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

/** What the middleware of the Document Service is called with. */
export interface WriteContext {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

interface Entry {
  documentId?: string;
  locale?: string | null;
  publishedAt?: string | Date | null;
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
  const notes = takeNotes(strapi, context);
  return inTransaction(strapi, async (trx, onCommit) => {
    const write = createWrite(strapi, trx, type, context, notes);
    await write.before();
    const result = await next();
    const recorded = await write.after(result);
    const { documentId } = write;
    if (!documentId) return result;
    onCommit(() => getService(strapi, 'store').recorded.add({ uid: type.uid, documentId }));
    const retention = getService(strapi, 'retention');
    for (const { locale, number } of recorded) {
      if (retention.isDue(type, number)) {
        onCommit(() => retention.schedule({ uid: type.uid, documentId, locale }));
      }
    }
    return result;
  });
};

const createWrite = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  type: TrackedType,
  { action, params }: WriteContext,
  notes: string | null
) => {
  const door = doorOf(strapi);
  const intent = currentIntent();
  const reserved = RESERVES.has(action) ? 1 : 0;
  let documentId = action === 'create' || action === 'clone' ? undefined : asString(params.documentId);
  let doomed: Reading | null = null;

  return {
    get documentId() {
      return documentId;
    },

    /** Locks the document, records its baseline if this is the first save seen of it. */
    async before(): Promise<void> {
      if (!documentId) return;
      const key = { uid: type.uid, documentId };
      const { recorded } = getService(strapi, 'store');
      const known =
        (recorded.mayHave(key) && (await lockDocument(trx, key, reserved))) ||
        (await recordBaseline(strapi, trx, { type, documentId, numbers: reserved }));
      if (!known) documentId = undefined;
      else if (action === 'delete') {
        doomed = await type.reader.read(trx, { documentId, version: 'current', heads: true });
      }
    },

    async after(result: unknown): Promise<RecordedRevision[]> {
      const entries = entriesOf(result);
      if (action === 'create' || action === 'clone') {
        documentId = entries[0]?.documentId;
        if (!documentId) return [];
        await addCreated(trx, { uid: type.uid, documentId }, params);
      }
      if (!documentId) return [];
      if (doomed) return recordDeletion({ strapi, trx, type, documentId, door, notes, doomed, entries });

      const addressed = addressedLocales(type, params, entries);
      const shares = sharesAttributes(type);
      const reading = await type.reader.read(trx, {
        documentId,
        locale: !shares && addressed?.length === 1 ? addressed[0] : undefined,
        version: 'current',
        heads: true,
      });
      const document = reading.document!;
      const recorded = await getService(strapi, 'recorder').record(trx, {
        uid: type.uid,
        structure: type.reader.structure,
        document: document.id,
        firstNumber: document.lastNumber - reserved + 1,
        candidates: inOrder(reading.locales, addressed).map((locale) =>
          candidateOf({ locale, addressed, action, door, notes, intent })
        ),
      });
      if (recorded.length !== reserved) {
        await setLastNumber(trx, document.id, document.lastNumber - reserved + recorded.length);
      }
      await recordPublication({ trx, type, action, params, door, entries, addressed, reading, recorded });
      recorded.forEach((revision) => intent?.recorded(revision));
      return recorded;
    },
  };
};

const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Write actions answer with the entry, with null, or with `{documentId, entries}`. */
const entriesOf = (result: unknown): Entry[] => {
  if (result === null || typeof result !== 'object') return [];
  const { entries, documentId } = result as { entries?: Entry[]; documentId?: string };
  if (!Array.isArray(entries)) return [result as Entry];
  return entries.filter(Boolean).map((entry) => ({ ...entry, documentId: entry.documentId ?? documentId }));
};

/** A documentId that the caller chose may have been here before, deleted since; one that Strapi made cannot. */
const addCreated = async (
  trx: Knex.Transaction,
  key: { uid: string; documentId: string },
  params: Record<string, unknown>
): Promise<void> => {
  const chosen = (params.data as { documentId?: unknown } | undefined)?.documentId;
  if (!chosen) return addNewDocument(trx, key);
  await addDocument(trx, key);
  await setDeletedAt(trx, key, null);
};

/**
 * The locales that an action was about; undefined where that cannot be told, and all are looked at.
 * A type without locales has one, ''.
 */
const addressedLocales = (
  { reader }: TrackedType,
  params: Record<string, unknown>,
  entries: Entry[]
): string[] | undefined => {
  if (!reader.structure.localized) return [''];
  const given = params.locale;
  if (typeof given === 'string' && given !== '' && given !== '*') return [given];
  if (Array.isArray(given)) return given as string[];
  const found = entries.map(({ locale }) => locale).filter((locale): locale is string => Boolean(locale));
  return found.length > 0 && found.length === entries.length ? [...new Set(found)] : undefined;
};

/** Whether a save of one locale may change others: i18n copies what is not localized, below the Document Service. */
const sharesAttributes = ({ reader }: TrackedType): boolean =>
  reader.structure.localized &&
  Object.values(reader.structure.attributes).some(({ localized }) => localized === false);

/** The addressed locales first: the save itself gets the lower number, what followed from it the higher. */
const inOrder = (locales: DocumentReading[], addressed: string[] | undefined): DocumentReading[] => {
  if (!addressed) return locales;
  const isAddressed = ({ locale }: DocumentReading) => addressed.includes(locale);
  return [...locales.filter(isAddressed), ...locales.filter((locale) => !isAddressed(locale))];
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
  };
};

/**
 * Publishing what is current makes no revision: it opens a publication of it (rule 4). A create or update with
 * `status: 'published'` publishes within the one action.
 */
const recordPublication = async ({
  trx,
  type,
  action,
  params,
  door,
  entries,
  addressed,
  reading,
  recorded,
}: {
  trx: Knex.Transaction;
  type: TrackedType;
  action: string;
  params: Record<string, unknown>;
  door: Door;
  entries: Entry[];
  addressed: string[] | undefined;
  reading: Reading;
  recorded: RecordedRevision[];
}): Promise<void> => {
  if (!type.reader.hasDraftAndPublish) return;
  const publishes =
    action === 'publish' || ((action === 'create' || action === 'update') && params.status === 'published');
  if (!publishes && action !== 'unpublish') return;
  if (entries.length === 0) return;

  const localeOf = (entry: Entry) => (type.reader.structure.localized ? entry.locale : '');
  const touched = addressed ?? reading.locales.map(({ locale }) => locale);
  const known = entries.every((entry) => typeof localeOf(entry) === 'string');
  const locales = known
    ? touched.filter((locale) => entries.some((entry) => localeOf(entry) === locale))
    : touched;

  await addEvents(
    trx,
    locales.flatMap((locale) => {
      const current = reading.locales.find((candidate) => candidate.locale === locale);
      const revision = recorded.find((made) => made.locale === locale)?.id ?? current?.head?.id ?? null;
      if (publishes && revision === null) return [];
      const entry = entries.find((candidate) => localeOf(candidate) === locale);
      return {
        document: reading.document!.id,
        locale,
        revision: publishes ? revision : null,
        at: publishes && entry?.publishedAt ? new Date(entry.publishedAt).getTime() : Date.now(),
        actor: door.actor,
      };
    })
  );
};

/** A deletion leaves a last revision of what was deleted, so that it can be looked at and brought back. */
const recordDeletion = async ({
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
