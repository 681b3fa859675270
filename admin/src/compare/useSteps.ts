import * as React from 'react';

import { step } from './step';

import type { CompareState } from '../utils/compareSearch';
import type { Direction } from './step';
import type { Revision } from '../../../contracts/revision';

interface Walk extends Pick<CompareState, 'from' | 'to'> {
  /** newest first, as far as they are known */
  revisions: Revision[];
  isComplete: boolean;
  loadMore: () => void;
  onStep: (sides: Pick<CompareState, 'from' | 'to'>) => void;
}

export interface Steps {
  go: (direction: Direction) => void;
  hasOlder: boolean;
  hasNewer: boolean;
}

/** The ways to the same comparison one revision on; where those are not known yet, they are loaded first. */
export const useSteps = ({ from, to, revisions, isComplete, loadMore, onStep }: Walk): Steps => {
  const [awaited, setAwaited] = React.useState<Direction | null>(null);
  const next = (direction: Direction) => step({ from, to }, direction, revisions, isComplete);

  const go = (direction: Direction) => {
    const sides = next(direction);
    setAwaited(sides === 'unknown' ? direction : null);
    if (sides === 'unknown') loadMore();
    else if (sides) onStep(sides);
  };

  const latest = React.useRef(go);
  React.useEffect(() => {
    latest.current = go;
  });
  React.useEffect(() => {
    if (awaited && revisions.length > 0) latest.current(awaited);
  }, [awaited, revisions]);

  return { go, hasOlder: next('older') !== null, hasNewer: next('newer') !== null };
};
