/** What a write action says of a row that it wrote, published or removed. */
export interface Entry {
  documentId?: string;
  locale?: string | null;
  publishedAt?: string | Date | null;
}

/** Write actions answer with the entry, with null, or with `{documentId, entries}`. */
export const entriesOf = (result: unknown): Entry[] => {
  if (result === null || typeof result !== 'object') return [];
  const { entries, documentId } = result as { entries?: Entry[]; documentId?: string };
  if (!Array.isArray(entries)) return [result as Entry];
  return entries.filter(Boolean).map((entry) => ({ ...entry, documentId: entry.documentId ?? documentId }));
};
