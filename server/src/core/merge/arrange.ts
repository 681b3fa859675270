import type { Side, Sides } from './sides';

/** An item's place on each side; null where it is not there. */
export type Trio = Sides<number | null>;

const byPlaceOn =
  (side: Side) =>
  (a: Trio, b: Trio): number =>
    a[side]! - b[side]!;

/** Items of one side, by the last one before them that both sides have; undefined: they stand before all such. */
const runsAfter = (trios: readonly Trio[], side: Side, other: Side): Map<Trio | undefined, Trio[]> => {
  const runs = new Map<Trio | undefined, Trio[]>();
  let anchor: Trio | undefined;
  for (const trio of trios.filter((each) => each[side] !== null).sort(byPlaceOn(side))) {
    if (trio[other] !== null) anchor = trio;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), trio]);
  }
  return runs;
};

interface Params {
  trios: readonly Trio[];
  /** What each side alone has follows the neighbour that it has there; the first side's before the second's. */
  sides: readonly [Side, Side];
  /** one of them: in its order are those items that both have */
  order: Side;
}

/**
 * One order for what two sides have: what both have in the order of one of them, what either has alone after its
 * neighbour. Each item once.
 */
export const arrange = ({ trios, sides: [first, second], order }: Params): Trio[] => {
  const runs = [runsAfter(trios, first, second), runsAfter(trios, second, first)];
  const after = (anchor: Trio | undefined): Trio[] => runs.flatMap((run) => run.get(anchor) ?? []);
  const anchors = trios
    .filter((trio) => trio[first] !== null && trio[second] !== null)
    .sort(byPlaceOn(order));
  return [...after(undefined), ...anchors.flatMap((anchor) => [anchor, ...after(anchor)])];
};

/** Whether the items that all three sides have are in another order on one side than on another. */
export const isReordered = (trios: readonly Trio[], from: Side, to: Side): boolean => {
  const everywhere = trios.filter(
    ({ base, draft, current }) => base !== null && draft !== null && current !== null
  );
  const places = everywhere.sort(byPlaceOn(from)).map((trio) => trio[to]!);
  return places.some((place, index) => index > 0 && place < places[index - 1]!);
};
