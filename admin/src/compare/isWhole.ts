import type { Change } from '../../../contracts/compare';

/**
 * Whether something came or went as a whole: a component, a file, a value. What is below it is what is in it, and no
 * differences of their own. (A list that was empty holds items that came, each of them as a whole.)
 */
export const isWhole = ({ kind, from, to }: Change): boolean =>
  (kind === 'added' || kind === 'removed') && (from !== undefined || to !== undefined);

/** Whether there are differences below this one. */
export const isGroup = (change: Change): boolean =>
  change.children !== undefined && change.children.length > 0 && !isWhole(change);
