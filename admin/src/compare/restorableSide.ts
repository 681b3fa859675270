import type { Comparison } from '../../../contracts/compare';
import type { Revision } from '../../../contracts/revision';

/** The older side, where it has something to give back: it is not what the document is now. */
export const restorableSide = ({ from, to }: Comparison): Revision | null => {
  // Content may have changed behind the revisions' back; then the newest of them can still be restored.
  const isCurrent = from.ref === 'current' || (from.revision?.isCurrent === true && to.revision !== null);
  return isCurrent ? null : from.revision;
};
