import { useGetRevisionQuery } from '../api/revisionsApi';
import { useDifferences } from './DifferenceContext';
import { readReference } from './readReference';
import { valueAt } from './valueAt';

import type { Change } from '../../../contracts/compare';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether there are references in a component that say no more than was recorded. */
const hasRecorded = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasRecorded);
  if (!isRecord(value)) return false;
  const reference = readReference(value);
  return reference ? !reference.isLookedUp : Object.values(value).some(hasRecorded);
};

const sameComponent = (a: unknown, b: unknown): boolean =>
  isRecord(a) && isRecord(b) && a.__component === b.__component;

/** On the older side the place of what was removed is known, but not where what it lay in was. */
const ON_TOP = /^[^.[]+(?:\[\d+\])?$/;

/**
 * A component that is on one side only, with what it points at by name: a change says of references within it no more
 * than was recorded, and the revision's own content says the rest.
 */
export const useNamed = (change: Change, side: 'from' | 'to'): unknown => {
  const { revisions } = useDifferences();
  const value = change[side];
  const revision = revisions[side];
  const isFound = side === 'to' || ON_TOP.test(change.path);
  const skip = revision === null || !isFound || change.type !== 'component' || !hasRecorded(value);
  const { currentData } = useGetRevisionQuery(revision ?? 0, { skip });

  const named = skip ? undefined : valueAt(currentData?.data, change.path);
  return sameComponent(named, value) ? named : value;
};
