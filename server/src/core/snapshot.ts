/**
 * What a revision holds of a document in one locale: its content, and nothing that is Strapi's own (no row ids, no
 * timestamps, no passwords). Keys are in alphabetical order, so that equal content is equal text.
 */

/** A reference to another document. `type` only where the attribute may point at several types; `id` only where the target has no documentId. */
export interface RelationReference {
  documentId?: string;
  locale?: string | null;
  type?: string;
  id?: number;
}

/** A file of the media library. `hash` and `name` say what it was once it is gone. */
export interface MediaReference {
  id: number;
  hash: string | null;
  name: string | null;
}

/**
 * Per attribute: scalars as JSON (dates as ISO 8601, big integers as strings), `json` and `blocks` as they are,
 * relations and media as references in order, a component as an object of its attributes, a dynamic zone as a list
 * of such with `__component`. Every recorded attribute is there; an empty one is null or [].
 */
export type Snapshot = Record<string, unknown>;

/** The same JSON value with the keys of every object in alphabetical order. A key may be any text, `__proto__` too. */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(source)
      .sort()
      .map((key) => [key, sortKeys(source[key])])
  );
};

/** The one text of a snapshot: JSON with all keys sorted. PostgreSQL's `jsonb` reorders keys, so order means nothing. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value));

/**
 * Names of the top-level attributes in which two snapshots differ, in alphabetical order.
 *
 * @param before null where there was nothing: every attribute that holds something counts
 */
export const changedAttributes = (before: Snapshot | null, after: Snapshot): string[] => {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValue(own(before ?? {}, name), own(after, name))).sort();
};

const own = (object: Snapshot, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Whether two values of an attribute are the same content; absent, null and an empty list are, and a file under a new name. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true;
  const [x, y] = [canonicalJson(a ?? null), canonicalJson(b ?? null)];
  return x === y || canonicalJson(withoutFileNames(a)) === canonicalJson(withoutFileNames(b));
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Media references reduced to their id: what a file is called is the library's, not the document's. */
const withoutFileNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFileNames);
  if (value === null || typeof value !== 'object') return value ?? null;
  const keys = Object.keys(value);
  if (keys.length === 3 && ['hash', 'id', 'name'].every((key) => keys.includes(key))) {
    return { id: (value as MediaReference).id };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFileNames(item)]));
};
