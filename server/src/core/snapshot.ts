import { isRecord, own } from './record';
import type { AttributeShape, Attributes, Structure } from './structure';

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

/**
 * The same JSON value with the keys of every object in alphabetical order; itself, where they are. A key may be any
 * text, `__proto__` too.
 */
export const sortKeys = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(sortKeys);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const source = value as Record<string, unknown>;
  const keys = Object.keys(source);
  const entries = keys.map((key): [string, unknown] => [key, sortKeys(source[key])]);
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1]! < key);
  if (isSorted && entries.every(([key, item]) => item === source[key])) return value;
  return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)));
};

/** The one text of a snapshot: JSON with all keys sorted. PostgreSQL's `jsonb` reorders keys, so order means nothing. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value));

/**
 * Names of the top-level attributes in which two snapshots differ, in alphabetical order.
 *
 * @param before null where there was nothing: every attribute that holds something counts
 * @param structure today's, where it is known: what it lacks does not count, and what it has since counts as empty
 */
export const changedAttributes = (
  before: Snapshot | null,
  after: Snapshot,
  structure?: Structure
): string[] => {
  const names = structure
    ? Object.keys(structure.attributes)
    : [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  const isSame = (name: string): boolean =>
    sameValue(own(before, name), own(after, name), structure?.attributes[name], structure?.components);
  return names.filter((name) => !isSame(name)).sort();
};

/**
 * Whether two values of an attribute are the same content: absent is null, and a file under a new name is that file.
 *
 * @param shape of the attribute, where it is known: then an empty list is null as well, unless it is JSON
 * @param components what the attribute's components hold
 */
export const sameValue = (
  a: unknown,
  b: unknown,
  shape?: AttributeShape,
  components: Record<string, Attributes> = {}
): boolean => {
  if (a === b || (isEmpty(a, shape, b) && isEmpty(b, shape, a))) return true;
  if (isScalar(a) && isScalar(b)) return false;
  // most often both come with their keys in order: then this settles it, at a fraction of what sorting takes
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  if (!shape && canonicalJson(a ?? null) === canonicalJson(b ?? null)) return true;
  const text = (value: unknown): string =>
    canonicalJson(shape ? essence(value, shape, components) : withoutFileNames(value));
  return text(a) === text(b);
};

const isScalar = (value: unknown): boolean =>
  value !== null && value !== undefined && typeof value !== 'object';

/**
 * JSON and rich text may hold an empty list, and that is something; any other list that is empty is nothing. Where the
 * shape is not known, an empty list is nothing only beside an attribute that is not there.
 */
export const isEmpty = (value: unknown, shape: AttributeShape | undefined, other?: unknown): boolean => {
  if (value === undefined || value === null) return true;
  if (!Array.isArray(value) || value.length > 0) return false;
  return shape ? !ATOMIC.has(shape.type) : other === undefined;
};
const ATOMIC = new Set(['json', 'blocks']);

/** What counts of a value: of a file its id, of a component what it holds of today's attributes. */
const essence = (value: unknown, shape: AttributeShape, components: Record<string, Attributes>): unknown => {
  if (isEmpty(value, shape)) return null;
  switch (shape.type) {
    case 'media':
      return withoutFileNames(value);
    case 'component':
    case 'dynamiczone':
      return Array.isArray(value)
        ? value.map((item) => componentEssence(item, shape, components))
        : componentEssence(value, shape, components);
    default:
      return value;
  }
};

/**
 * The text of an item of a list, by which {@link sameValue} goes: items of the same text are the same content.
 *
 * @param shape of the attribute that holds the list
 */
export const itemText = (
  item: unknown,
  shape: AttributeShape,
  components: Record<string, Attributes>
): string => {
  if (shape.type === 'media') return canonicalJson(withoutFileNames(item));
  const isComponent = shape.type === 'component' || shape.type === 'dynamiczone';
  return canonicalJson(isComponent ? componentEssence(item, shape, components) : item) ?? 'null';
};

const componentEssence = (
  item: unknown,
  shape: AttributeShape,
  components: Record<string, Attributes>
): unknown => {
  if (!isRecord(item)) return item;
  const uid = shape.component ?? own(item, '__component');
  const attributes = typeof uid === 'string' ? own(components, uid) : undefined;
  if (!attributes) return item;
  const held = Object.entries(attributes).flatMap(([name, inner]): [string, unknown][] => {
    const value = essence(own(item, name), inner, components);
    return value === null ? [] : [[name, value]];
  });
  return [uid, Object.fromEntries(held)];
};

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
