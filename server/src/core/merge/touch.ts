import { own } from '../record';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import { changeOf, draftable, withChanges, type DraftChange, type DraftChanges } from './changes';
import { isSame } from './is-same';
import { mergeValue } from './merge-value';
import type { Outcome } from './outcome';

export interface TouchParams {
  changes: DraftChanges;
  /** current content in today's structure; null where there is no document yet */
  current: Snapshot | null;
  /** new values of the attributes that were edited, each as a whole: edits of what `mergeDraft` showed */
  data: Record<string, unknown>;
  /** today's */
  structure: Structure;
}

/**
 * A draft's changes after it was edited: it looks as it was saved. The first touch of an attribute takes current as its
 * base. On a later one what was edited is the merged look, so what came in from upstream is in it: it goes into the
 * base as well, or it would count as the draft's own from now on. What is in conflict stays so until it is resolved.
 *
 * A value that is what current has is no modification, and drops out (public interface, rule 9). Total; what the
 * structure does not have is passed over.
 */
export const touch = ({ changes, current, data, structure }: TouchParams): DraftChanges =>
  withChanges(
    changes,
    draftable(structure).flatMap(([name, shape]): [string, DraftChange | null][] => {
      const value = own(data, name);
      if (value === undefined) return [];
      const same = (a: unknown, b: unknown): boolean => isSame(a, b, shape, structure);
      const now = own(current, name) ?? null;
      if (same(value, now)) return [[name, null]];
      const change = changeOf(changes, name);
      if (!change || same(change.base, now)) return [[name, { base: now, value }]];

      const merge = (base: unknown, draft: unknown): Outcome =>
        mergeValue({ base, draft, current: now, shape, structure, path: name });
      const look = merge(change.base, change.value);
      if (same(value, look.value)) return [];
      // What went back to what it was while it is another upstream would follow that. It was typed, so it is meant.
      const base = same(merge(look.base, value).value, value) ? look.base : now;
      return [[name, { base, value }]];
    })
  );
