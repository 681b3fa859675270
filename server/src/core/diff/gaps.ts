import { longestIncreasing } from './longest-increasing';
import { places } from './places';

/** Where items are that stand between others which did not move. */
export interface Gaps {
  /** places of the same number, on whichever side, are between the same neighbours */
  from: number[];
  to: number[];
}

/** @param matches for each place on one side the place on the other, or null */
export const gaps = (matches: readonly (number | null)[], fromLength: number): Gaps => {
  const inPlace = longestIncreasing(matches);
  const numbers = (length: number, neighbours: Set<number>): number[] => {
    let count = 0;
    return places(length).map((place) => (neighbours.has(place) ? (count += 1) : count));
  };
  return {
    from: numbers(fromLength, new Set([...inPlace].map((place) => matches[place]!))),
    to: numbers(matches.length, inPlace),
  };
};

/** Pairs the first that is left in a gap on either side, the second, and so on, where there are as many. */
export const samePlaces = (free: { from: Set<number>; to: Set<number> }, gapOf: Gaps): [number, number][] => {
  const grouped = (left: Set<number>, numbers: number[]): Map<number, number[]> => {
    const groups = new Map<number, number[]>();
    for (const place of left) {
      const group = groups.get(numbers[place]!);
      if (group) group.push(place);
      else groups.set(numbers[place]!, [place]);
    }
    return groups;
  };
  const others = grouped(free.to, gapOf.to);
  return [...grouped(free.from, gapOf.from)].flatMap(([gap, group]) => {
    const partners = others.get(gap);
    if (partners?.length !== group.length) return [];
    return group.map((place, rank): [number, number] => [place, partners[rank]!]);
  });
};
