import { matchComponents, type Item } from './match';
import { readMedia, readRelation } from './read-reference';
import { MAX_DEPTH, isRecord, own, toList } from './record';
import { canonicalJson, type RelationReference, type Snapshot } from './snapshot';
import type { AttributeShape, Attributes, Structure } from './structure';

/** A relation that is another than in current. */
export interface RelationDelta {
  /** uid of the content type or component that has the relation */
  source: string;
  attribute: string;
  target: string;
  /** in the order in which they are to be connected; each after those that its place depends on */
  connect: { reference: RelationReference; before: RelationReference | null }[];
  disconnect: RelationReference[];
}

export interface ToFormValuesParams {
  /** content in today's structure */
  content: Snapshot;
  /** today's content, with the row `id` of each component; null where there is none */
  current: Snapshot | null;
  structure: Structure;
  /** only these top-level attributes */
  fields: readonly string[];
  /** Gives what the form holds of a relation. */
  relation(delta: RelationDelta): unknown;
  /** Gives what the form holds of a file; null where there is none (any more). */
  file(id: number): unknown;
}

type Context = Pick<ToFormValuesParams, 'structure' | 'relation' | 'file'>;

const keyOf = (reference: RelationReference): string => canonicalJson(reference);

const relationDelta = (
  value: unknown,
  current: unknown,
  { uid, name, shape }: { uid: string; name: string; shape: AttributeShape }
): RelationDelta => {
  const read = (list: unknown) => toList(list).flatMap((item) => readRelation(item, shape.target) ?? []);
  const [wanted, present] = [read(value), read(current)];
  const keys = new Set(wanted.map(keyOf));
  const disconnect = present.filter((reference) => !keys.has(keyOf(reference)));
  const kept = present.filter((reference) => keys.has(keyOf(reference))).map(keyOf);
  // what is there already and in its order stays: the form lists it by itself
  const isInOrder = kept.every((key, index) => keyOf(wanted[index]!) === key);
  const connect = wanted
    .map((reference, index) => ({ reference, before: wanted[index + 1] ?? null, index }))
    .filter(({ index }) => !isInOrder || index >= kept.length)
    // from the last to the first: each stands before one that is there by then
    .reverse()
    .map(({ reference, before }) => ({ reference, before }));
  return { source: uid, attribute: name, target: shape.target ?? '', connect, disconnect };
};

const componentValue = (
  context: Context,
  { item, row, uid, depth }: { item: Item; row: Item | undefined; uid: string; depth: number }
): Record<string, unknown> | null => {
  const attributes = own(context.structure.components, uid);
  if (!attributes || depth >= MAX_DEPTH) return null;
  const values = attributeValues(context, {
    content: item,
    current: row ?? null,
    uid,
    attributes,
    depth: depth + 1,
  });
  return {
    ...(item.__component !== undefined && { __component: uid }),
    ...(row && { id: row.id }),
    ...values,
  };
};

const componentsValue = (
  context: Context,
  { value, current, shape, depth }: { value: unknown; current: unknown; shape: AttributeShape; depth: number }
): unknown => {
  const items = toList(value).filter(isRecord) as Item[];
  const rows = toList(current).filter(isRecord) as Item[];
  if (shape.type === 'component' && shape.repeatable !== true) {
    const [item] = items;
    return item ? componentValue(context, { item, row: rows[0], uid: shape.component!, depth }) : null;
  }
  const matches = matchComponents(rows, items);
  return items.flatMap((item, index) => {
    const uid = shape.component ?? String(item.__component);
    return componentValue(context, { item, row: rows[matches[index] ?? -1], uid, depth }) ?? [];
  });
};

const attributeValues = (
  context: Context,
  {
    content,
    current,
    uid,
    attributes,
    depth,
    fields,
  }: {
    content: Record<string, unknown>;
    current: Record<string, unknown> | null;
    uid: string;
    attributes: Attributes;
    depth: number;
    fields?: readonly string[];
  }
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, { type }]) => type !== 'password' && (!fields || fields.includes(name)))
      .map(([name, shape]): [string, unknown] => {
        const value = own(content, name) ?? null;
        const before = own(current, name) ?? null;
        switch (shape.type) {
          case 'relation':
            return [name, context.relation(relationDelta(value, before, { uid, name, shape }))];
          case 'media': {
            const files = toList(value).flatMap((item) => context.file(readMedia(item)?.id ?? 0) ?? []);
            return [name, shape.multiple ? files : (files[0] ?? null)];
          }
          case 'component':
          case 'dynamiczone':
            return [name, componentsValue(context, { value, current: before, shape, depth })];
          default:
            return [name, value];
        }
      })
  );

/**
 * Content as the content manager's edit form holds it, over a form that shows current: components with the rows of
 * current, files whole, and of relations what to connect and to disconnect, for their list is current's.
 */
export const toFormValues = ({
  content,
  current,
  structure,
  fields,
  ...rest
}: ToFormValuesParams): Record<string, unknown> =>
  attributeValues(
    { structure, ...rest },
    { content, current, uid: structure.uid, attributes: structure.attributes, depth: 0, fields }
  );
