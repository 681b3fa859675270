import { isRecord, own } from '../core/record';
import type { Snapshot } from '../core/snapshot';
import type { Attributes, AttributeShape, Structure } from '../core/structure';

/**
 * The edit view asks for a component's relations by the id of the component's row. In a revision components have
 * none, so they get ids that no row has, the same ones each time: they are negative, and count the components in the
 * order of the content.
 */
const IDS_PER_REVISION = 100_000;

export const isSyntheticId = (id: number): boolean => id < 0;

export interface FoundComponent {
  uid: string;
  id: number;
  content: Record<string, unknown>;
  /** what a role is granted of it: `seo.social` for a component in a component, the zone's name for all below it */
  grant: { path: string; isZone: boolean };
}

/** @returns a copy in which every component has its id, and all components, outer before inner */
export const giveComponentIds = (
  revision: number,
  content: Snapshot,
  structure: Structure
): { content: Snapshot; components: FoundComponent[] } => {
  const components: FoundComponent[] = [];

  const walkComponent = (item: unknown, shape: AttributeShape, grant: FoundComponent['grant']): unknown => {
    if (!isRecord(item)) return item;
    const uid = shape.component ?? String(item.__component);
    const id = -(revision * IDS_PER_REVISION + components.length + 1);
    const found: FoundComponent = { uid, id, content: item, grant };
    components.push(found);
    found.content = { ...walkAttributes(item, own(structure.components, uid) ?? {}, grant), id };
    return found.content;
  };

  const walkAttributes = (
    source: Record<string, unknown>,
    attributes: Attributes,
    parent?: FoundComponent['grant']
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(source).map(([name, value]) => {
        const shape = own(attributes, name);
        if (shape?.type !== 'component' && shape?.type !== 'dynamiczone') return [name, value];
        const grant = parent?.isZone
          ? parent
          : { path: parent ? `${parent.path}.${name}` : name, isZone: shape.type === 'dynamiczone' };
        const walked = Array.isArray(value)
          ? value.map((item: unknown) => walkComponent(item, shape, grant))
          : walkComponent(value, shape, grant);
        return [name, walked];
      })
    );

  return { content: walkAttributes(content, structure.attributes), components };
};
