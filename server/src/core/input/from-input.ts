import { MAX_DEPTH, attributePath, isRecord, itemPath, own, toList } from '../record';
import { readMedia } from '../read-reference';
import type { MediaReference, Snapshot } from '../snapshot';
import { isListShape, type AttributeShape, type Attributes, type Structure } from '../structure';
import { InputError } from './input-error';
import { readRelationInput, type FindDocument } from './read-relation-input';
import { readScalar } from './read-scalar';

export interface FromInputParams {
  /** as the Document Service's `update` takes it: some attributes */
  data: Record<string, unknown>;
  structure: Structure;
  /**
   * What is there, with the row `id` of each component: relations connect and disconnect from it, and of a component
   * whose row is named what data leaves out stays.
   */
  over: Snapshot | null;
  find: FindDocument;
  /** null where there is no such file */
  findFile(id: number): MediaReference | null;
  /** Attributes that a model has and no snapshot does (passwords, Strapi's own): passed over. */
  isOther(uid: string, name: string): boolean;
}

type Context = Omit<FromInputParams, 'data' | 'over'>;

const NOT_ATTRIBUTES = new Set(['id', '__component', '__temp_key__']);

const emptyOf = (shape: AttributeShape): unknown => (isListShape(shape) ? [] : (shape.default ?? null));

const readFiles = (
  { findFile }: Context,
  { value, shape, over, path }: { value: unknown; shape: AttributeShape; over: unknown; path: string }
): unknown => {
  const known = toList(over).flatMap((item) => readMedia(item) ?? []);
  const given = isRecord(value) && Array.isArray(value.set) ? value.set : toList(value);
  const files = given.map((item): MediaReference => {
    const id = Number(isRecord(item) ? item.id : item);
    if (!Number.isInteger(id)) throw new InputError(path, 'is no file; give its id, or { id }');
    const file = findFile(id) ?? known.find((one) => one.id === id);
    if (!file) throw new InputError(path, `there is no file with id ${id}`);
    return file;
  });
  return shape.multiple === true ? files : (files[0] ?? null);
};

const readItem = (
  context: Context,
  {
    item,
    uid,
    row,
    path,
    depth,
  }: { item: unknown; uid: string | undefined; row: unknown; path: string; depth: number }
): Record<string, unknown> => {
  const attributes = uid === undefined ? undefined : own(context.structure.components, uid);
  if (!isRecord(item)) throw new InputError(path, 'is no component; give an object of its attributes');
  if (!attributes || depth >= MAX_DEPTH) throw new InputError(path, `there is no component "${uid ?? ''}"`);
  const id = own(row, 'id');
  return Object.fromEntries([
    ...(Object.hasOwn(item, '__component') ? [['__component', uid]] : []),
    ...(id === undefined ? [] : [['id', id]]),
    ...Object.entries(
      readAttributes(context, { source: item, uid: uid!, attributes, over: row, path, depth, whole: true })
    ),
  ]) as Record<string, unknown>;
};

const isRow = (row: unknown, item: unknown): boolean => {
  const [id, of] = [own(item, 'id'), own(row, 'id')];
  return of !== undefined && Number(id) === of && own(item, '__component') === own(row, '__component');
};

const readComponents = (
  context: Context,
  {
    value,
    shape,
    over,
    path,
    depth,
  }: { value: unknown; shape: AttributeShape; over: unknown; path: string; depth: number }
): unknown => {
  const isList = isListShape(shape);
  if (value === null) return isList ? [] : null;
  if (isList !== Array.isArray(value)) {
    throw new InputError(path, isList ? 'is a list of components' : 'is one component, not a list');
  }
  const rows = new Set(toList(over));
  const items = toList(value).map((item, index) => {
    const at = itemPath(path, value, index);
    const uid = shape.component ?? own(item, '__component');
    if (shape.components && !shape.components.includes(String(uid))) {
      throw new InputError(at, `__component must be one of ${shape.components.join(', ')}`);
    }
    // a row that is named twice is taken once: the other one is a copy
    const row = [...rows].find((candidate) => isRow(candidate, item));
    rows.delete(row);
    return readItem(context, { item, uid: uid as string | undefined, row, path: at, depth: depth + 1 });
  });
  return isList ? items : items[0];
};

const readValue = (
  context: Context,
  given: { value: unknown; shape: AttributeShape; over: unknown; path: string; depth: number }
): unknown => {
  const { value, shape, path } = given;
  switch (shape.type) {
    case 'relation':
      return readRelationInput({ ...given, find: context.find });
    case 'media':
      return readFiles(context, given);
    case 'component':
    case 'dynamiczone':
      return readComponents(context, given);
    default:
      return readScalar(value, shape, path);
  }
};

const readAttributes = (
  context: Context,
  {
    source,
    uid,
    attributes,
    over,
    path,
    depth,
    whole,
  }: {
    source: Record<string, unknown>;
    uid: string;
    attributes: Attributes;
    over: unknown;
    path: string;
    depth: number;
    whole: boolean;
  }
): Record<string, unknown> => {
  for (const name of Object.keys(source)) {
    if (Object.hasOwn(attributes, name) || NOT_ATTRIBUTES.has(name) || context.isOther(uid, name)) continue;
    const names = Object.keys(attributes).slice(0, 3).join(', ');
    throw new InputError(attributePath(path, name), `no such attribute; ${uid} has ${names}, …`);
  }
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, shape]): [string, unknown][] => {
      const value = own(source, name);
      const before = own(over, name);
      if (value !== undefined) {
        return [
          [name, readValue(context, { value, shape, over: before, path: attributePath(path, name), depth })],
        ];
      }
      if (!whole) return [];
      return [[name, isRecord(over) ? (before ?? null) : emptyOf(shape)]];
    })
  );
};

/**
 * The data of a write as whole values in the form of a snapshot, components with the row `id` that they keep: what
 * `toInput` does, the other way round.
 *
 * @throws InputError that names the path, for what the structure does not have, or what points nowhere
 */
export const fromInput = ({ data, over, ...context }: FromInputParams): Snapshot => {
  const { uid, attributes } = context.structure;
  return readAttributes(context, { source: data, uid, attributes, over, path: '', depth: 0, whole: false });
};
