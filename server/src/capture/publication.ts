import type { Knex } from 'knex';
import type { RevisionRow } from '../store/revisions';
import type { TrackedType } from '../services/tracking';
import { addEvents, type PublicationEvent } from '../store/publications';
import type { Reading } from '../store/reading/assemble';
import type { Door } from './door';
import type { Entry } from './entries';

/**
 * Publishing what is current makes no revision: it opens a publication of it (rule 4). A create or update with
 * `status: 'published'` publishes within the one action.
 *
 * @returns what was published or unpublished
 */
export const recordPublication = async ({
  trx,
  type,
  action,
  params,
  door,
  entries,
  addressed,
  reading,
  recorded,
}: {
  trx: Knex.Transaction;
  type: TrackedType;
  action: string;
  params: Record<string, unknown>;
  door: Door;
  entries: Entry[];
  addressed: string[] | undefined;
  reading: Reading;
  recorded: RevisionRow[];
}): Promise<PublicationEvent[]> => {
  if (!type.reader.hasDraftAndPublish) return [];
  const publishes =
    action === 'publish' || ((action === 'create' || action === 'update') && params.status === 'published');
  if (!publishes && action !== 'unpublish') return [];
  if (entries.length === 0) return [];

  const localeOf = (entry: Entry) => (type.reader.structure.localized ? entry.locale : '');
  const touched = addressed ?? reading.locales.map(({ locale }) => locale);
  const known = entries.every((entry) => typeof localeOf(entry) === 'string');
  const locales = known
    ? touched.filter((locale) => entries.some((entry) => localeOf(entry) === locale))
    : touched;

  const events = locales.flatMap((locale): PublicationEvent[] => {
    const current = reading.locales.find((candidate) => candidate.locale === locale);
    const revision = recorded.find((made) => made.locale === locale)?.id ?? current?.head?.id ?? null;
    if (publishes && revision === null) return [];
    const entry = entries.find((candidate) => localeOf(candidate) === locale);
    const at = publishes && entry?.publishedAt ? new Date(entry.publishedAt).getTime() : Date.now();
    const document = reading.document!.id;
    return [{ document, locale, revision: publishes ? revision : null, at, actor: door.actor }];
  });
  await addEvents(trx, events);
  return events;
};
