import type { Change, ReferenceSide } from '../../../contracts/compare';
import {
  isListShape,
  type AttributeShape,
  type Attributes,
  type Structure,
} from '../../../server/src/core/structure';

/** What changes say, carried out: a snapshot to which they lead from another one. Nothing is guessed; what does not fit throws. */

type Content = Record<string, unknown>;

const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fail = (what: string, change: Change): never => {
  throw new Error(`${what}: ${JSON.stringify(change)}`);
};

/** What a path has beyond that of the level above. */
const step = (change: Change, path: string): string =>
  change.path.startsWith(path) ? change.path.slice(path.length) : fail(`not below ${path}`, change);

/** `.url` or `["a.b"]`. */
const keyIn = (change: Change, path: string): string => {
  const rest = step(change, path);
  return rest.startsWith('[') ? (JSON.parse(rest.slice(1, -1)) as string) : rest.slice(1);
};

const withKey = (source: unknown, key: string, value: unknown): Content =>
  Object.fromEntries([
    ...Object.entries((source ?? {}) as Content).filter(([name]) => name !== key),
    [key, value],
  ]);

const withoutKey = (source: unknown, key: string): Content =>
  Object.fromEntries(Object.entries((source ?? {}) as Content).filter(([name]) => name !== key));

const applyList = (
  source: unknown,
  changes: Change[],
  path: string,
  edit: (item: unknown, change: Change) => unknown,
  stored: (side: unknown) => unknown = (side) => side
): unknown[] => {
  const items = [...((source ?? []) as unknown[])];
  const arriving = new Map<number, unknown>();
  const leaving = new Set<number>();
  for (const change of changes) {
    const { kind, fromIndex, toIndex } = change;
    if (step(change, path) !== `[${toIndex ?? fromIndex}]`) fail('not at its place', change);
    if (fromIndex !== undefined && (fromIndex >= items.length || leaving.has(fromIndex)))
      fail('no such item', change);
    if (kind === 'removed') leaving.add(fromIndex!);
    else if (kind === 'added') arriving.set(toIndex!, stored(change.to));
    else {
      const isWhole = 'to' in change;
      if (kind === 'changed' && !isWhole && !change.children) fail('says nothing', change);
      const item = items[fromIndex!];
      const edited = change.children && !isWhole ? edit(item, change) : item;
      const now = isWhole ? stored(change.to) : edited;
      if (kind === 'moved') {
        leaving.add(fromIndex!);
        arriving.set(toIndex!, now);
      } else items[fromIndex!] = now;
    }
  }
  const staying = items.filter((_, index) => !leaving.has(index));
  const result: unknown[] = [];
  for (let place = 0; staying.length > 0 || arriving.has(place); place += 1) {
    result.push(arriving.has(place) ? arriving.get(place) : staying.shift());
    arriving.delete(place);
  }
  if (arriving.size > 0)
    throw new Error(`items at ${[...arriving.keys()].join()} of ${result.length} in ${path}`);
  for (const { kind, path: at, fromIndex, toIndex } of changes) {
    if (kind === 'changed' && result[toIndex!] !== items[fromIndex!]) throw new Error(`${at} is elsewhere`);
  }
  return result;
};

const applyJson = (source: unknown, change: Change): unknown => {
  const { children, path } = change;
  if (!children || 'to' in change || 'from' in change) return change.to;
  if (Array.isArray(source)) return applyList(source, children, path, applyJson);
  return applyKeys(source, children, path);
};

const applyKeys = (source: unknown, changes: Change[], path: string): Content => {
  let result = source as Content;
  for (const change of changes) {
    const key = keyIn(change, path);
    const value = change.kind === 'removed' ? undefined : applyJson(result[key], change);
    result = change.kind === 'removed' ? withoutKey(result, key) : withKey(result, key, value);
  }
  return result;
};

const applyBlock = (source: unknown, { children = [], path }: Change): unknown => {
  const inner = `${path}.children`;
  const isItem = (change: Change): boolean => change.path.startsWith(`${inner}[`);
  const block = applyKeys(
    source,
    children.filter((change) => !isItem(change)),
    path
  );
  const items = children.filter(isItem);
  if (items.length === 0) return block;
  return withKey(block, 'children', applyList(block.children, items, inner, applyBlock));
};

/** A side of a change as a snapshot has it. */
const storedReference =
  (shape: AttributeShape) =>
  (side: unknown): unknown => {
    if (!isObject(side) || !('label' in side)) return side ?? null;
    const { target, documentId, id, locale, label } = side as unknown as ReferenceSide;
    if (shape.type === 'media') return { id, hash: null, name: label };
    const type = shape.target === undefined ? { type: target } : {};
    return documentId === null ? { id, ...type } : { documentId, locale, ...type };
  };

const applyValue = (
  source: unknown,
  change: Change,
  shape: AttributeShape,
  structure: Structure
): unknown => {
  const { children, path } = change;
  const isReference = shape.type === 'relation' || shape.type === 'media';
  const stored = isReference ? storedReference(shape) : (side: unknown): unknown => side ?? null;
  if (!children || 'from' in change || 'to' in change) return stored(change.to);
  if (shape.type === 'json') return applyJson(source, change);
  if (shape.type === 'blocks') return applyList(source, children, path, applyBlock);

  const editItem = (item: unknown, { children: below = [], path: at }: Change): unknown => {
    const uid = shape.component ?? ((item as Content).__component as string);
    return applyAttributes(item as Content, below, at, structure.components[uid]!, structure);
  };
  return isListShape(shape) ? applyList(source, children, path, editItem, stored) : editItem(source, change);
};

const applyAttributes = (
  source: Content,
  changes: Change[],
  path: string,
  attributes: Attributes,
  structure: Structure
): Content => {
  let result = source;
  for (const change of changes) {
    const name = path === '' ? change.path : step(change, path).slice(1);
    result = withKey(result, name, applyValue(result[name], change, attributes[name]!, structure));
  }
  return result;
};

export const applyChanges = (from: Content | null, changes: Change[], structure: Structure): Content =>
  applyAttributes(from ?? {}, changes, '', structure.attributes, structure);
