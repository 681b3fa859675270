import type { AttributeShape, Attributes, Structure } from '../../core/structure';
import { sortKeys, type Snapshot } from '../../core/snapshot';
import { decodeValue, type DecodeOptions } from './decode-value';
import type { Branch } from './branch';

/** A row of the reading statement; the columns are explained in plan.ts. */
export interface Row {
  k: number;
  p: number | null;
  t: string | null;
  f: string | null;
  o: number | null;
  i: number | null;
  s: string | null;
  v: string | null;
  b: Buffer | null;
}

/** What is recorded of a revision beside its content, as the reading statement brings it. */
export interface Head {
  id: number;
  number: number;
  hash: string;
  keyframeId: number | null;
  schemaId: number;
  action: string;
  payload: Buffer;
  /** hash of the revision of this locale that is published; null where none is */
  liveHash: string | null;
}

/** One locale of a document as it is in the database. */
export interface DocumentReading {
  rowId: number;
  documentId: string;
  /** '' where the type is not localized */
  locale: string;
  snapshot: Snapshot;
  /** ms since 1970 */
  updatedAt: number | null;
  updatedBy: number | null;
  publishedAt: number | null;
  head: Head | null;
}

export interface Reading {
  locales: DocumentReading[];
  /** The document's row among ours; null where it was never recorded, or heads were not asked for. */
  document: { id: number; lastNumber: number } | null;
  /** Id of the provisional draft that was asked for; null where there is none. */
  provisional: number | null;
}

/** A reference whose target's documentId is still to be looked up (morph relations name a type and a row id). */
export interface PendingReference {
  type: string;
  id: number;
  settle(target: { documentId: string | null; locale: string | null } | null): void;
}

/** Row ids of components, kept beside the snapshot and never in it: a snapshot has no ids. */
const rowIds = new WeakMap<object, number>();

/** The row id of a component in a snapshot that was just read from the database. */
export const rowIdOf = (component: object): number | undefined => rowIds.get(component);

const emptyValue = (shape: AttributeShape): unknown =>
  shape.multiple || shape.repeatable || shape.type === 'dynamiczone' ? [] : null;

/** An object with every attribute of a type, in alphabetical order, each empty. */
const blank = (attributes: Attributes): Record<string, unknown> => {
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, shape] of Object.entries(attributes)) object[name] = emptyValue(shape);
  return object;
};

const fill = (
  object: Record<string, unknown>,
  columns: { name: string; type: string }[],
  values: unknown[],
  options: DecodeOptions
): void => {
  columns.forEach(({ name, type }, index) => {
    const value = decodeValue(type, values[index], options);
    object[name] = type === 'json' || type === 'blocks' ? sortKeys(value) : value;
  });
};

/** Undoes the chunks that wide rows travel in. */
const valuesOf = (text: string | null, count: number): unknown[] => {
  const values = JSON.parse(text ?? '[]') as unknown[];
  return count > 90 ? (values as unknown[][]).flat() : values;
};

const byOrder = (a: Row, b: Row): number =>
  (a.o ?? 0) - (b.o ?? 0) || compare(a.s, b.s) || compare(a.v, b.v) || (a.i ?? 0) - (b.i ?? 0);

