import type { AttributeShape } from '../structure';
import type { Context } from './context';
import { isSame } from './is-same';
import type { Conflict, Outcome } from './outcome';
import { mapSides, type Sides } from './sides';

interface Params {
  sides: Sides;
  shape: AttributeShape;
  path: string;
}

/** Text, numbers, media, relations, JSON, and whatever else is one value: it is one side's, or the other's. */
export const mergeWhole = (context: Context, { sides, shape, path }: Params): Outcome => {
  const same = (a: unknown, b: unknown): boolean => isSame(a, b, shape, context.structure);
  const { base, draft, current } = mapSides(sides, (value) => value ?? null);
  const isTouched = !same(base, draft);
  if (same(draft, current)) {
    return { value: current, base: isTouched ? base : current, conflicts: [], merged: [] };
  }
  if (!isTouched)
    return { value: current, base: current, conflicts: [], merged: [{ path, kind: 'changed' }] };
  if (same(base, current)) return { value: draft, base: current, conflicts: [], merged: [] };

  const conflict: Conflict = { path, kind: 'changed-both', base, draft, current };
  const side = context.resolve(conflict);
  const value = side === 'current' ? current : draft;
  return { value, base: side ? current : base, conflicts: [conflict], merged: [] };
};
