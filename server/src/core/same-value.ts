import { equalJson } from './equal-json';
import { isRecord, own } from './record';
import type { AttributeShape, Attributes } from './structure';

/**
 * Whether two values of an attribute are the same content: absent is null, and a file under a new name is that file.
 * Nothing is written out for it, and the first difference ends it: of two documents most attributes differ early.
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
  if (isScalar(a) || isScalar(b)) return false;
  if (!shape) return equalJson(withoutFileNames(a), withoutFileNames(b));
  if (isEmpty(a, shape) || isEmpty(b, shape)) return false;
  switch (shape.type) {
    case 'media':
      return equalJson(withoutFileNames(a), withoutFileNames(b));
    case 'component':
    case 'dynamiczone':
      return sameItems(a, b, shape, components);
    default:
      return equalJson(a, b);
  }
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

/** Of components what they hold of today's attributes; of one whose attributes nobody knows all that it holds. */
const sameItems = (
  a: unknown,
  b: unknown,
  shape: AttributeShape,
  components: Record<string, Attributes>
): boolean => {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameItem(item, b[index], shape, components));
  }
  return sameItem(a, b, shape, components);
};

const sameItem = (
  a: unknown,
  b: unknown,
  shape: AttributeShape,
  components: Record<string, Attributes>
): boolean => {
  const uidOf = (item: unknown): unknown => shape.component ?? own(item, '__component');
  const uid = uidOf(a);
  const attributes = typeof uid === 'string' ? own(components, uid) : undefined;
  if (!attributes || !isRecord(a) || !isRecord(b)) return equalJson(a ?? null, b ?? null);
  if (uidOf(b) !== uid) return false;
  return Object.entries(attributes).every(([name, inner]) =>
    sameValue(own(a, name), own(b, name), inner, components)
  );
};

/** Media references reduced to their id: what a file is called is the library's, not the document's. */
export const withoutFileNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFileNames);
  if (value === null || typeof value !== 'object') return value ?? null;
  const keys = Object.keys(value);
  if (keys.length === 3 && ['hash', 'id', 'name'].every((key) => keys.includes(key))) {
    return { id: (value as { id: unknown }).id };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFileNames(item)]));
};
