/**
 * Places of a longest increasing subsequence: what is left when as few as possible are taken out to put the rest in
 * order. In n log n.
 *
 * @param values numbers, none twice; null takes no part
 */
export const longestIncreasing = (values: readonly (number | null)[]): Set<number> => {
  /** per length of a run, the place where the run with the smallest end so far ends */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, place) => {
    if (value === null) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1];
    ends[low] = place;
  });
  const places = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) places.add(place);
  return places;
};
