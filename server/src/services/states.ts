import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { hashOf } from '../core/hash';
import type { Snapshot } from '../core/snapshot';
import { findDocument } from '../store/documents';
import type { StoredDraft } from '../store/drafts';
import { inTransaction } from '../store/in-transaction';
import { publishedNow } from '../store/publications';
import type { DocumentReading } from '../store/reading/assemble';
import { findBefore, type RevisionRow } from '../store/revisions';
import { getService } from '.';

/** Content of a document at one time. */
export interface State {
  /** as it was asked for: `revision:12`, `draft:3`, `current`, `published`, `previous` */
  ref: string;
  /** '' where the type is not localized */
  locale: string;
  /** the revision that records it; null where none does */
  revision: RevisionRow | null;
  /** the draft whose look it is */
  draft?: StoredDraft;
  /** of a draft: whether its document was deleted */
  isOrphan?: boolean;
  /** in today's structure, references to what is gone included; null: there was nothing */
  content: Snapshot | null;
}

export interface StateKey {
  uid: string;
  documentId: string;
  /** '' where the type is not localized */
  locale: string;
}

/** Finds the states of a document that `compare` knows (public interface, section 4). */
const states = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection } = getService(strapi, 'store');

  const read = (key: StateKey, version: 'current' | 'published'): Promise<DocumentReading | undefined> =>
    inTransaction(strapi, async (trx) => {
      const reader = getService(strapi, 'tracking').reader(key.uid)!;
      const { locales } = await reader.read(trx, { ...key, version, heads: true });
      return locales.find(({ locale }) => locale === key.locale);
    });

  const publishedRevision = (key: StateKey): Promise<number | undefined> =>
    connection(async (knex) => {
      const document = await findDocument(knex, key);
      return document ? (await publishedNow(knex, document.id)).get(key.locale) : undefined;
    });

  const self = {
    /** @throws NotFoundError where there is none of this document: which one it is of is asked of the row */
    async revision(
      id: number,
      { uid, documentId }: Pick<StateKey, 'uid' | 'documentId'>,
      ref = `revision:${id}`
    ): Promise<State> {
      const found = await getService(strapi, 'content').load(id);
      if (!found || found.document.uid !== uid || found.document.documentId !== documentId) {
        throw new errors.NotFoundError(`No revision ${id} of this document`);
      }
      return { ref, locale: found.row.locale, revision: found.row, content: found.recorded };
    },

    /** @throws NotFoundError where the document has no such locale */
    async current(key: StateKey, ref = 'current'): Promise<State> {
      const reading = await read(key, 'current');
      if (!reading) throw new errors.NotFoundError(`${ref}: no such document${inLocale(key)}`);
      const { snapshot, head } = reading;
      const isRecorded =
        head !== null && head.action !== 'delete' && head.hash === hashOf(JSON.stringify(snapshot));
      const revision = isRecorded ? await getService(strapi, 'revisions').find(head.id) : null;
      return { ref, locale: key.locale, revision, content: snapshot };
    },

    /**
     * What was published, as its revision has it: the row lacks relations to what is not published itself, and those
     * would look like changes. The row, where no revision tells.
     *
     * @throws NotFoundError where nothing is published
     */
    async published(key: StateKey): Promise<State> {
      const ref = 'published';
      if (!getService(strapi, 'tracking').hasDraftAndPublish(key.uid)) return self.current(key, ref);
      const row = await read(key, 'published');
      if (!row) throw new errors.NotFoundError(`${ref}: the document is not published${inLocale(key)}`);
      const id = await publishedRevision(key);
      if (id !== undefined) return self.revision(id, key, ref);
      return { ref, locale: key.locale, revision: null, content: row.snapshot };
    },

    /** A draft as it looks now, in one locale. */
    async draft(stored: StoredDraft, key: StateKey): Promise<State> {
      const { over, inTodaysStructure, readings } = getService(strapi, 'draft-looks');
      return connection(async (knex) => {
        const draft = await inTodaysStructure(knex, stored);
        const current = await readings(knex, draft);
        const { content } = over(draft, current, key.locale);
        const isOrphan = draft.documentId !== null && current.length === 0;
        return { ref: `draft:${stored.id}`, locale: key.locale, revision: null, draft, isOrphan, content };
      });
    },

    /** What there was before another state: of content that no revision records yet, its newest revision. */
    async previous(state: State, key: Pick<StateKey, 'uid' | 'documentId'>): Promise<State> {
      const ref = 'previous';
      const { locale } = state;
      const before = await connection(async (knex) => {
        const document = await findDocument(knex, key);
        return document && findBefore(knex, { document: document.id, locale, revision: state.revision?.id });
      });
      if (!before) return { ref, locale, revision: null, content: null };
      const found = await self.revision(before.id, key, ref);
      // after a deletion there was nothing
      return before.action === 'delete' ? { ...found, content: null } : found;
    },
  };
  return self;
};

const inLocale = ({ locale }: StateKey): string => (locale ? ` in locale "${locale}"` : '');

export default states;
