/**
 * What a revision looks like from outside: the `_revision` object that every
 * list, get and query answers with. Shape and words: public interface, section 3.
 */

export const ACTIONS = [
  'baseline',
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discard',
  'restore',
  'apply',
  'delete',
  'sync',
] as const;
/** What was done when the revision came into being. */
export type RevisionAction = (typeof ACTIONS)[number];

export const ORIGINS = ['admin', 'rest', 'graphql', 'service'] as const;
/** Which door the save came through. */
export type Origin = (typeof ORIGINS)[number];

export const ACTOR_TYPES = ['admin', 'user', 'api-token', 'system'] as const;
/** Who did it. A job or an anonymous visitor is `{type: 'system', id: null, name: null}`. */
export interface Actor {
  type: (typeof ACTOR_TYPES)[number];
  id: number | null;
  name: string | null;
}

/** A period in which a revision was the published one; `unpublishedAt` is null while it lasts. Times are ISO 8601. */
export interface Publication {
  publishedAt: string;
  publishedBy: Actor | null;
  unpublishedAt: string | null;
  unpublishedBy: Actor | null;
}

/** A reference in a revision whose target is no longer there. `path` like `category` or `sections[2].image`. */
export interface Missing {
  path: string;
  target: string;
  documentId: string | null;
  /** What the target was called when the revision was made, where that is known (files). */
  label: string | null;
}

export interface Revision {
  id: number;
  number: number;
  locale: string | null;
  action: RevisionAction;
  label: string | null;
  notes: string | null;
  pinned: boolean;
  creator: Actor;
  /** ISO 8601 */
  createdAt: string;
  /** Names of the top-level attributes that differ from the locale's revision before. */
  changed: string[];
  isCurrent: boolean;
  isPublished: boolean;
  publications: Publication[];
  origin: Origin;
  /** Id of the revision that this one restored; that one may be purged since, its number stays known. */
  restoredFrom: number | null;
  restoredFromNumber: number | null;
  draftName: string | null;
  documentId: string;
  /** Only where content goes with it. */
  missing?: Missing[];
}

/** Something in a snapshot that today's schema has no place for, with why. */
export interface Dropped {
  path: string;
  reason:
    | 'attribute-removed'
    | 'type-changed'
    | 'component-removed'
    | 'component-not-allowed'
    | 'value-not-allowed'
    | 'locale-removed';
}

/** Something today's schema has that the snapshot lacks; it reads as its default or null. */
export interface Added {
  path: string;
}

/** Content of one revision, in today's structure. */
export interface RevisionContent {
  data: Record<string, unknown> & { documentId: string; locale: string | null; _revision: Revision };
  meta: { missing: Missing[]; dropped: Dropped[]; added: Added[] };
}

/** How current and published relate. */
export type Status = 'draft' | 'published' | 'updated';

export interface DocumentState {
  status: Status;
  currentRevision: Revision | null;
  publishedRevision: Revision | null;
  /** Locales whose current content differs from what is published. */
  changedLocales: (string | null)[];
  counts: { revisions: number; drafts: number };
}

export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** What a restore cannot bring back, or brings back changed. */
export interface RestoreWarning {
  code: Dropped['reason'] | 'missing' | 'emptied' | 'shared' | 'forbidden';
  path: string;
  /** null where the type is not localized */
  locale: string | null;
  target?: string;
  documentId?: string | null;
  label?: string | null;
}

/** `data` of the answer to a restore. */
export interface RestoreResult {
  /** The document as it is (or, with `dryRun`, would be) afterwards; null where nothing of it can be restored. */
  document: Record<string, unknown> | null;
  /** The new revision; null with `dryRun` and where nothing changed. */
  revision: Revision | null;
  /** True where current already is what the revision says. */
  unchanged: boolean;
  warnings: RestoreWarning[];
}

/** `meta` of the answer to a restore: per locale, the top-level attributes that change(d). */
export interface RestoreMeta {
  changes: { locale: string | null; number: number; changed: string[] }[];
}
