import { own } from '../record';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import { changeOf, draftable, withChanges, type DraftChange, type DraftChanges } from './changes';
import { isSame } from './is-same';
import { mergeValue } from './merge-value';

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
 * A draft's changes after it was edited. The first touch of an attribute takes current as its base. On a later one what
 * was edited is the merged look, so what came in from upstream is in it: it goes into the base as well, or it would
 * count as the draft's own from now on. What is in conflict stays in conflict until somebody resolves it.
 *
 * A value that is what it was drops out, and so does one that is what current has. Total; attributes that the structure
 * does not have are passed over.
 */
export const touch = ({ changes, current, data, structure }: TouchParams): DraftChanges =>
  withChanges(
    changes,
    draftable(structure).flatMap(([name, shape]): [string, DraftChange | null][] => {
      const value = own(data, name);
      if (value === undefined) return [];
      const now = own(current, name) ?? null;
      const change = changeOf(changes, name);
      const base = change
        ? mergeValue({ base: change.base, draft: change.value, current: now, shape, structure, path: name })
            .base
        : now;
      const isNothing = isSame(value, base, shape, structure) || isSame(value, now, shape, structure);
      return [[name, isNothing ? null : { base, value }]];
    })
  );
