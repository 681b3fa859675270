const ids = new Set<number>();

/** Drafts that the user may look at and not change: the layout of the form has to know, and is no component. */
export const isLookOnly = (id: number | null): boolean => id !== null && ids.has(id);

/** @returns whether it was thought otherwise before */
export const noteLookOnly = (id: number, isSo: boolean): boolean => {
  if (ids.has(id) === isSo) return false;
  if (isSo) ids.add(id);
  else ids.delete(id);
  return true;
};
