import { readRelation } from './read-reference';
import { MAX_DEPTH, attributePath, isRecord, own } from './record';
import type { Snapshot } from './snapshot';
import type { AttributeShape, Attributes, Structure } from './structure';

/** A kind of place in a document, whatever its index: `title`, `sections.author`; of a relation with what it points at. */
export interface ContentPlace {
  path: string;
  target?: string;
}

/** Told of each attribute, of relations once for each reference. @returns whether it stays */
type Visit = (place: ContentPlace) => boolean;

const walkValue = (
  structure: Structure,
  value: unknown,
  shape: AttributeShape,
  path: string,
  depth: number,
  visit: Visit
): unknown => {
  if (shape.type === 'relation') {
    const stays = (item: unknown): boolean =>
      visit({ path, target: shape.target ?? readRelation(item, undefined)?.type });
    if (Array.isArray(value)) return value.filter(stays);
    return stays(value) ? value : null;
  }
  if (!visit({ path })) return Array.isArray(value) ? [] : null;
  if (shape.type !== 'component' && shape.type !== 'dynamiczone') return value;
  const walkItem = (item: unknown): unknown => {
    const uid = shape.type === 'component' ? shape.component : own(item, '__component');
    const attributes = typeof uid === 'string' ? own(structure.components, uid) : undefined;
    if (!isRecord(item) || !attributes || depth >= MAX_DEPTH) return item;
    return walkAttributes(structure, item, attributes, path, depth + 1, visit);
  };
  return Array.isArray(value) ? value.map(walkItem) : walkItem(value);
};

const walkAttributes = (
  structure: Structure,
  content: Record<string, unknown>,
  attributes: Attributes,
  path: string,
  depth: number,
  visit: Visit
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => {
      const shape = own(attributes, name);
      return [
        name,
        shape ? walkValue(structure, value, shape, attributePath(path, name), depth, visit) : value,
      ];
    })
  );

const keyOf = ({ path, target = '' }: ContentPlace): string => `${path} ${target}`;

/** The kinds of places that a content has, each once. */
export const placesIn = (content: Snapshot, structure: Structure): ContentPlace[] => {
  const places = new Map<string, ContentPlace>();
  walkAttributes(structure, content, structure.attributes, '', 0, (place) => {
    places.set(keyOf(place), place);
    return true;
  });
  return [...places.values()];
};

/** The content without what is at other places than these: emptied, and left out of lists of relations. */
export const contentAt = (content: Snapshot, structure: Structure, places: ContentPlace[]): Snapshot => {
  const kept = new Set(places.map(keyOf));
  return walkAttributes(structure, content, structure.attributes, '', 0, (place) => kept.has(keyOf(place)));
};
