import type { AttributeShape, Attributes, Structure } from '../../../server/src/core/structure';

/** Whether a snapshot is one that could have been taken under a structure: what it takes, spelled out a second time. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: Record<string, unknown>, keys: string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

const isFile = (value: unknown): boolean =>
  isObject(value) &&
  hasOnly(value, ['id', 'hash', 'name']) &&
  typeof value.id === 'number' &&
  [value.hash, value.name].every((text) => text === null || typeof text === 'string');

const isRelation = (value: unknown, shape: AttributeShape): boolean =>
  isObject(value) &&
  hasOnly(value, ['documentId', 'locale', 'type', 'id']) &&
  (typeof value.documentId === 'string' || typeof value.id === 'number') &&
  (shape.target === undefined
    ? typeof value.type === 'string'
    : value.type === undefined || value.type === shape.target);

const list = (value: unknown, multiple: boolean | undefined, fits: (item: unknown) => boolean): boolean =>
  multiple ? Array.isArray(value) && value.every(fits) : value === null || fits(value);

const fitsValue = (value: unknown, shape: AttributeShape, structure: Structure): boolean => {
  const isComponent = (item: unknown, uid: string, keys: string[]): boolean =>
    isObject(item) &&
    Object.hasOwn(structure.components, uid) &&
    fitsAttributes(item, structure.components[uid]!, structure, keys);

  switch (shape.type) {
    case 'component':
      return list(value, shape.repeatable, (item) => isComponent(item, shape.component!, []));
    case 'dynamiczone':
      return list(value, true, (item) => {
        const uid = (item as { __component?: string } | null)?.__component;
        return (
          uid !== undefined && shape.components!.includes(uid) && isComponent(item, uid, ['__component'])
        );
      });
    case 'relation':
      return list(value, shape.multiple, (item) => isRelation(item, shape));
    case 'media':
      return list(value, shape.multiple, isFile);
  }
  if (value === null) return true;
  switch (shape.type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'enumeration':
      return shape.enum!.includes(value as string);
    case 'json':
    case 'vector':
      return value !== undefined;
    case 'blocks':
      return Array.isArray(value);
    default:
      return typeof value === 'string';
  }
};

const fitsAttributes = (
  content: Record<string, unknown>,
  attributes: Attributes,
  structure: Structure,
  otherKeys: string[]
): boolean => {
  const names = Object.keys(attributes).filter((name) => attributes[name]!.type !== 'password');
  return (
    hasOnly(content, [...names, ...otherKeys]) &&
    names.every(
      (name) => Object.hasOwn(content, name) && fitsValue(content[name], attributes[name]!, structure)
    )
  );
};

export const fits = (content: unknown, structure: Structure): boolean =>
  isObject(content) && fitsAttributes(content, structure.attributes, structure, []);

/** Equality of JSON values by their own properties; `toEqual` overlooks one called `__proto__`. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (!isObject(a)) return a === b;
  const keys = Object.keys(a);
  return (
    isObject(b) &&
    Object.getPrototypeOf(b) === Object.prototype &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
};
