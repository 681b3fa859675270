import { revisionIn, revisionRef } from '../utils/compareSearch';

import type { Revision } from '../../../contracts/revision';

interface Sides {
  from: string;
  to: string;
}

type Listed = Pick<Revision, 'id' | 'isCurrent' | 'isPublished'>;

export type Direction = 'older' | 'newer';

/**
 * Which side the arrow keys move: the one whose revision is looked at. What a revision is compared with stays, be it
 * the one before or what is live.
 */
const movingSide = ({ from, to }: Sides): 'from' | 'to' => {
  if (from === 'previous') return 'to';
  return revisionIn(from) !== null && revisionIn(to) === null ? 'from' : 'to';
};

/** @param revisions newest first */
const placeOf = (ref: string, revisions: Listed[]): number => {
  if (ref === 'current') return revisions.findIndex(({ isCurrent }) => isCurrent);
  if (ref === 'published') return revisions.findIndex(({ isPublished }) => isPublished);
  const id = revisionIn(ref);
  return revisions.findIndex((revision) => revision.id === id);
};

/**
 * The same comparison one revision on.
 *
 * @param revisions newest first, as far as they are known
 * @returns null where there is none in that direction; `unknown` where that is not known yet
 */
export const step = (
  sides: Sides,
  direction: Direction,
  revisions: Listed[],
  isComplete: boolean
): Sides | 'unknown' | null => {
  const side = movingSide(sides);
  const place = placeOf(sides[side], revisions);
  if (place < 0) return isComplete ? null : 'unknown';

  const next = place + (direction === 'older' ? 1 : -1);
  if (next >= revisions.length && !isComplete) return 'unknown';
  const revision = revisions[next];
  return revision ? { ...sides, [side]: revisionRef(revision.id) } : null;
};
