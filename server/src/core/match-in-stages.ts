/** An item and its place in its list. */
export interface Entry<T> {
  item: T;
  place: number;
}

/** Finds pairs among the entries that no stage before has matched; each entry at most once. */
export type Stage<T> = (from: Entry<T>[], to: Entry<T>[]) => [from: Entry<T>, to: Entry<T>][];

interface Params<T> {
  from: readonly T[];
  to: readonly T[];
  stages: readonly Stage<T>[];
  /** pairs that are known beforehand, in the shape of the result */
  known?: readonly (number | null)[];
}

/**
 * Which items of two lists are the same ones: each stage pairs what those before it have left.
 *
 * @returns for each index of `to` the index in `from`, or null; no index occurs twice
 */
export const matchInStages = <T>({ from, to, stages, known }: Params<T>): (number | null)[] => {
  const matches = known ? [...known] : to.map(() => null);
  const used = new Set(matches);
  const entryOf = (item: T, place: number): Entry<T> => ({ item, place });
  let left = {
    from: from.map(entryOf).filter(({ place }) => !used.has(place)),
    to: to.map(entryOf).filter(({ place }) => matches[place] === null),
  };

  for (const stage of stages) {
    if (left.from.length === 0 || left.to.length === 0) break;
    const taken = new Set<Entry<T>>();
    for (const [source, target] of stage(left.from, left.to)) {
      matches[target.place] = source.place;
      taken.add(source).add(target);
    }
    const isLeft = (entry: Entry<T>): boolean => !taken.has(entry);
    left = { from: left.from.filter(isLeft), to: left.to.filter(isLeft) };
  }
  return matches;
};
