import { isRecord, own, toList } from '../record';

interface Order {
  path: string[];
  sign: 1 | -1;
}

const signOf = (direction: unknown): 1 | -1 => (String(direction).toLowerCase() === 'desc' ? -1 : 1);

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

const valueAt = (entry: unknown, path: string[]): unknown =>
  path.reduce<unknown>((value, name) => own(Array.isArray(value) ? value[0] : value, name), entry);

const compare = (a: unknown, b: unknown): number => {
  const [isA, isB] = [a !== null && a !== undefined, b !== null && b !== undefined];
  if (!isA || !isB) return Number(isA) - Number(isB);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Entries in the order that `sort` asks for; alike ones stay as they come. */
export const sortEntries = <T>(entries: readonly T[], sort: unknown, entryOf: (item: T) => unknown): T[] => {
  const orders = ordersIn(sort);
  return [...entries].sort((a, b) => {
    for (const { path, sign } of orders) {
      const found = compare(valueAt(entryOf(a), path), valueAt(entryOf(b), path));
      if (found !== 0) return found * sign;
    }
    return 0;
  });
};
