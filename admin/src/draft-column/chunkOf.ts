/** The server counts drafts of this many documents at a time. */
const SIZE = 100;

/**
 * The part of a list that a member of it is asked for with. All of a part give the same part, so that what they ask
 * for is one request.
 */
export const chunkOf = (ids: string[], id: string): string[] => {
  const unique = [...new Set(ids)];
  const index = unique.indexOf(id);
  if (index < 0) return [id];
  const start = Math.floor(index / SIZE) * SIZE;
  return unique.slice(start, start + SIZE);
};
