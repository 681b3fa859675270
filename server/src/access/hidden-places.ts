import type { Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import { placesIn, type ContentPlace } from '../core/visible-content';
import type { Access, Entity } from './access';

/** The kinds of places of some contents that a caller may not see. */
export const hiddenPlaces = async (
  contents: Snapshot[],
  structure: Structure,
  access: Access,
  entity: Entity
): Promise<ContentPlace[]> => {
  const places = contents.flatMap((content) => placesIn(content, structure));
  const seen = new Set(await access.readable(places, entity));
  return places.filter((place) => !seen.has(place));
};
