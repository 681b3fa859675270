import type { Core } from '@strapi/strapi';
import { isRecord } from '../core/record';
import { getService } from '../services';
import { findProvisionals, ownerKey, type StoredDraft } from '../store/drafts';
import type { Caller } from './caller';
import { draftCandidates } from './draft-source';
import { asRow } from './origin';
import { createReading, type ReadParams } from './reading';
import { strapisOf } from './strapis-of';

type Entry = Record<string, unknown> & { documentId: string; locale?: string | null };

const isEntry = (value: unknown): value is Entry => isRecord(value) && typeof value.documentId === 'string';

/**
 * The normal result, each entry that the caller has a provisional draft of replaced by it, in its place: what was found,
 * in which order and how much of it stays that of the normal query.
 */
export const swapProvisional = async (
  strapi: Core.Strapi,
  uid: string,
  result: unknown,
  params: ReadParams,
  caller: Caller
): Promise<unknown> => {
  const entries = (Array.isArray(result) ? result : [result]).filter(isEntry);
  if (entries.length === 0 || ownerKey(caller.actor) === null) return result;
  const { connection } = getService(strapi, 'store');
  const documentIds = entries.map(({ documentId }) => documentId);
  const stored = await connection((knex) =>
    findProvisionals(knex, { uid, documentIds, actor: caller.actor })
  );

  const meant = entries.flatMap((entry) => {
    const draft = stored.find(({ documentId }) => documentId === entry.documentId);
    const locale = draft && localeIn(draft, entry.locale);
    return locale === undefined ? [] : [{ entry, draft: draft!, locale }];
  });
  const looks = await getService(strapi, 'draft-looks').ofEach(meant);
  // one that changes nothing in the entry's locale is none there
  const found = looks.flatMap(({ draft, look }, index) =>
    look.modified.length > 0 ? [{ entry: meant[index]!.entry, draft, look }] : []
  );
  const candidates = await draftCandidates(strapi, uid, found, caller);
  const reading = createReading(strapi, uid, { fields: params.fields, populate: params.populate });
  const swapped = await reading.page({ count: async () => candidates.length, page: async () => candidates });
  // what is Strapi's own stays the entry's: its id, and when it was made
  const replaced = new Map(
    found.map(({ entry }, index) => [entry, asRow({ ...swapped[index], ...strapisOf(entry) })])
  );
  const swap = (entry: unknown): unknown => (isEntry(entry) ? (replaced.get(entry) ?? entry) : entry);
  return Array.isArray(result) ? result.map(swap) : swap(result);
};

/** An entry's locale, if a draft has changes there; the first that it has where nobody knows the entry's. */
const localeIn = ({ locales }: StoredDraft, locale: string | null | undefined): string | undefined =>
  (locale === undefined ? locales[0] : locales.find((one) => one.locale === (locale ?? '')))?.locale;
