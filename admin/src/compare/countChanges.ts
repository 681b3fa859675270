import { isWhole } from './isWhole';

import type { Change } from '../../../contracts/compare';

/**
 * How many differences there are at or below one: a move is one, a text is one, and each of the differences below.
 */
export const countChanges = (change: Change): number => {
  const { kind, children = [], parts } = change;
  if (isWhole(change)) return 1;
  const below = children.reduce((sum, child) => sum + countChanges(child), 0);
  const own = (kind === 'moved' ? 1 : 0) + (parts ? 1 : 0);
  return Math.max(below + own, 1);
};
