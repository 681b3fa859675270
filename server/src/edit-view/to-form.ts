import type { Core } from '@strapi/strapi';
import { readMedia } from '../core/read-reference';
import { isRecord, own, toList } from '../core/record';
import type { Snapshot } from '../core/snapshot';
import type { Attributes, AttributeShape, Structure } from '../core/structure';
import { loadFiles } from './load-files';

/** Goes through content and puts what `replace` gives in the place of each relation and each file. */
const mapReferences = (
  source: Record<string, unknown>,
  attributes: Attributes,
  structure: Structure,
  replace: (value: unknown, shape: AttributeShape) => unknown
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(source).map(([name, value]) => {
      const shape = own(attributes, name);
      if (shape?.type === 'relation' || shape?.type === 'media') return [name, replace(value, shape)];
      if (shape?.type !== 'component' && shape?.type !== 'dynamiczone') return [name, value];

      const walk = (item: unknown): unknown => {
        if (!isRecord(item)) return item;
        const uid = shape.component ?? String(item.__component);
        return mapReferences(item, own(structure.components, uid) ?? {}, structure, replace);
      };
      return [name, Array.isArray(value) ? value.map(walk) : walk(value)];
    })
  );

/**
 * Gives content the form in which the content manager hands documents to its edit view: files whole, relations as
 * how many there are.
 */
export const toForm = async (
  strapi: Core.Strapi,
  content: Snapshot,
  structure: Structure
): Promise<Record<string, unknown>> => {
  const ids = new Set<number>();
  mapReferences(content, structure.attributes, structure, (value, { type }) => {
    if (type === 'media') for (const item of toList(value)) ids.add(readMedia(item)?.id ?? 0);
    return null;
  });
  const files = await loadFiles(strapi, ids);

  return mapReferences(content, structure.attributes, structure, (value, shape) => {
    if (shape.type === 'relation') return { count: toList(value).length };
    const found = toList(value).flatMap((item) => files.get(readMedia(item)?.id ?? 0) ?? []);
    return shape.multiple ? found : (found[0] ?? null);
  });
};
