import type { PlacedDraft } from '../api/draftsInTurnApi';

/** Oldest change first: where several drafts change the same, the latest has the last word. */
export const applyOrder = <T extends PlacedDraft>(drafts: T[]): T[] =>
  [...drafts].sort((a, b) => a.draft.updatedAt.localeCompare(b.draft.updatedAt) || a.draft.id - b.draft.id);

/** Ids of the drafts that share their document with another one of them. */
export const sharingDocument = (drafts: PlacedDraft[]): ReadonlySet<number> => {
  const byDocument = new Map<string, number[]>();
  for (const { draft } of drafts) {
    if (draft.documentId === null) continue;
    const key = `${draft.uid}:${draft.documentId}`;
    byDocument.set(key, [...(byDocument.get(key) ?? []), draft.id]);
  }
  return new Set([...byDocument.values()].filter((ids) => ids.length > 1).flat());
};
