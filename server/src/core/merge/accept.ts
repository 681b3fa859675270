import { own } from '../record';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import { changeOf, draftable, withChanges, type DraftChange, type DraftChanges } from './changes';
import { isSame } from './is-same';
import { mergeValue } from './merge-value';

export interface AcceptParams {
  changes: DraftChanges;
  /** current content in today's structure; null where there is no document yet */
  current: Snapshot | null;
  /** today's */
  structure: Structure;
  /** by a conflict's path whose it is to be; the draft's where it says nothing */
  resolve?: Record<string, 'draft' | 'current'>;
}

/**
 * Brings what changed upstream into a draft: what it looks like becomes what it has, and current its base. What is the
 * same in both is no longer a modification, and drops out. Doing it twice changes nothing. Total.
 */
export const accept = ({ changes, current, structure, resolve = {} }: AcceptParams): DraftChanges =>
  withChanges(
    changes,
    draftable(structure).flatMap(([name, shape]): [string, DraftChange | null][] => {
      const change = changeOf(changes, name);
      if (!change) return [];
      const base = own(current, name) ?? null;
      const sides = { base: change.base, draft: change.value, current: base };
      const value = isSame(change.base, base, shape, structure)
        ? change.value
        : mergeValue({ ...sides, shape, structure, path: name, resolve: ({ path }) => own(resolve, path) })
            .value;
      return [[name, isSame(value, base, shape, structure) ? null : { base, value }]];
    })
  );
