import type { Missing } from '../../../contracts/revision';
import { readMedia, readRelation } from './read-reference';
import { MAX_DEPTH, attributePath, isRecord, itemPath, own } from './record';
import type { MediaReference, RelationReference, Snapshot } from './snapshot';
import type { AttributeShape, Attributes, Structure } from './structure';

/** A reference somewhere in content. What does not apply, or was not recorded, is null. */
export interface Reference {
  /** `category`, `tags[1]`, `sections[2].image` */
  path: string;
  kind: 'relation' | 'media';
  /** uid of what it points at; `plugin::upload.file` for media, on a morph relation what the reference itself says */
  target: string;
  documentId: string | null;
  locale: string | null;
  id: number | null;
  /** what the target was called; only files have their name recorded */
  label: string | null;
  /** a file's hash, which outlives its id when files are imported anew */
  hash: string | null;
}

/** The reference to use in place of this one (itself, where all is well); null when its target is gone. */
export type Resolve = (reference: Reference, shape: AttributeShape) => Reference | null;

const FILE = 'plugin::upload.file';

/** Gives what stands in the place of a stored reference; null takes it out. */
type Visit = (reference: Reference, stored: unknown, shape: AttributeShape) => unknown;

const readReference = (stored: unknown, shape: AttributeShape, path: string): Reference | null => {
  if (shape.type === 'media') {
    const file = readMedia(stored);
    if (!file) return null;
    const { id, hash, name } = file;
    return { path, kind: 'media', target: FILE, documentId: null, locale: null, id, label: name, hash };
  }
  const relation = readRelation(stored, shape.target);
  if (!relation) return null;
  return {
    path,
    kind: 'relation',
    target: shape.target ?? relation.type ?? '',
    documentId: relation.documentId ?? null,
    locale: relation.locale ?? null,
    id: relation.id ?? null,
    label: null,
    hash: null,
  };
};

interface Walk {
  structure: Structure;
  visit: Visit;
}

/** Whether a value of an attribute can hold references, at any depth; `holding` are the components that can. */
const isHolder = ({ type, component }: AttributeShape, holding: Set<string>): boolean =>
  type === 'relation' ||
  type === 'media' ||
  (type === 'component' && component !== undefined && holding.has(component)) ||
  (type === 'dynamiczone' && holding.size > 0);

const holdingComponents = ({ components }: Structure): Set<string> => {
  const holding = new Set<string>();
  for (let before = -1; before < holding.size;) {
    before = holding.size;
    for (const [uid, attributes] of Object.entries(components)) {
      if (Object.values(attributes).some((shape) => isHolder(shape, holding))) holding.add(uid);
    }
  }
  return holding;
};

interface Holders {
  components: Set<string>;
  attributes: WeakMap<Attributes, Attributes>;
}

const known = new WeakMap<Structure, Holders>();

/** Those of some attributes that can hold references: most of a document has none. Worked out once for a structure. */
const holdersAmong = (structure: Structure, attributes: Attributes): Attributes => {
  let holders = known.get(structure);
  if (!holders) {
    holders = { components: holdingComponents(structure), attributes: new WeakMap() };
    known.set(structure, holders);
  }
  let found = holders.attributes.get(attributes);
  if (!found) {
    const { components } = holders;
    found = Object.fromEntries(Object.entries(attributes).filter(([, shape]) => isHolder(shape, components)));
    holders.attributes.set(attributes, found);
  }
  return found;
};

/** The content with each reference as `visit` made it, copied as far as needed. What cannot be read stays as it is. */
const walkAttributes = (
  walk: Walk,
  source: Record<string, unknown>,
  attributes: Attributes | undefined,
  path: string,
  depth: number
): Record<string, unknown> => {
  const held = attributes && holdersAmong(walk.structure, attributes);
  return Object.fromEntries(
    Object.entries(source).map(([name, value]) => {
      const shape = own(held, name);
      return [name, shape ? walkValue(walk, value, shape, attributePath(path, name), depth) : value];
    })
  );
};

const walkValue = (
  walk: Walk,
  value: unknown,
  shape: AttributeShape,
  path: string,
  depth: number
): unknown => {
  if (shape.type === 'relation' || shape.type === 'media') {
    const visitItem = (item: unknown, index: number): unknown => {
      const reference = readReference(item, shape, itemPath(path, value, index));
      return reference ? walk.visit(reference, item, shape) : item;
    };
    if (!Array.isArray(value)) return visitItem(value, 0);
    return value.flatMap((item: unknown, index) => {
      const now = visitItem(item, index);
      return now === null && item !== null ? [] : [now];
    });
  }
  if (shape.type === 'component' || shape.type === 'dynamiczone') {
    const walkItem = (item: unknown, index: number): unknown => {
      if (!isRecord(item) || depth >= MAX_DEPTH) return item;
      const uid = shape.type === 'component' ? shape.component : own(item, '__component');
      const attributes = typeof uid === 'string' ? own(walk.structure.components, uid) : undefined;
      return walkAttributes(walk, item, attributes, itemPath(path, value, index), depth + 1);
    };
    return Array.isArray(value) ? value.map(walkItem) : walkItem(value, 0);
  }
  return value;
};

const walkContent = (content: Snapshot, structure: Structure, visit: Visit): Snapshot =>
  isRecord(content) ? walkAttributes({ structure, visit }, content, structure.attributes, '', 0) : {};

/** Every reference in the content, in its order, at any depth. Total: what cannot be read is passed over. */
export const collectReferences = (content: Snapshot, structure: Structure): Reference[] => {
  const references: Reference[] = [];
  walkContent(content, structure, (reference, stored) => {
    references.push(reference);
    return stored;
  });
  return references;
};

const toStored = (reference: Reference, shape: AttributeShape): RelationReference | MediaReference | null => {
  const { documentId, locale, id } = reference;
  if (shape.type === 'media') return id === null ? null : { hash: reference.hash, id, name: reference.label };
  const stored: RelationReference = {};
  if (documentId !== null) stored.documentId = documentId;
  if (id !== null) stored.id = id;
  if (locale !== null) stored.locale = locale;
  if (shape.target === undefined) stored.type = reference.target;
  return stored;
};

/**
 * The content without the references whose target is gone (public interface, section 3: "a target that is gone is
 * absent, and named in `_revision.missing`"): a single one becomes null, one in a list is left out. Total.
 *
 * @param resolve asked once for each reference; may answer with another one, a file's new id for example
 * @returns a copy, as far as it differs; paths in `missing` are those of the content given
 */
export const withoutMissing = (
  content: Snapshot,
  structure: Structure,
  resolve: Resolve
): { content: Snapshot; missing: Missing[] } => {
  const missing: Missing[] = [];
  const kept = walkContent(content, structure, (reference, stored, shape) => {
    const found = resolve(reference, shape);
    if (found === reference) return stored;
    if (found) return toStored(found, shape);
    const { path, target, documentId, label } = reference;
    missing.push({ path, target, documentId, label });
    return null;
  });
  return { content: kept, missing };
};
