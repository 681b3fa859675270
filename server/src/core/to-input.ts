import { matchComponents } from './match';
import type { Item } from './match';
import { readMedia, readRelation } from './read-reference';
import { MAX_DEPTH, isRecord, own, toList } from './record';
import type { RelationReference, Snapshot } from './snapshot';
import type { AttributeShape, Structure } from './structure';

export interface ToInputParams {
  /** content in today's structure */
  content: Snapshot;
  structure: Structure;
  /** today's content in the same shape, with the row `id` of each component; null where there is none */
  current: Snapshot | null;
  /** only these top-level attributes */
  fields?: readonly string[];
}

const relationItem = (
  { documentId, id, locale, type }: RelationReference,
  { relation, target }: AttributeShape
) => ({
  ...(documentId === undefined ? { id } : { documentId, ...(locale ? { locale } : {}) }),
  // Strapi wants to be told the type on either side of a morph relation, also where it can only be one
  ...(relation?.startsWith('morph') ? { __type: target ?? type } : {}),
});

const relationInput = (value: unknown, shape: AttributeShape, current: unknown): unknown => {
  const references = toList(value).flatMap((item) => readRelation(item, shape.target) ?? []);
  if (shape.relation === 'morphToOne') {
    // Two columns of the row itself: Strapi takes no `set` there, and does not look up a documentId
    // (database/dist/entity-manager `processData`, core/dist/…/relations/utils/map-relation.js).
    const [only] = references;
    if (!only) return null;
    return only.id === undefined ? relationItem(only, shape) : { id: only.id, __type: only.type };
  }
  if (shape.relation === 'morphToMany' && references.length === 0) {
    // An empty `set` changes nothing there (database/dist/entity-manager `updateRelations`).
    const linked = toList(current).flatMap((item) => readRelation(item, shape.target) ?? []);
    return { disconnect: linked.map((reference) => relationItem(reference, shape)) };
  }
  const kept = shape.multiple === true ? references : references.slice(0, 1);
  return { set: kept.map((reference) => relationItem(reference, shape)) };
};

const mediaInput = (value: unknown, shape: AttributeShape): unknown => {
  const ids = toList(value).flatMap((item) => readMedia(item)?.id ?? []);
  return shape.multiple === true ? ids : (ids[0] ?? null);
};

interface Component {
  item: Item;
  uid: string | undefined;
  /** the row that it is to become, if any */
  current: Item | undefined;
  depth: number;
}

/** An item whose component does not exist is null: Strapi would refuse it. */
const componentInput = (
  structure: Structure,
  { item, uid, current, depth }: Component
): Record<string, unknown> | null => {
  const attributes = uid === undefined ? undefined : own(structure.components, uid);
  if (!attributes || depth >= MAX_DEPTH) return null;
  const id = current?.id ?? undefined;
  return Object.fromEntries([
    ...(id === undefined ? [] : [['id', id]]),
    // Each attribute is given, empty where the content has none: a row that keeps its id would keep its old value.
    ...Object.entries(attributes)
      .filter(([, shape]) => shape.type !== 'password')
      .map(([name, shape]) => [
        name,
        valueInput(structure, own(item, name), shape, own(current, name), depth + 1),
      ]),
  ]) as Record<string, unknown>;
};

const itemsOf = (value: unknown): Item[] => toList(value).filter(isRecord);

const componentsInput = (
  structure: Structure,
  value: unknown,
  shape: AttributeShape,
  current: unknown,
  depth: number
): unknown => {
  const items = itemsOf(value);
  const rows = itemsOf(current);
  if (shape.type === 'component' && shape.repeatable !== true) {
    const [item] = items;
    return item ? componentInput(structure, { item, uid: shape.component, current: rows[0], depth }) : null;
  }
  const matches = matchComponents(rows, items);
  return items.flatMap((item, index) => {
    const isZone = shape.type === 'dynamiczone';
    const tag: unknown = isZone ? own(item, '__component') : shape.component;
    const uid = typeof tag === 'string' ? tag : undefined;
    const input = componentInput(structure, { item, uid, current: rows[matches[index] ?? -1], depth });
    if (!input) return [];
    return [isZone ? { __component: uid, ...input } : input];
  });
};

const valueInput = (
  structure: Structure,
  value: unknown,
  shape: AttributeShape,
  current: unknown,
  depth: number
): unknown => {
  switch (shape.type) {
    case 'relation':
      return relationInput(value, shape, current);
    case 'media':
      return mediaInput(value, shape);
    case 'component':
    case 'dynamiczone':
      return componentsInput(structure, value, shape, current, depth);
    default:
      return value ?? null;
  }
};

/**
 * `data` for the Document Service's `update` that makes current what the content is. An attribute that the content
 * lacks is left alone. A component that is there already keeps its row id (public interface, rule 10), any other gets
 * none: an id that current does not have fails the whole write.
 *
 * Relations are `{ set: [{ documentId, locale? }] }`, to-one relations too, but for a morph relation to many that is
 * emptied; media are ids.
 */
export const toInput = ({ content, structure, current, fields }: ToInputParams): Record<string, unknown> => {
  const wanted = fields && new Set(fields);
  return Object.fromEntries(
    Object.entries(structure.attributes)
      .filter(([name, shape]) => shape.type !== 'password' && (!wanted || wanted.has(name)))
      .flatMap(([name, shape]) => {
        const value = own(content, name);
        return value === undefined
          ? []
          : [[name, valueInput(structure, value, shape, own(current, name), 0)]];
      })
  ) as Record<string, unknown>;
};
