/**
 * `changed-both`: the value, or the item where its component is unknown; `moved-both`: the order of a list;
 * `removed-upstream`, `removed-in-draft`: a component that the other side changed.
 */
export type ConflictKind = 'changed-both' | 'moved-both' | 'removed-upstream' | 'removed-in-draft';

/** What both sides changed, each in its own way (public interface, rule 9). The draft's is kept. */
export interface Conflict {
  /**
   * `title`, `seo.metaTitle`, `sections[2].body`. An index is the item's place in the merged value; of an item that the
   * draft removed its place in base.
   */
  path: string;
  kind: ConflictKind;
  /** The value on each side; null where there is none. */
  base: unknown;
  draft: unknown;
  current: unknown;
}

/** What came in from upstream. */
export interface Incoming {
  /** as a conflict's; of an item that upstream removed with its place in base */
  path: string;
  kind: 'changed' | 'added' | 'removed' | 'moved';
}

/** Which side is to have its way in a conflict; undefined: nobody said, so it stays one, and the draft's is kept. */
export type Resolve = (conflict: Conflict) => 'draft' | 'current' | undefined;

/** What became of a value. */
export interface Outcome {
  /** what the draft looks like now; undefined of a component that is not there */
  value: unknown;
  /**
   * Base with what came in from upstream, and what was resolved: `value` differs from it in the draft's own changes, and
   * current in those that are in conflict. What is merged from here is the same value with the conflicts that are left.
   */
  base: unknown;
  conflicts: Conflict[];
  merged: Incoming[];
}
