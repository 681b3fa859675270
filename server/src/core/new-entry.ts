import { project } from './project';
import type { Snapshot } from './snapshot';
import type { Structure } from './structure';

/**
 * What an entry that does not exist yet begins with: its defaults and empty lists; a new locale has what all locales
 * share.
 *
 * @param other another locale of the document; null where there is none
 */
export const newEntry = (structure: Structure, other: Snapshot | null): Snapshot => {
  const { content } = project({ snapshot: {}, from: null, to: structure });
  const shared = Object.entries(other ?? {}).filter(
    ([name]) => structure.attributes[name]?.localized === false
  );
  return Object.fromEntries([...Object.entries(content), ...shared]);
};
