import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import type { DraftEvent, EventName, PurgeEvent, RevisionEvent } from '../../../contracts/event';
import type { Actor, Status } from '../../../contracts/revision';
import type { Outcome } from '../capture/outcome';
import type { StoredDraft } from '../store/drafts';
import type { DraftLook } from './draft-looks';
import { getService } from '.';

export interface DocumentKey {
  uid: string;
  documentId: string | null;
}

export interface DraftNews {
  looks: DraftLook[];
  actor: Actor;
  locale?: string;
}

/** How many documents' states are known at a time, and how long in ms: Strapi tells of a save within moments of it. */
const KNOWN = { max: 1000, ttl: 60_000 };

const SYSTEM: Actor = { type: 'system', id: null, name: null };

const keyOf = ({ uid, documentId }: DocumentKey, locale: string): string => `${uid} ${documentId} ${locale}`;

/** Tells whoever listens, webhooks too, what became of revisions and drafts: once it is committed, and never before. */
const events = ({ strapi }: { strapi: Core.Strapi }) => {
  const statuses = new LRUCache<string, Status>(KNOWN);

  const emit = (event: RevisionEvent | DraftEvent | PurgeEvent): void => {
    strapi.eventHub.emit(event.event, event).catch((error: Error) => {
      strapi.log.error(`Drafts & Revisions: a listener of ${event.event} failed: ${error.message}`);
    });
  };

  const about = <Name extends EventName>(
    event: Name,
    { uid, documentId }: DocumentKey,
    { locale, status, actor }: { locale: string; status: Status | null; actor: Actor }
  ) => ({
    event,
    uid,
    model: strapi.contentType(uid as never).modelName,
    documentId,
    locale: locale || null,
    meta: { status },
    actor,
    createdAt: new Date().toISOString(),
  });

  const tellOfRevision = async (
    key: { uid: string; documentId: string },
    { locale, status, revision: row, publication }: Outcome
  ): Promise<void> => {
    const [view] = await getService(strapi, 'revisions').describe([row!], key, { isNew: true });
    const isLive = publication !== null && publication.revision !== null;
    const revision = isLive
      ? {
          ...view!,
          isPublished: true,
          publications: [
            {
              publishedAt: new Date(publication.at).toISOString(),
              publishedBy: publication.actor,
              unpublishedAt: null,
              unpublishedBy: null,
            },
          ],
        }
      : view!;
    const common = { locale, status, actor: row!.actor };
    emit({ ...about('revision.create', key, common), revision });
    if (row!.action === 'restore') emit({ ...about('revision.restore', key, common), revision });
  };

  const tellOfDraft = async (
    event: DraftEvent['event'],
    stored: StoredDraft,
    { looks, actor, locale = stored.locales[0]?.locale ?? '' }: DraftNews
  ): Promise<void> => {
    const { uid, documentId } = stored;
    const state =
      documentId === null
        ? null
        : await getService(strapi, 'revisions').state({ uid, documentId, locale, drafts: 0 });
    const draft = getService(strapi, 'drafts').describe(stored, looks);
    emit({ ...about(event, stored, { locale, status: state?.status ?? null, actor }), draft });
  };

  return {
    /** What a write left in the locales of a document. */
    written(key: { uid: string; documentId: string }, outcomes: Outcome[]): void {
      for (const outcome of outcomes) {
        const { locale, status, revision } = outcome;
        if (status) statuses.set(keyOf(key, locale), status);
        if (revision) void tellOfRevision(key, outcome);
      }
    },

    /** Revisions that a limit took away. */
    purged(key: { uid: string; documentId: string }, locale: string, purged: number[]): void {
      const status = statuses.get(keyOf(key, locale)) ?? null;
      emit({ ...about('revision.purge', key, { locale, status, actor: SYSTEM }), revision: null, purged });
    },

    /**
     * @param looks what the draft looks like in its locales
     * @param locale the one that was written; absent: the draft's first
     */
    draft(event: DraftEvent['event'], stored: StoredDraft, news: DraftNews): void {
      const isPrivate = stored.kind === 'provisional' && event !== 'draft.apply';
      if (isPrivate) return;
      tellOfDraft(event, stored, news).catch((error: Error) => {
        strapi.log.error(`Drafts & Revisions: could not tell of ${event}: ${error.message}`);
      });
    },

    /** How current and published relate since the last write that this process made of a document. */
    statusOf: (key: DocumentKey, locale: string): Status | undefined => statuses.get(keyOf(key, locale)),
  };
};

export default events;