const compare = (a: string | null, b: string | null): number => {
  const [x, y] = [a ?? '', b ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

interface Owner {
  object: Record<string, unknown>;
  attributes: Attributes;
}

/**
 * Builds each locale's snapshot from the rows of the reading statement.
 *
 * @returns the readings, and the references that still need a look-up by row id
 */
export const assemble = (
  rows: Row[],
  branches: Branch[],
  structure: Structure,
  options: DecodeOptions
): { reading: Reading; pending: PendingReference[] } => {
  const owners = new Map<string, Owner>();
  const locales: DocumentReading[] = [];
  const heads = new Map<string, Head>();
  const children: Row[] = [];
  const references: Row[] = [];
  let document: Reading['document'] = null;
  let provisional: Reading['provisional'] = null;

  for (const row of rows) {
    const branch = branches[row.k]!;
    switch (branch.kind) {
      case 'main': {
        const values = valuesOf(row.v, branch.columns.length);
        const all: Record<string, unknown> = {};
        fill(all, branch.columns, values, options);
        const object = blank(structure.attributes);
        for (const name of Object.keys(object)) if (Object.hasOwn(all, name)) object[name] = all[name];
        owners.set(`:${row.i}`, { object, attributes: structure.attributes });
        locales.push({
          rowId: row.i!,
          documentId: row.s!,
          locale: row.f ?? '',
          snapshot: object,
          updatedAt: millis(all.updatedAt),
          updatedBy: typeof all.updatedBy === 'number' ? all.updatedBy : null,
          publishedAt: millis(all.publishedAt),
          head: null,
        });
        break;
      }
      case 'component': {
        const attributes = structure.components[branch.uid]!;
        const object = blank(attributes);
        fill(object, branch.columns, valuesOf(row.v, branch.columns.length), options);
        rowIds.set(object, row.i!);
        owners.set(`${branch.uid}:${row.i}`, { object, attributes });
        children.push(row);
        break;
      }
      case 'head': {
        const [keyframeId, schemaId, action, liveHash] = JSON.parse(row.v!) as [
          number | null,
          number,
          string,
          string | null,
        ];
        heads.set(row.f ?? '', {
          id: row.i!,
          number: row.o!,
          hash: row.s!,
          keyframeId,
          schemaId,
          action,
          payload: row.b!,
          liveHash,
        });
        break;
      }
      case 'document':
        document = { id: row.i!, lastNumber: row.o! };
        break;
      case 'draft':
        provisional = row.i!;
        break;
      default:
        references.push(row);
    }
  }

  const pending: PendingReference[] = [];
  for (const row of children.sort(byOrder)) attachComponent(row, owners);
  for (const row of references.sort(byOrder)) {
    const owner = owners.get(`${row.t}:${row.p}`);
    if (!owner) continue;
    attachReference({ row, kind: branches[row.k]!.kind, owner, pending });
  }
  for (const reading of locales) reading.head = heads.get(reading.locale) ?? null;
  locales.sort((a, b) => compare(a.locale, b.locale));
  return { reading: { locales, document, provisional }, pending };
};

const millis = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);

const attachComponent = (row: Row, owners: Map<string, Owner>): void => {
  const owner = owners.get(`${row.t}:${row.p}`);
  const name = row.f ?? '';
  const shape = owner?.attributes[name];
  const component = owners.get(`${row.s}:${row.i}`)?.object;
  if (!owner || !shape || !component) return;
  if (shape.type === 'dynamiczone') {
    if (!shape.components?.includes(row.s!)) return;
    const entry = { __component: row.s!, ...component };
    moveIdentity(component, entry, owners, row);
    (owner.object[name] as unknown[]).push(entry);
  } else if (shape.type === 'component' && shape.component === row.s) {
    if (shape.repeatable) (owner.object[name] as unknown[]).push(component);
    else owner.object[name] ??= component;
  }
};

/** A dynamic zone's entry is the component with its type in front: what is attached below goes to the entry from now on. */
const moveIdentity = (
  from: object,
  to: Record<string, unknown>,
  owners: Map<string, Owner>,
  row: Row
): void => {
  rowIds.set(to, rowIds.get(from)!);
  const key = `${row.s}:${row.i}`;
  owners.set(key, { ...owners.get(key)!, object: to });
};

const attachReference = ({
  row,
  kind,
  owner,
  pending,
}: {
  row: Row;
  kind: Branch['kind'];
  owner: Owner;
  pending: PendingReference[];
}): void => {
  const name = row.f ?? '';
  const shape = owner.attributes[name];
  if (!shape || shape.type !== (kind === 'media' ? 'media' : 'relation')) return;

  if (kind === 'media') {
    put(owner.object, name, shape, { hash: row.s, id: row.i!, name: row.v });
  } else if (kind === 'morph') {
    const place = {};
    put(owner.object, name, shape, place);
    pending.push({
      type: row.s!,
      id: row.i!,
      settle: (target) => replace(owner.object, name, place, morphReference(row, target)),
    });
  } else {
    put(owner.object, name, shape, row.s ? { documentId: row.s, locale: row.v } : { id: row.i! });
  }
};

const morphReference = (
  row: Row,
  target: { documentId: string | null; locale: string | null } | null
): object | null => {
  if (!target) return null;
  return target.documentId
    ? { documentId: target.documentId, locale: target.locale, type: row.s! }
    : { id: row.i!, type: row.s! };
};

const sameReference = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Adds to a list, or sets; a target linked twice (its draft and its published row) counts once. */
const put = (object: Record<string, unknown>, name: string, shape: AttributeShape, value: object): void => {
  if (!shape.multiple) {
    object[name] ??= value;
    return;
  }
  const list = object[name] as unknown[];
  const isPlace = Object.keys(value).length === 0;
  if (shape.type === 'media' || isPlace || !list.some((item) => sameReference(item, value))) list.push(value);
};

const replace = (
  object: Record<string, unknown>,
  name: string,
  place: object,
  value: object | null
): void => {
  const current = object[name];
  if (!Array.isArray(current)) {
    if (current === place) object[name] = value;
    return;
  }
  const index = current.indexOf(place);
  if (index < 0) return;
  const known = value && current.some((item) => sameReference(item, value));
  if (value && !known) current[index] = value;
  else current.splice(index, 1);
};
