import type { Draft } from './draft';
import type { Actor, Revision, Status } from './revision';

/** What is told on `strapi.eventHub`, and to webhooks (public interface, section 7). */
export const EVENTS = [
  'revision.create',
  'revision.restore',
  'revision.purge',
  'draft.create',
  'draft.update',
  'draft.apply',
  'draft.delete',
] as const;
export type EventName = (typeof EVENTS)[number];

interface EventOf<Name extends EventName> {
  event: Name;
  uid: string;
  /** the content type's singular name, as in Strapi's own events */
  model: string;
  /** null where there is no document yet */
  documentId: string | null;
  /** null of a type without locales */
  locale: string | null;
  /** How current and published relate after it; null where there is no such document (any more). */
  meta: { status: Status | null };
  actor: Actor;
  /** ISO 8601 */
  createdAt: string;
}

export interface RevisionEvent extends EventOf<'revision.create' | 'revision.restore'> {
  revision: Revision;
}

export interface PurgeEvent extends EventOf<'revision.purge'> {
  revision: null;
  /** ids of the revisions that are gone */
  purged: number[];
}

/** Provisional drafts are their maker's alone: nobody is told of them until they are saved or applied. */
export interface DraftEvent extends EventOf<
  'draft.create' | 'draft.update' | 'draft.apply' | 'draft.delete'
> {
  draft: Draft;
}
