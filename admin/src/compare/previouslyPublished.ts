import type { Revision } from '../../../contracts/revision';

type Published = Pick<Revision, 'id' | 'isPublished' | 'publications'>;

/**
 * What was live before what is live now, or last if nothing is.
 *
 * @param revisions as far as they are known
 * @returns null where nothing else was ever live
 */
export const previouslyPublished = <T extends Published>(revisions: T[]): T | null => {
  let latest: { revision: T; until: string } | null = null;

  for (const revision of revisions) {
    if (revision.isPublished) continue;
    for (const { unpublishedAt } of revision.publications) {
      if (unpublishedAt && (!latest || unpublishedAt > latest.until)) {
        latest = { revision, until: unpublishedAt };
      }
    }
  }
  return latest?.revision ?? null;
};
