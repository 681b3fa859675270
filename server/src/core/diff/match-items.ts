import { matchInStages, type Entry } from '../match-in-stages';
import { inOrder, nearestFirst } from '../match-stages';
import type { Deadline } from './deadline';
import { gaps, samePlaces } from './gaps';
import type { KnownItem } from './known-item';
import { likenesses, type Profile } from './likeness';
import { places } from './places';

/** How the items of a list are told apart. */
export interface Items<T> {
  /** items of the same text are the same content */
  textOf: (item: T) => string;
  /** what says which item it is, whatever else it holds: an id, what it points at; null: nothing does */
  identityOf?: (item: T) => string | null;
  /** only items of the same kind can be one that was edited; null: this one cannot */
  kindOf?: (item: T) => string | null;
  /** what an item says, to know it again after an edit */
  profileOf?: (item: T) => Profile;
}

interface Params<T> {
  from: readonly KnownItem<T>[];
  to: readonly KnownItem<T>[];
  items: Items<T>;
  deadline: Deadline;
  /** pairs that are known beforehand, in the shape of the result */
  known?: readonly (number | null)[];
}

/** Half of an item is there again: it is the same one, wherever it stands. */
const ALIKE = 0.5;
/** Between the same neighbours less will do. */
const ALIKE_IN_PLACE = 0.1;
/**
 * Between the same neighbours, and so much of it is written as it was: no need to look for another. Of what is short
 * the names of its attributes alone are half.
 */
const WRITTEN_ALIKE = { long: 0.4, short: 0.75 };
const LONG = 300;

/**
 * Which items of two lists are the same ones: those of equal content, the nearest first; else of the same identity;
 * else the most alike; else those that took the place of others, as many as there were, between the same neighbours.
 * Restore is content with less (`matchComponents` pairs whatever is left, to keep rows); but what has nothing in
 * common and stands elsewhere is no edit to whom looks at it.
 *
 * @returns for each index of `to` the index in `from`, or null; no index occurs twice
 */
export const matchItems = <T>({ from, to, items, deadline, known }: Params<T>): (number | null)[] => {
  const { identityOf, kindOf, profileOf } = items;
  const matches = matchInStages<KnownItem<T>>({
    from,
    to,
    known,
    stages: [
      nearestFirst(({ item }) => item.written()),
      nearestFirst(({ item }) => item.text()),
      inOrder(({ item }) => identityOf?.(item.item) ?? null),
    ],
  });
  if (!kindOf || !profileOf) return matches;

  const matched = new Set(matches);
  const free = {
    from: new Set(places(from.length).filter((place) => !matched.has(place))),
    to: new Set(places(to.length).filter((place) => matches[place] === null)),
  };
  const pair = (a: number, b: number): void => {
    if (!free.from.has(a) || !free.to.has(b)) return;
    free.from.delete(a);
    free.to.delete(b);
    matches[b] = a;
  };
  const pairByPlace = (areSame: (a: KnownItem<T>, b: KnownItem<T>) => boolean): void => {
    for (const [a, b] of samePlaces(free, gaps(matches, from.length))) {
      const kind = kindOf(from[a]!.item);
      if (kind !== null && kind === kindOf(to[b]!.item) && areSame(from[a]!, to[b]!)) pair(a, b);
    }
  };

  pairByPlace((a, b) => areWrittenAlike(a.written(), b.written()));
  // One that took the place of one is found without looking at words.
  const isOne = from.length === 1 && to.length === 1;
  const entries = (side: readonly KnownItem<T>[], left: Set<number>): Entry<T>[] =>
    [...left].map((place) => ({ item: side[place]!.item, place }));
  const alike = isOne
    ? []
    : likenesses({ from: entries(from, free.from), to: entries(to, free.to), kindOf, profileOf, deadline });
  for (const { from: a, to: b, likeness } of alike) if (likeness >= ALIKE) pair(a.place, b.place);

  const gapOf = gaps(matches, from.length);
  for (const { from: a, to: b, likeness } of alike) {
    if (likeness >= ALIKE_IN_PLACE && gapOf.from[a.place] === gapOf.to[b.place]) pair(a.place, b.place);
  }
  pairByPlace(() => true);
  return matches;
};

/** By how much of the longer of two texts the other begins and ends with. */
const areWrittenAlike = (a: string, b: string): boolean => {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end += 1;
  const longest = Math.max(a.length, b.length);
  return start + end >= longest * WRITTEN_ALIKE[longest > LONG ? 'long' : 'short'];
};
