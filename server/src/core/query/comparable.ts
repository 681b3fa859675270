import { ParameterError } from './parse-query';

/** What two values of an attribute are compared by: a bigint and a number compare in JavaScript, too. */
export type Comparable = string | number | bigint;

const NUMBERS = new Set(['integer', 'decimal', 'float']);
const MOMENTS = new Set(['datetime', 'timestamp']);
const TIME = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,3}))?$/;

const numberOf = (text: string): number | null =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null;

const momentOf = (text: string): number | null => {
  if (/^-?\d{1,16}$/.test(text) && !/^\d{4}$/.test(text)) return Number(text);
  // a day alone is the server's own, as it is where Strapi reads it
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  return Number.isNaN(at) ? null : at;
};

const timeOf = (text: string): string | null => {
  const [, time, fraction = ''] = TIME.exec(text) ?? [];
  return time === undefined ? null : `${time}.${fraction.padEnd(3, '0')}`;
};

/** As text, for what is compared by letters. */
export const textOf = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};

/** null: it is none of this type */
const read = (value: unknown, type: string): Comparable | null => {
  const text = textOf(value);
  if (NUMBERS.has(type)) return numberOf(text);
  // of a relation somebody may give the documentId: no row's id
  if (type === 'increments') return numberOf(text) ?? text;
  if (type === 'biginteger') return /^-?\d{1,30}$/.test(text) ? BigInt(text) : numberOf(text);
  if (MOMENTS.has(type)) return momentOf(text);
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
  if (type === 'time') return timeOf(text);
  // whatever else there is counts as true, as it does for Strapi
  if (type === 'boolean') return Number(!['false', 'f', '0', ''].includes(text));
  return text;
};

/** A value that an entry has. One of another type than its attribute's compares as the text that it is. */
export const comparable = (value: unknown, type: string): Comparable => read(value, type) ?? textOf(value);

/** A value that a filter gives, which may be text from an address. @throws ParameterError where it is none of the type */
export const comparableGiven = (given: unknown, type: string): Comparable => {
  const found = read(given, type);
  if (found === null) throw new ParameterError('filters', `${JSON.stringify(given)} is no ${type}`);
  return found;
};

/** Negative, 0 or positive. */
export const compareThem = (a: Comparable, b: Comparable): number => (a < b ? -1 : a > b ? 1 : 0);
