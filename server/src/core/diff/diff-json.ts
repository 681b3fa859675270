import type { Delta } from 'jsondiffpatch';
import type { Change, ChangeKind } from '../../../../contracts/compare';
import { equalJson } from '../equal-json';
import { isRecord } from '../record';
import type { Deadline } from './deadline';
import { jsonDelta } from './json-delta';
import { places } from './places';
import { readingOrder } from './reading-order';
import { firstWords } from './title-of';

/** A key that any object seems to have: the package takes it for one that is there. */
const INHERITED = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})":`);
const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** Path of a key: `meta.links`, `meta["a.b"]`. */
const keyPath = (path: string, key: string): string =>
  PLAIN_KEY.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

/**
 * What is different in a JSON value. Each level below it is one of changes, so that an entry of a list has its place
 * on either side, and each path is that of the level above and one key or index more.
 *
 * @returns `children`; or `from` and `to`, where there is nothing below to tell apart, or `coarse`
 */
export const diffJson = (from: unknown, to: unknown, path: string, deadline: Deadline): Partial<Change> => {
  if (equalJson(from, to)) return {};
  const [a, b] = [JSON.stringify(from), JSON.stringify(to)];
  const isNested = isNestedAlike(from, to);
  if (isNested && (deadline.isOver() || INHERITED.test(a) || INHERITED.test(b))) {
    return { from, to, coarse: true };
  }
  // Of several shortest answers the package takes one that depends on the order.
  const isSwapped = a > b;
  const delta = isSwapped ? jsonDelta(to, from, deadline) : jsonDelta(from, to, deadline);
  return difference({ delta, from, to, path, isSwapped });
};

const isNestedAlike = (from: unknown, to: unknown): boolean =>
  (isRecord(from) && isRecord(to)) || (Array.isArray(from) && Array.isArray(to));

/** A delta, and the two values that it is between. */
interface Passage {
  delta: Delta;
  from: unknown;
  to: unknown;
  path: string;
  /** whether the delta leads from `to` to `from` */
  isSwapped: boolean;
}

const difference = (passage: Passage): Partial<Change> => {
  const { delta, from, to } = passage;
  // of what is added, removed or replaced a delta is a list, of what is different within an object
  if (Array.isArray(delta)) return { from, to, ...(isNestedAlike(from, to) && { coarse: true }) };
  if (Array.isArray(from) && Array.isArray(to)) return { children: itemChanges(passage, from, to) };
  return isRecord(from) && isRecord(to)
    ? { children: keyChanges(passage, from, to) }
    : { from, to, coarse: true };
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const HEAD = { type: 'json' } as const;

const keyChanges = (
  { delta, path, isSwapped }: Passage,
  from: Record<string, unknown>,
  to: Record<string, unknown>
): Change[] =>
  Object.entries(delta as Record<string, Delta>)
    .sort(byKey)
    .map(([key, below]): Change => {
      const head = { path: keyPath(path, key), label: key, ...HEAD };
      if (!Object.hasOwn(from, key)) return { ...head, kind: 'added', to: to[key] };
      if (!Object.hasOwn(to, key)) return { ...head, kind: 'removed', from: from[key] };
      const passage = { delta: below, from: from[key], to: to[key], path: head.path, isSwapped };
      return { ...head, kind: 'changed', ...difference(passage) };
    });

/** How the package writes what became of the items of a list. */
interface Ways {
  /** place before → place after */
  moved: Map<number, number>;
  removed: Set<number>;
  added: Set<number>;
  /** place after → what is different within */
  edited: Map<number, Delta>;
}

const readWays = (delta: Record<string, unknown>): Ways => {
  const ways: Ways = { moved: new Map(), removed: new Set(), added: new Set(), edited: new Map() };
  for (const [key, way] of Object.entries(delta)) {
    if (key === '_t') continue;
    if (key.startsWith('_')) {
      const place = Number(key.slice(1));
      const [, target, kind] = way as [unknown, number, number];
      if (kind === 3) ways.moved.set(place, target);
      else ways.removed.add(place);
    } else if (Array.isArray(way) && way.length === 1) ways.added.add(Number(key));
    else ways.edited.set(Number(key), way as Delta);
  }
  return ways;
};

/** Which items are the same ones: pairs of places, before and after. */
const pairsOf = ({ moved, removed, added }: Ways, [before, after]: [number, number]): [number, number][] => {
  const arrived = new Set([...added, ...moved.values()]);
  const kept = places(before).filter((place) => !removed.has(place) && !moved.has(place));
  const stayed = places(after).filter((place) => !arrived.has(place));
  return [...kept.map((place, rank): [number, number] => [place, stayed[rank]!]), ...moved];
};

const titleOf = (item: unknown): Pick<Change, 'title'> => {
  const title = firstWords(typeof item === 'string' ? item : JSON.stringify(item));
  return title === undefined ? {} : { title };
};

const itemChanges = ({ delta, path, isSwapped }: Passage, from: unknown[], to: unknown[]): Change[] => {
  const ways = readWays(delta as Record<string, unknown>);
  const lengths: [number, number] = isSwapped ? [to.length, from.length] : [from.length, to.length];
  const matches: (number | null)[] = to.map(() => null);
  const inPlace = new Set<number>();
  const below = new Map<number, Delta>();
  for (const [before, after] of pairsOf(ways, lengths)) {
    const [fromPlace, toPlace] = isSwapped ? [after, before] : [before, after];
    matches[toPlace] = fromPlace;
    if (!ways.moved.has(before)) inPlace.add(toPlace);
    if (ways.edited.has(after)) below.set(toPlace, ways.edited.get(after));
  }

  const order = readingOrder({ matches, inPlace, fromLength: from.length });
  return order.flatMap(({ from: fromIndex, to: toIndex }): Change[] => {
    const index = toIndex ?? fromIndex!;
    const head = { path: `${path}[${index}]`, label: `[${index}]`, ...HEAD };
    if (toIndex === null)
      return [{ ...head, kind: 'removed', from: from[fromIndex!], fromIndex: fromIndex! }];
    if (fromIndex === null) return [{ ...head, kind: 'added', to: to[toIndex], toIndex }];
    const [isMoved, edit] = [!inPlace.has(toIndex), below.get(toIndex)];
    if (!isMoved && edit === undefined) return [];
    const kind: ChangeKind = isMoved ? 'moved' : 'changed';
    const passage = { delta: edit, from: from[fromIndex], to: to[toIndex], path: head.path, isSwapped };
    const title = titleOf(to[toIndex]);
    return [{ ...head, ...title, kind, ...(edit !== undefined && difference(passage)), fromIndex, toIndex }];
  });
};
