import { isRecord, own, toList } from '../record';
import { comparable, compareThem, type Comparable } from './comparable';
import { ParameterError } from './parse-query';
import type { Model } from './shapes';

interface Order {
  path: string[];
  sign: 1 | -1;
}

const signOf = (direction: unknown): 1 | -1 => {
  const text = String(direction).toLowerCase();
  if (text !== 'asc' && text !== 'desc') throw new ParameterError('sort', 'the order can be asc or desc');
  return text === 'desc' ? -1 : 1;
};

/** Strapi's `sort` in each of its forms: `title:desc`, `a,b:desc`, a list of such, `{author: {name: 'desc'}}`. */
export const ordersIn = (sort: unknown, path: string[] = []): Order[] =>
  toList(sort).flatMap((one): Order[] => {
    if (typeof one === 'string' && path.length === 0) {
      return one
        .split(',')
        .filter(Boolean)
        .map((part) => {
          const [name = '', direction = 'asc'] = part.trim().split(':');
          return { path: name.split('.'), sign: signOf(direction) };
        });
    }
    if (!isRecord(one)) return [{ path, sign: signOf(one) }];
    return Object.entries(one).flatMap(([name, below]) => ordersIn(below, [...path, name]));
  });

/** What an entry is sorted by: of several targets the one that comes first. Nothing comes before everything. */
const keyAt = (value: unknown, { path, sign }: Order, { uid, shapesOf }: Model): Comparable | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const keys = value.map((item) => keyAt(item, { path, sign }, { uid, shapesOf }));
    return keys.length > 0 ? keys.reduce((a, b) => (compareKeys(a, b) * sign <= 0 ? a : b)) : null;
  }
  const [name, ...rest] = path;
  if (name === undefined) return null;
  const shape = own(shapesOf(uid), name);
  const found = own(value, name);
  if (rest.length > 0) return keyAt(found, { path: rest, sign }, { uid: shape?.target, shapesOf });
  if (found === null || found === undefined) return null;
  return comparable(found, shape?.type ?? (typeof found === 'number' ? 'float' : 'string'));
};

const compareKeys = (a: Comparable | null, b: Comparable | null): number =>
  a === null || b === null ? Number(a !== null) - Number(b !== null) : compareThem(a, b);

/** Entries in the order that `sort` asks for; alike ones stay as they come. */
export const sortEntries = <T>(
  entries: readonly T[],
  { sort, entryOf, model }: { sort: unknown; entryOf: (item: T) => unknown; model: Model }
): T[] => {
  const orders = ordersIn(sort);
  const keyed = entries.map((item) => ({
    item,
    keys: orders.map((order) => keyAt(entryOf(item), order, model)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { sign }] of orders.entries()) {
      const found = compareKeys(a.keys[index]!, b.keys[index]!);
      if (found !== 0) return found * sign;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
};
