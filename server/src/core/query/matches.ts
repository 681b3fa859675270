import { isRecord, toList } from '../record';

/** Strapi's `filters` on an entry at hand: for what no database can decide, because it is stored as a whole. */

type Entry = Record<string, unknown>;

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const lower = (value: unknown): string => textOf(value).toLowerCase();

/** What is given may be text from an address: it is taken for what the entry has. */
const alike = (given: unknown, value: unknown): unknown => {
  if (given === null || given === undefined) return null;
  if (typeof value === 'number') return Number(given);
  if (typeof value === 'boolean') return given === true || given === 'true' || given === '1' || given === 1;
  return given instanceof Date ? given.toISOString() : String(given);
};

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';

const compare = (value: unknown, given: unknown): number => {
  const other = alike(given, value);
  if (isNothing(value) || isNothing(other)) return NaN;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value) - Number(other);
  const [a, b] = [textOf(value), textOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

const equal = (value: unknown, given: unknown): boolean =>
  isNothing(given) || isNothing(value) ? isNothing(given) && isNothing(value) : compare(value, given) === 0;

type Test = (value: unknown, given: unknown) => boolean;

const not =
  (test: Test): Test =>
  (value, given) =>
    !test(value, given);

const contains: Test = (value, given) => textOf(value).includes(textOf(given));
const containsi: Test = (value, given) => lower(value).includes(lower(given));
const oneOf: Test = (value, given) => toList(given).some((item) => equal(value, item));
const isNull: Test = (value, given) => isNothing(value) === isTrue(given);

const OPERATORS: Record<string, Test> = {
  $eq: equal,
  $eqi: (value, given) => lower(value) === lower(given),
  $ne: not(equal),
  $nei: (value, given) => lower(value) !== lower(given),
  $in: oneOf,
  $notIn: not(oneOf),
  $lt: (value, given) => compare(value, given) < 0,
  $lte: (value, given) => compare(value, given) <= 0,
  $gt: (value, given) => compare(value, given) > 0,
  $gte: (value, given) => compare(value, given) >= 0,
  $between: (value, given) => {
    const [from, to] = toList(given);
    return compare(value, from) >= 0 && compare(value, to) <= 0;
  },
  $contains: contains,
  $notContains: not(contains),
  $containsi: containsi,
  $notContainsi: not(containsi),
  $startsWith: (value, given) => textOf(value).startsWith(textOf(given)),
  $startsWithi: (value, given) => lower(value).startsWith(lower(given)),
  $endsWith: (value, given) => textOf(value).endsWith(textOf(given)),
  $endsWithi: (value, given) => lower(value).endsWith(lower(given)),
  $null: isNull,
  $notNull: not(isNull),
};

const isOperation = (filter: unknown): filter is Record<string, unknown> =>
  isRecord(filter) && Object.keys(filter).some((key) => key.startsWith('$'));

const matchesValue = (value: unknown, filter: unknown): boolean => {
  if (isOperation(filter)) {
    return Object.entries(filter).every(([operator, given]) => {
      if (operator === '$and') return toList(given).every((one) => matchesValue(value, one));
      if (operator === '$or') return toList(given).some((one) => matchesValue(value, one));
      if (operator === '$not') return !matchesValue(value, given);
      const test = OPERATORS[operator];
      // a relation that is there at all, or not
      const held = Array.isArray(value) ? (value.length > 0 ? value : null) : value;
      return test ? test(held, given) : false;
    });
  }
  if (isRecord(filter)) return toList(value).some((item) => isRecord(item) && matches(item, filter));
  if (Array.isArray(filter)) return oneOf(value, filter);
  return equal(value, filter);
};

/** @param entry with the references filled in that the filters go into */
export const matches = (entry: Entry, filters: unknown): boolean => {
  if (Array.isArray(filters)) return filters.every((one) => matches(entry, one));
  if (!isRecord(filters)) return true;
  return Object.entries(filters).every(([key, filter]) => {
    if (key === '$and') return toList(filter).every((one) => matches(entry, one));
    if (key === '$or') return toList(filter).some((one) => matches(entry, one));
    if (key === '$not') return !matches(entry, filter);
    return matchesValue(entry[key], filter);
  });
};

/** What is to be filled in for the filters to be looked at: the attributes that they go into, as a `populate`. */
export const populateFor = (filters: unknown): Record<string, unknown> => {
  const populate: Record<string, { populate: Record<string, unknown> }> = {};
  const walk = (filter: unknown): void => {
    for (const one of toList(filter)) {
      if (!isRecord(one)) continue;
      for (const [key, below] of Object.entries(one)) {
        if (key.startsWith('$')) walk(below);
        else populate[key] = { populate: { ...populate[key]?.populate, ...populateFor(below) } };
      }
    }
  };
  walk(filters);
  return populate;
};
