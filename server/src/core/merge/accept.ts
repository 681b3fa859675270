import { own } from '../record';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import { changeOf, draftable, withChanges, type DraftChange, type DraftChanges } from './changes';
import { isSame } from './is-same';
import { mergeValue, type MergeValueParams } from './merge-value';
import type { Resolve } from './outcome';

export interface AcceptParams {
  changes: DraftChanges;
  /** current content in today's structure; null where there is no document yet */
  current: Snapshot | null;
  /** today's */
  structure: Structure;
  /** by a conflict's path whose it is to be; it stays a conflict where this says nothing */
  resolve?: Record<string, 'draft' | 'current'>;
}

/**
 * Brings what changed upstream into a draft: what it looks like becomes what it has, and current its base, but for what is
 * in conflict still. What is the same in both is no longer a modification, and drops out. Doing it twice changes nothing.
 * Total.
 */
export const accept = ({ changes, current, structure, resolve = {} }: AcceptParams): DraftChanges =>
  withChanges(
    changes,
    draftable(structure).flatMap(([name, shape]): [string, DraftChange | null][] => {
      const change = changeOf(changes, name);
      if (!change) return [];
      const now = own(current, name) ?? null;
      const { value, base } = isSame(change.base, now, shape, structure)
        ? { value: change.value, base: now }
        : acceptValue({ ...change, now, shape, structure, path: name, resolve });
      return [[name, isSame(value, now, shape, structure) ? null : { base, value }]];
    })
  );

const acceptValue = ({
  base,
  value,
  now,
  resolve,
  ...place
}: DraftChange & { now: unknown; resolve: Record<string, unknown> } & Pick<
    MergeValueParams,
    'shape' | 'structure' | 'path'
  >): DraftChange => {
  const resolved: Resolve = ({ path }) => own(resolve, path) as ReturnType<Resolve>;
  const outcome = mergeValue({ ...place, base, draft: value, current: now, resolve: resolved });
  const isOpen = outcome.conflicts.some((conflict) => resolved(conflict) === undefined);
  return { value: outcome.value, base: isOpen ? outcome.base : now };
};
