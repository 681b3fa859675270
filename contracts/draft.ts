import type { Change } from './compare';
import type { Actor, Revision } from './revision';

/**
 * What a draft looks like from outside: the `_draft` object of every list, get and query (public interface, section 3).
 */

export const DRAFT_KINDS = ['unsaved', 'provisional', 'saved'] as const;
/**
 * `provisional`: the private one that autosave writes; `saved`: one with a name; `unsaved`: one of a document that does
 * not exist yet, and never touched since it was made.
 */
export type DraftKind = (typeof DRAFT_KINDS)[number];

export interface Draft {
  id: number;
  kind: DraftKind;
  /** null of a provisional draft */
  name: string | null;
  notes: string | null;
  creator: Actor;
  /** ISO 8601 */
  createdAt: string;
  updatedAt: string;
  /** Counts up with every change; a write that gives it must give this one. */
  lockVersion: number;
  /** Codes of the locales that it changes; none of a type without locales. */
  locales: string[];
  /** Top-level attributes in which it differs from current. Where a draft comes without a locale, those of all its locales. */
  modified: string[];
  /** Whether an attribute that the draft touched has changed upstream since. */
  outdated: boolean;
  /** Paths of what came in from upstream, in attributes that the draft touched. */
  merged: string[];
  /** Paths of what both sides changed; the draft's is kept until it is resolved. */
  conflicts: string[];
  /** null where there is no document yet */
  documentId: string | null;
}

/** Content of a draft in one locale: current, as if the draft were applied. */
export interface DraftContent {
  data: Record<string, unknown> & { documentId: string | null; locale: string | null; _draft: Draft };
  meta: Record<string, never>;
}

/** `data` of the answer to a merge. */
export interface MergeResult {
  /** paths of what came in */
  merged: string[];
  /** paths of what is still in conflict: what `resolve` did not name */
  conflicts: string[];
  draft: Draft;
}

/** `data` of the answer when a draft was applied. */
export interface ApplyResult {
  /** The document as it is now, in the locale asked for. */
  document: Record<string, unknown>;
  /** The revision that it left; null where the draft changed nothing. */
  revision: Revision | null;
  merged: string[];
  /** Paths that both sides had changed: the draft's went live. */
  conflicts: string[];
}

/** What both the draft and upstream changed, told by what each of them did to what it was. */
export interface DraftConflict {
  path: string;
  /** what the attribute, the component or the item is called */
  label: string;
  kind: 'changed-both' | 'moved-both' | 'removed-upstream' | 'removed-in-draft';
  /** from base to what it is upstream now */
  theirs: Change[];
  /** from base to the draft's */
  mine: Change[];
}

/**
 * A draft as the edit form takes it, in one locale (admin API). The values stand for the attributes that the draft
 * changes, over those of current: components with the rows of current, relations as what to connect and disconnect.
 */
export interface DraftForm {
  draft: Draft;
  values: Record<string, unknown>;
  conflicts: DraftConflict[];
  /** Top-level attributes into which something came in from upstream. */
  upstream: string[];
}

/** A draft in a list that spans documents (admin API). */
export interface ListedDraft extends Pick<
  Draft,
  | 'id'
  | 'kind'
  | 'name'
  | 'notes'
  | 'creator'
  | 'createdAt'
  | 'updatedAt'
  | 'lockVersion'
  | 'locales'
  | 'documentId'
> {
  /** uid of the content type */
  uid: string;
  /** what the document is called, as the content manager calls it, by the draft where that calls it otherwise; null where nobody knows */
  title: string | null;
  /** Whether its document was deleted. */
  isOrphan: boolean;
  isMine: boolean;
  mayApply: boolean;
  mayDelete: boolean;
}
