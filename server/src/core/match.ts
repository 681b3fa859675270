import { isRecord, toList } from './record';
import { canonicalJson } from './snapshot';

/** One component of a list, as content holds it. `id` is its row, where that is known. */
export interface Item {
  id?: number | string | null;
  /** in a dynamic zone */
  __component?: string;
  [attribute: string]: unknown;
}

/** An item and its place in its list. */
interface Entry {
  item: Item;
  place: number;
}

/** Finds pairs among the entries that no stage before has matched; each entry at most once. */
type Stage = (from: Entry[], to: Entry[]) => [from: Entry, to: Entry][];

const componentOf = ({ item }: Entry): string =>
  typeof item?.__component === 'string' ? item.__component : '';

/** Pairs entries of the same key, in order. */
const inOrder =
  (keyOf: (entry: Entry) => string | null): Stage =>
  (from, to) => {
    const waiting = new Map<string, Entry[]>();
    for (const entry of [...from].reverse()) {
      const key = keyOf(entry);
      if (key === null) continue;
      const queue = waiting.get(key);
      if (queue) queue.push(entry);
      else waiting.set(key, [entry]);
    }
    return to.flatMap((entry): [Entry, Entry][] => {
      const key = keyOf(entry);
      const partner = key === null ? undefined : waiting.get(key)?.pop();
      return partner ? [[partner, entry]] : [];
    });
  };

/** An entry among those of its key, while pairs are taken out. */
interface Mark {
  entry: Entry;
  isFrom: boolean;
  taken: boolean;
  before?: Mark;
  after?: Mark;
}

/**
 * Takes pairs out of marks that are in order of place, those nearest to each other first. The nearest pair always
 * stands side by side; and once a pair is taken out, the one that thereby comes to stand side by side is no nearer.
 * One walk over the distances therefore does it, without comparing all with all.
 */
const takeNearest = (groups: Mark[][]): void => {
  const byDistance: [Mark, Mark][][] = [];
  const offer = (a: Mark | undefined, b: Mark | undefined): void => {
    if (!a || !b || a.isFrom === b.isFrom) return;
    (byDistance[b.entry.place - a.entry.place] ??= []).push([a, b]);
  };
  for (const marks of groups) {
    marks.forEach((mark, index) => {
      mark.before = marks[index - 1];
      mark.after = marks[index + 1];
      offer(mark.before, mark);
    });
  }
  for (let distance = 0; distance < byDistance.length; distance += 1) {
    // The list may grow while it is walked.
    for (const [a, b] of byDistance[distance] ?? []) {
      if (a.taken || b.taken) continue;
      a.taken = true;
      b.taken = true;
      if (a.before) a.before.after = b.after;
      if (b.after) b.after.before = a.before;
      offer(a.before, b.after);
    }
  }
};

/**
 * Pairs entries of the same key, those nearest to each other first. Entries of one key are as good as each other, so
 * those that were taken are then paired in order: equal items that move together have not changed places.
 */
const nearestFirst =
  (keyOf: (entry: Entry) => string): Stage =>
  (from, to) => {
    const markOf = (isFrom: boolean) => (entry: Entry) => ({ entry, isFrom, taken: false });
    const marks: Mark[] = [...from.map(markOf(true)), ...to.map(markOf(false))];
    marks.sort((a, b) => a.entry.place - b.entry.place);

    const groups = new Map<string, Mark[]>();
    for (const mark of marks) {
      const key = keyOf(mark.entry);
      const group = groups.get(key);
      if (group) group.push(mark);
      else groups.set(key, [mark]);
    }
    takeNearest([...groups.values()]);

    return [...groups.values()].flatMap((group) => {
      const taken = group.filter((mark) => mark.taken);
      const targets = taken.filter((mark) => !mark.isFrom);
      return taken
        .filter((mark) => mark.isFrom)
        .map(({ entry }, index): [Entry, Entry] => [entry, targets[index]!.entry]);
    });
  };

/** More pairs than this are not compared: a list so long that nothing in it is equal was replaced as a whole. */
const MAX_COMPARISONS = 10_000;

