import { own } from './record';
import type { AttributeShape, Attributes, Structure } from './structure';

/** An attribute that a path goes through, or ends at. */
export interface Step {
  /** uid of the content type or component whose attribute it is */
  uid: string;
  name: string;
  shape: AttributeShape;
}

/** `sections` and `author` of `sections[2].author` */
const namesIn = (path: string): string[] => path.replace(/\[\d+\]/g, '').split('.');

const componentsOf = ({ type, component, components }: AttributeShape): string[] =>
  type === 'component' && component !== undefined ? [component] : (components ?? []);

/**
 * The attributes on the way of a path, from the top: of `sections[2].author` those called `sections` and `author`. What
 * stands at a place of a dynamic zone may have been of any of its components: the attributes of all are given, and who
 * asks what may be seen goes by the strictest. The way ends where today's structure has no such attribute.
 */
export const stepsOf = (path: string, structure: Structure): Step[] => {
  let owners: [string, Attributes | undefined][] = [[structure.uid, structure.attributes]];
  return namesIn(path).flatMap((name) => {
    const steps = owners.flatMap(([uid, attributes]): Step[] => {
      const shape = own(attributes, name);
      return shape ? [{ uid, name, shape }] : [];
    });
    owners = steps
      .flatMap(({ shape }) => componentsOf(shape))
      .map((uid) => [uid, own(structure.components, uid)]);
    return steps;
  });
};
