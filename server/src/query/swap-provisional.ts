import type { Core } from '@strapi/strapi';
import { isRecord } from '../core/record';
import { getService } from '../services';
import type { DraftLook } from '../services/draft-looks';
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

  const replaced = new Map<Entry, Record<string, unknown>>();
  for (const entry of entries) {
    const own = stored.find(({ documentId }) => documentId === entry.documentId);
    const found = own && (await lookOf(strapi, own, entry.locale));
    if (!found) continue;
    const candidates = await draftCandidates(strapi, uid, [found], caller);
    const source = { count: async () => 1, page: async () => candidates };
    const reading = createReading(strapi, uid, { fields: params.fields, populate: params.populate });
    const [swapped] = await reading.page(source, { offset: 0, limit: 1 });
    // what is Strapi's own stays the entry's: its id, and when it was made
    if (swapped) replaced.set(entry, asRow({ ...swapped, ...strapisOf(entry) }));
  }
  const swap = (entry: unknown): unknown => (isEntry(entry) ? (replaced.get(entry) ?? entry) : entry);
  return Array.isArray(result) ? result.map(swap) : swap(result);
};

/** A draft in an entry's locale, if it changes anything there. */
const lookOf = async (
  strapi: Core.Strapi,
  stored: StoredDraft,
  locale: string | null | undefined
): Promise<{ draft: StoredDraft; look: DraftLook } | null> => {
  const { draft, looks } = await getService(strapi, 'draft-looks').of(stored);
  const look = locale === undefined ? looks[0] : looks.find((one) => one.locale === (locale ?? ''));
  return look && look.modified.length > 0 ? { draft, look } : null;
};
