import { equalJson } from './equal-json';
import { matchInStages, type Entry, type Stage } from './match-in-stages';
import { inOrder, nearestFirst } from './match-stages';
import { isRecord, toList } from './record';
import { rowKey } from './row-key';
import { canonicalJson } from './snapshot';

/** One component of a list, as content holds it. `id` is its row, where that is known. */
export interface Item {
  id?: number | string | null;
  /** in a dynamic zone */
  __component?: string;
  [attribute: string]: unknown;
}

type ItemEntry = Entry<Item>;

const componentOf = ({ item }: ItemEntry): string =>
  typeof item?.__component === 'string' ? item.__component : '';

/** More pairs than this are not compared: a list so long that nothing in it is equal was replaced as a whole. */
const MAX_COMPARISONS = 10_000;

/** Texts of what an entry's attributes hold, by name; those that hold nothing say nothing. */
const attributeTexts = ({ item }: ItemEntry): Map<string, string> =>
  new Map(
    Object.entries(isRecord(item) ? item : {}).flatMap(([name, value]): [string, string][] => {
      const isEmpty = value === null || value === undefined || value === '' || toList(value).length === 0;
      return isEmpty || name === 'id' || name === '__component'
        ? []
        : [[name, canonicalJson(withoutIds(value))]];
    })
  );

/** Pairs those that have attributes in common, the most alike first: an item that moved and was changed in part. */
const mostAlike: Stage<Item> = (from, to) => {
  if (from.length * to.length > MAX_COMPARISONS) return [];
  const texts = new Map([...from, ...to].map((entry) => [entry, attributeTexts(entry)]));
  const likeness = (a: ItemEntry, b: ItemEntry): number =>
    [...texts.get(a)!].reduce(
      (sum, [name, text]) => sum + (texts.get(b)!.get(name) === text ? text.length : 0),
      0
    );
  const pairs = from.flatMap((a) =>
    to.flatMap((b) => (componentOf(a) === componentOf(b) ? [{ a, b, alike: likeness(a, b) }] : []))
  );
  const distance = (pair: { a: ItemEntry; b: ItemEntry }): number => Math.abs(pair.a.place - pair.b.place);
  pairs.sort((x, y) => y.alike - x.alike || distance(x) - distance(y));

  const taken = new Set<ItemEntry>();
  return pairs.flatMap(({ a, b, alike }): [ItemEntry, ItemEntry][] => {
    if (alike === 0 || taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    return [[a, b]];
  });
};

/** Pairs the first left on either side, the second, and so on, where they are of the same component. */
const samePlace: Stage<Item> = (from, to) =>
  to.flatMap((entry, rank): [ItemEntry, ItemEntry][] => {
    const partner = from[rank];
    return partner && componentOf(partner) === componentOf(entry) ? [[partner, entry]] : [];
  });

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'id' ? [] : [[key, withoutIds(item)]]))
  );
};

/** The content but for the item's own row id; ids below may be content, of a file or in a `json` value. */
const ownContent = ({ item }: ItemEntry): string =>
  canonicalJson(isRecord(item) ? { ...item, id: undefined } : (item ?? null));

/** The content but for any id; those below may be row ids, which one side lacks. */
const content = ({ item }: ItemEntry): string => canonicalJson(withoutIds(item ?? null));

const stages = (): Stage<Item>[] => {
  const texts = new Map<ItemEntry, string>();
  const ownText = (entry: ItemEntry): string => {
    const text = texts.get(entry) ?? ownContent(entry);
    texts.set(entry, text);
    return text;
  };
  const textWithoutIds = (entry: ItemEntry): string =>
    ownText(entry).includes('"id":') ? content(entry) : ownText(entry);
  return [
    inOrder(({ item }) => rowKey(item)),
    nearestFirst(ownText),
    nearestFirst(textWithoutIds),
    mostAlike,
    samePlace,
    inOrder(componentOf),
  ];
};

/** An id that one side lacks is a row's: content of this side has it wherever content of that side has it. */
const isRowId = (key: string, a: unknown, b: unknown): boolean =>
  key === 'id' && (a === undefined || b === undefined);

const hasRowId = (item: Item): boolean => item?.id !== undefined && item.id !== null;

/**
 * Items that are what they were, in their place, at the beginning of both lists, and of lists of one length at their
 * end. Most writes leave most of a list as it is: the stages find no other pairs there, at many times the cost.
 */
const unchangedEnds = (from: readonly Item[], to: readonly Item[]): (number | null)[] => {
  const matches: (number | null)[] = to.map(() => null);
  if (to.some(hasRowId)) return matches;
  const isSame = (index: number): boolean => {
    const [a, b] = [from[index], to[index]];
    return isRecord(a) && isRecord(b) && equalJson({ ...a, id: undefined }, b, { mayDiffer: isRowId });
  };
  let start = 0;
  for (; start < from.length && start < to.length && isSame(start); start += 1) matches[start] = start;
  if (from.length !== to.length) return matches;
  for (let end = to.length - 1; end > start && isSame(end); end -= 1) matches[end] = end;
  return matches;
};

/**
 * Which items of two lists of components are the same ones (public interface, section 4: "matched by identity, never
 * by position"): those with the same row id; else with the same content, the nearest first; else of the same
 * component with the most in common; else at the same place among those that are left; else of the same component, in order.
 *
 * @returns for each index of `to` the index in `from`, or null; no index occurs twice
 */
export const matchComponents = (from: readonly Item[], to: readonly Item[]): (number | null)[] =>
  matchInStages({ from, to, stages: stages(), known: unchangedEnds(from, to) });
