import type { AttributeShape } from '../structure';
import type { Context } from './context';
import { isSame } from './is-same';
import type { Conflict, Outcome } from './outcome';
import { mapSides, type Sides } from './sides';

interface Params {
  /** undefined on a side that does not have it */
  sides: Sides;
  shape: AttributeShape;
  path: string;
  /** of what is in the draft and upstream */
  mergeContent: (sides: Sides) => Outcome;
}

const ABSENT: Outcome = { value: undefined, base: undefined, conflicts: [], merged: [] };

/**
 * A component that may be missing on any side: removed there, or added here (public interface, rule 9: "removed
 * upstream and untouched in the draft → gone; removed upstream and changed in the draft → kept, a conflict; removed in
 * the draft → stays removed (a conflict if upstream changed it); added by either → kept").
 *
 * @returns undefined as its value where it is not there
 */
export const mergePresence = (context: Context, { sides, shape, path, mergeContent }: Params): Outcome => {
  const { base, draft, current } = sides;
  if (draft !== undefined && current !== undefined) return mergeContent(sides);
  if (base === undefined) {
    if (current === undefined) return { ...ABSENT, value: draft };
    return { value: current, base: current, conflicts: [], merged: [{ path, kind: 'added' }] };
  }
  if (draft === undefined && current === undefined) return ABSENT;

  const isRemovedUpstream = current === undefined;
  if (isSame(base, isRemovedUpstream ? draft : current, shape, context.structure)) {
    return isRemovedUpstream
      ? { ...ABSENT, merged: [{ path, kind: 'removed' }] }
      : { ...ABSENT, base: current };
  }
  const conflict: Conflict = {
    path,
    kind: isRemovedUpstream ? 'removed-upstream' : 'removed-in-draft',
    ...mapSides(sides, (value) => value ?? null),
  };
  const side = context.resolve(conflict);
  const value = side === 'current' ? current : draft;
  return { value, base: side ? current : base, conflicts: [conflict], merged: [] };
};

/** Whether it is there after the merge, before anybody resolves a conflict. */
export const isKept = (
  { base, draft, current }: Sides,
  shape: AttributeShape,
  { structure }: Context
): boolean => {
  if (draft === undefined) return base === undefined && current !== undefined;
  return current !== undefined || base === undefined || !isSame(base, draft, shape, structure);
};
