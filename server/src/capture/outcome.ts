import type { Status } from '../../../contracts/revision';
import type { PublicationEvent } from '../store/publications';
import type { DocumentReading } from '../store/reading/assemble';
import type { RevisionRow } from '../store/revisions';

/** What a write left in one locale. */
export interface Outcome {
  locale: string;
  /** null where nothing is left */
  status: Status | null;
  /** the revision that it made; null where it made none */
  revision: RevisionRow | null;
  /** whether it was published or unpublished within the same write */
  publication: PublicationEvent | null;
}

/** @param hasDraftAndPublish without it what is current is live */
export const outcomeOf = (
  { locale, head }: DocumentReading,
  {
    recorded,
    publications,
    hasDraftAndPublish,
  }: { recorded: RevisionRow[]; publications: PublicationEvent[]; hasDraftAndPublish: boolean }
): Outcome => {
  const revision = recorded.find((row) => row.locale === locale) ?? null;
  const publication = publications.find((event) => event.locale === locale) ?? null;
  const current = revision?.hash ?? head?.hash;
  const live = publication ? publication.revision && current : head?.liveHash;
  const status = !hasDraftAndPublish || live === current ? 'published' : live ? 'updated' : 'draft';
  return { locale, status, revision, publication };
};
