import type { Change, ChangeKind } from '../../../../contracts/compare';
import type { Head } from './context';

interface Side {
  value: unknown;
  isEmpty: boolean;
}

/** What became of a value of which one side may hold nothing. */
export const kindOf = (from: Pick<Side, 'isEmpty'>, to: Pick<Side, 'isEmpty'>): ChangeKind => {
  if (from.isEmpty) return 'added';
  return to.isEmpty ? 'removed' : 'changed';
};

/** A change that shows both sides as they are; nothing is shown of a side that is empty. */
export const changeOf = (head: Head, from: Side, to: Side): Change => ({
  ...head,
  kind: kindOf(from, to),
  ...(!from.isEmpty && { from: from.value }),
  ...(!to.isEmpty && { to: to.value }),
});
