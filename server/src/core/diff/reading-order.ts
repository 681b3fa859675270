interface Params {
  /** for each place on one side the place on the other, or null */
  matches: readonly (number | null)[];
  /** places in `matches` of what did not move: their matches rise */
  inPlace: ReadonlySet<number>;
  fromLength: number;
}

/** An item's place on either side; null where it is not there. */
export interface Places {
  from: number | null;
  to: number | null;
}

/**
 * All items of two lists in the order in which one reads them as one: as they are now, and what was removed where it
 * was, before what came in its place.
 */
export const readingOrder = ({ matches, inPlace, fromLength }: Params): Places[] => {
  const matched = new Set(matches);
  const result: Places[] = [];
  let place = 0;
  const removedUntil = (limit: number): void => {
    for (; place < limit; place += 1) if (!matched.has(place)) result.push({ from: place, to: null });
  };
  const limits = matches.filter((_, to) => inPlace.has(to)).map((from) => from!);
  limits.push(fromLength);

  let next = 0;
  removedUntil(limits[next]!);
  matches.forEach((from, to) => {
    result.push({ from, to });
    if (inPlace.has(to)) removedUntil(limits[(next += 1)]!);
  });
  return result;
};
