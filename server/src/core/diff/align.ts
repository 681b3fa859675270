import { equalJson } from '../equal-json';
import type { Deadline } from './deadline';
import { knownItem, type KnownItem } from './known-item';
import { longestIncreasing } from './longest-increasing';
import { matchItems, type Items } from './match-items';
import { places } from './places';
import { readingOrder } from './reading-order';

/** An item's place on either side; null where it is not there. */
export interface Aligned {
  from: number | null;
  to: number | null;
  /** whether it changed places with others; that others came or went moves nothing */
  isMoved: boolean;
  /** whether the item is there on both sides, with the same content */
  isEqual: boolean;
}

interface Params<T> {
  from: readonly T[];
  to: readonly T[];
  items: Items<T>;
  deadline: Deadline;
}

/**
 * Which items of two lists are the same ones, and which of them moved: as few as it takes to explain the order.
 *
 * @returns in reading order; what was removed stands before what came in its place
 */
export const align = <T>({ from, to, items, deadline }: Params<T>): Aligned[] => {
  const known = (item: T): KnownItem<T> => knownItem(item, items.textOf);
  const [a, b] = [from.map(known), to.map(known)];

  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && areEqual(a[start]!, b[start]!)) start += 1;
  let end = 0;
  while (end < most - start && areEqual(a[a.length - 1 - end]!, b[b.length - 1 - end]!)) end += 1;

  const rest = { from: a.slice(start, a.length - end), to: b.slice(start, b.length - end) };
  const shifted = (place: number | null): number | null => (place === null ? null : place + start);
  return [
    ...places(start).map((place) => unmoved(place, place)),
    ...alignRest({ ...rest, items, deadline }).map((item) => ({
      ...item,
      from: shifted(item.from),
      to: shifted(item.to),
    })),
    ...places(end).map((index) => unmoved(a.length - end + index, b.length - end + index)),
  ];
};

const areEqual = <T>(a: KnownItem<T>, b: KnownItem<T>): boolean =>
  equalJson(a.item, b.item) || a.text() === b.text();

const unmoved = (from: number, to: number): Aligned => ({ from, to, isMoved: false, isEqual: true });

interface Rest<T> {
  from: KnownItem<T>[];
  to: KnownItem<T>[];
  items: Items<T>;
  deadline: Deadline;
}

/** Of lists that do not begin with the same item, nor end with it. */
const alignRest = <T>({ from, to, items, deadline }: Rest<T>): Aligned[] => {
  const [first, other] = [from[0], to[0]];
  // Of two items that changed places either may be the one that moved; it is to be the same one both ways.
  const isSwapped = first !== undefined && other !== undefined && first.text() > other.text();
  const found = isSwapped
    ? matchItems({ from: to, to: from, items, deadline })
    : matchItems({ from, to, items, deadline });
  const unmovedThere = longestIncreasing(found);

  const matches = isSwapped ? to.map((): number | null => null) : found;
  const inPlace = isSwapped ? new Set<number>() : unmovedThere;
  if (isSwapped) {
    found.forEach((match, place) => {
      if (match === null) return;
      matches[match] = place;
      if (unmovedThere.has(place)) inPlace.add(match);
    });
  }
  return readingOrder({ matches, inPlace, fromLength: from.length }).map((item) => {
    const isMatched = item.from !== null && item.to !== null;
    return {
      ...item,
      isMoved: isMatched && !inPlace.has(item.to!),
      isEqual: isMatched && areEqual(from[item.from!]!, to[item.to!]!),
    };
  });
};
