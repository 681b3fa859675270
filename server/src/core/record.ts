/**
 * Reading plain objects whose keys come from outside. An attribute may be called `constructor` or `__proto__`: only
 * own properties count, and objects are built with `Object.fromEntries`, which never sets a prototype.
 */

/** How deep components may nest. No schema made by hand comes near; it keeps a made-up one from exhausting the stack. */
export const MAX_DEPTH = 100;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record's own property; undefined where there is none, or no record. */
export function own<T>(record: Record<string, T> | null | undefined, key: string): T | undefined;
export function own(record: unknown, key: string): unknown;
export function own(record: unknown, key: string): unknown {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A list as it is, nothing as the empty list, anything else as a list of one. */
export const toList = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
};

/** Path of an item: `sections[2]` in a list, `seo` where the value is the item itself. */
export const itemPath = (path: string, value: unknown, index: number): string =>
  Array.isArray(value) ? `${path}[${index}]` : path;

/** Path of an attribute: `title` at the top, `seo.metaTitle` below it. */
export const attributePath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
