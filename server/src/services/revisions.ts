import type { Core } from '@strapi/strapi';
import type { DocumentState, Publication, Revision, Status } from '../../../contracts/revision';
import { findDocument, type DocumentKey } from '../store/documents';
import { periodsOf, publishedNow, type Period } from '../store/publications';
import {
  countRevisions,
  findByNumbers,
  findRevision,
  listActors,
  listRevisions,
  newestNumbers,
  updateAnnotation,
  type RevisionFilter,
  type RevisionRow,
} from '../store/revisions';
import { getService } from '.';

const iso = (ms: number): string => new Date(ms).toISOString();

const publicationOf = ({ from, fromActor, to, toActor }: Period): Publication => ({
  publishedAt: iso(from),
  publishedBy: fromActor,
  unpublishedAt: to === null ? null : iso(to),
  unpublishedBy: toActor,
});

/** Listing and describing revisions, and the few things that can be written on one. */
const revisions = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection, dialect } = getService(strapi, 'store');

  /**
   * Revisions of however many documents: one statement.
   *
   * @param isNew whether they were made this moment and not published: then nothing is to be looked up
   */
  const describeAll = async (
    found: { row: RevisionRow; document: DocumentKey }[],
    { isNew = false } = {}
  ): Promise<Revision[]> => {
    const rows = found.map(({ row }) => row);
    const periods = isNew
      ? []
      : await connection((knex) =>
          periodsOf(
            knex,
            dialect,
            rows.map(({ id }) => id)
          )
        );
    const { hasDraftAndPublish } = getService(strapi, 'tracking');

    return found.map(({ row, document: { uid, documentId } }) => {
      const own = periods.filter(({ revision }) => revision === row.id);
      const isCurrent = row.number === row.newest && row.action !== 'delete';
      return {
        id: row.id,
        number: row.number,
        locale: row.locale === '' ? null : row.locale,
        action: row.action,
        label: row.label,
        notes: row.notes,
        pinned: row.pinned,
        creator: row.actor,
        createdAt: iso(row.createdAt),
        changed: row.changed,
        isCurrent,
        // a type without Draft & Publish has no publications: what is current is live (rule 4)
        isPublished: hasDraftAndPublish(uid) ? own.some(({ to }) => to === null) : isCurrent,
        publications: own.map(publicationOf),
        origin: row.origin,
        restoredFrom: row.restoredFrom,
        restoredFromNumber: row.restoredFromNumber,
        draftName: row.draftName,
        documentId,
      };
    });
  };

  /** Revisions of one document. */
  const describe = (
    rows: RevisionRow[],
    document: DocumentKey,
    options?: { isNew?: boolean }
  ): Promise<Revision[]> =>
    describeAll(
      rows.map((row) => ({ row, document })),
      options
    );

  return {
    describe,
    describeAll,

    /** A page of a document's revisions, newest first: three statements. */
    async list(
      filter: RevisionFilter,
      { page, pageSize }: { page: number; pageSize: number }
    ): Promise<{ revisions: Revision[]; total: number }> {
      const rows = connection((knex) =>
        listRevisions(knex, dialect, filter, { offset: (page - 1) * pageSize, limit: pageSize })
      );
      // side by side, where there is more than one connection to ask
      if (strapi.db.inTransaction()) await rows;
      const total = connection((knex) => countRevisions(knex, dialect, filter));
      const [found, count] = await Promise.all([rows, total]);
      return { revisions: await describe(found, filter), total: count };
    },

    /** Locales that a document has revisions in. */
    localesOf: (key: { uid: string; documentId: string }): Promise<string[]> =>
      connection(async (knex) => {
        const document = await findDocument(knex, key);
        return document ? (await newestNumbers(knex, document.id)).map(({ locale }) => locale) : [];
      }),

    actors: (filter: RevisionFilter) => connection((knex) => listActors(knex, dialect, filter)),

    find: (id: number): Promise<RevisionRow | null> => connection((knex) => findRevision(knex, id)),

    annotate: (
      id: number,
      annotation: { label?: string | null; notes?: string | null; pinned?: boolean }
    ): Promise<void> => connection((knex) => updateAnnotation(knex, id, annotation)),

    /**
     * How a document's current and published content relate, by its revisions; by its rows where it has none yet.
     *
     * @param locale '' on a type without locales
     * @param counted whose revisions are counted; absent: those of all locales
     * @param drafts how many drafts the caller sees
     * @returns null where there is, and was, no such document
     */
    async state({
      uid,
      documentId,
      locale,
      counted,
      drafts,
    }: {
      uid: string;
      documentId: string;
      locale: string;
      counted?: string;
      drafts: number;
    }): Promise<DocumentState | null> {
      const key = { uid, documentId };
      const hasDraftAndPublish = getService(strapi, 'tracking').hasDraftAndPublish(uid);
      return connection(async (knex) => {
        const document = await findDocument(knex, key);
        const heads = document ? await newestNumbers(knex, document.id) : [];
        if (!document || !heads.some((head) => head.locale === locale)) {
          const status = await statusOfRows(key, locale);
          if (!status && !document) return null;
          return {
            status: status ?? 'draft',
            currentRevision: null,
            publishedRevision: null,
            changedLocales: status === 'updated' ? [locale || null] : [],
            counts: { revisions: document ? await countRevisions(knex, dialect, key) : 0, drafts },
          };
        }

        const current = await findByNumbers(
          knex,
          document.id,
          heads.map(({ number }) => number)
        );
        const live = await publishedNow(knex, document.id);
        const published = new Map<string, RevisionRow>();
        for (const [of, id] of live) {
          const row = current.find((head) => head.id === id) ?? (await findRevision(knex, id));
          if (row) published.set(of, row);
        }
        const statusOf = (of: string): Status => {
          if (!hasDraftAndPublish) return 'published';
          const [head, shown] = [current.find((row) => row.locale === of), published.get(of)];
          if (!live.has(of)) return 'draft';
          return head?.hash === shown?.hash ? 'published' : 'updated';
        };

        const head = current.find((row) => row.locale === locale && row.action !== 'delete');
        const shown = hasDraftAndPublish ? published.get(locale) : head;
        return {
          status: statusOf(locale),
          currentRevision: head ? (await describe([head], key))[0]! : null,
          publishedRevision: shown ? (await describe([shown], key))[0]! : null,
          changedLocales: current
            .filter((row) => row.action !== 'delete' && statusOf(row.locale) === 'updated')
            .map((row) => row.locale || null),
          counts: {
            revisions: await countRevisions(knex, dialect, {
              ...key,
              locales: counted === undefined ? undefined : [counted],
            }),
            drafts,
          },
        };
      });
    },
  };

  /** As Strapi itself tells: by the rows' times. */
  async function statusOfRows(
    { uid, documentId }: { uid: string; documentId: string },
    locale: string
  ): Promise<Status | null> {
    const rows = await strapi.db.query(uid as never).findMany({
      where: { documentId, ...(locale && { locale }) },
      select: ['updatedAt', 'publishedAt'],
    });
    if (rows.length === 0) return null;
    if (!getService(strapi, 'tracking').hasDraftAndPublish(uid)) return 'published';
    const draft = rows.find((row) => !row.publishedAt);
    const live = rows.find((row) => row.publishedAt);
    if (!live) return 'draft';
    return draft && new Date(draft.updatedAt) > new Date(live.updatedAt) ? 'updated' : 'published';
  }
};

export default revisions;
