import { Contents } from './Contents';
import { Sides } from './Sides';
import { Whole } from './Marks';
import { useDifferences } from './DifferenceContext';

import type { Change } from '../../../contracts/compare';

interface WholeDifferenceProps {
  kind: 'added' | 'removed';
  contents: Change[];
}

/** A component that came or went, with what is in it. */
export const WholeDifference = ({ kind, contents }: WholeDifferenceProps) => {
  const { view } = useDifferences();
  const whole = (
    <Whole kind={kind}>
      <Contents changes={contents} />
    </Whole>
  );

  if (view === 'inline') return whole;
  return <Sides from={kind === 'removed' ? whole : null} to={kind === 'added' ? whole : null} />;
};