/** Texts of what an entry's attributes hold, by name; those that hold nothing say nothing. */
const attributeTexts = ({ item }: Entry): Map<string, string> =>
  new Map(
    Object.entries(isRecord(item) ? item : {}).flatMap(([name, value]): [string, string][] => {
      const isEmpty = value === null || value === undefined || value === '' || toList(value).length === 0;
      return isEmpty || name === 'id' || name === '__component'
        ? []
        : [[name, canonicalJson(withoutIds(value))]];
    })
  );

/** Pairs those that have attributes in common, the most alike first: an item that moved and was changed in part. */
const mostAlike: Stage = (from, to) => {
  if (from.length * to.length > MAX_COMPARISONS) return [];
  const texts = new Map([...from, ...to].map((entry) => [entry, attributeTexts(entry)]));
  const likeness = (a: Entry, b: Entry): number =>
    [...texts.get(a)!].reduce(
      (sum, [name, text]) => sum + (texts.get(b)!.get(name) === text ? text.length : 0),
      0
    );
  const pairs = from.flatMap((a) =>
    to.flatMap((b) => (componentOf(a) === componentOf(b) ? [{ a, b, alike: likeness(a, b) }] : []))
  );
  const distance = (pair: { a: Entry; b: Entry }): number => Math.abs(pair.a.place - pair.b.place);
  pairs.sort((x, y) => y.alike - x.alike || distance(x) - distance(y));

  const taken = new Set<Entry>();
  return pairs.flatMap(({ a, b, alike }): [Entry, Entry][] => {
    if (alike === 0 || taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    return [[a, b]];
  });
};

/** Pairs the first left on either side, the second, and so on, where they are of the same component. */
const samePlace: Stage = (from, to) =>
  to.flatMap((entry, rank): [Entry, Entry][] => {
    const partner = from[rank];
    return partner && componentOf(partner) === componentOf(entry) ? [[partner, entry]] : [];
  });

const rowKey = (entry: Entry): string | null => {
  const id = entry.item?.id;
  // Each component has a table of its own: in a dynamic zone two items may well have the same id.
  return typeof id === 'number' || typeof id === 'string' ? `${id} ${componentOf(entry)}` : null;
};

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'id' ? [] : [[key, withoutIds(item)]]))
  );
};

/** The content but for the item's own row id; ids below may be content, of a file or in a `json` value. */
const ownContent = ({ item }: Entry): string =>
  canonicalJson(isRecord(item) ? { ...item, id: undefined } : (item ?? null));

/** The content but for any id; those below may be row ids, which one side lacks. */
const content = ({ item }: Entry): string => canonicalJson(withoutIds(item ?? null));

const STAGES: Stage[] = [
  inOrder(rowKey),
  nearestFirst(ownContent),
  nearestFirst(content),
  mostAlike,
  samePlace,
  inOrder(componentOf),
];

/**
 * Which items of two lists of components are the same ones (public interface, section 4: "matched by identity, never
 * by position"): those with the same row id; else with the same content, the nearest first; else of the same
 * component with the most in common; else at the same place among those that are left; else of the same component, in order.
 *
 * @returns for each index of `to` the index in `from`, or null; no index occurs twice
 */
export const matchComponents = (from: readonly Item[], to: readonly Item[]): (number | null)[] => {
  const matches: (number | null)[] = to.map(() => null);
  const entryOf = (item: Item, place: number): Entry => ({ item, place });
  let left = { from: from.map(entryOf), to: to.map(entryOf) };

  for (const stage of STAGES) {
    if (left.from.length === 0 || left.to.length === 0) break;
    const taken = new Set<Entry>();
    for (const [source, target] of stage(left.from, left.to)) {
      matches[target.place] = source.place;
      taken.add(source).add(target);
    }
    const isLeft = (entry: Entry): boolean => !taken.has(entry);
    left = { from: left.from.filter(isLeft), to: left.to.filter(isLeft) };
  }
  return matches;
};
