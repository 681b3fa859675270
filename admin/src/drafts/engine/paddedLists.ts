import type { Values } from './delta';

const isItem = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Values on the way to others in which lists are longer.
 *
 * A list of components that gets longer is to the edit view one that somebody has just added an entry to: it opens that
 * entry and scrolls the page there. So lists get longer with entries that are gone a moment later, before anything is
 * painted, and what is opened is one of those.
 *
 * @returns null where no list gets longer
 */
export const paddedLists = (now: Values, next: Values): Values | null => {
  const padded = Object.entries(next).flatMap(([name, list]): [string, unknown][] => {
    const before = Array.isArray(now[name]) ? (now[name] as unknown[]) : [];
    if (!Array.isArray(list) || list.length <= before.length) return [];
    const items: unknown[] = list;
    if (!items.every((item) => isItem(item) && typeof item.__temp_key__ === 'string')) return [];
    const padding = (items as Record<string, unknown>[]).map(({ id: _id, ...item }) => ({
      ...item,
      __temp_key__: `${String(item.__temp_key__)}-passing`,
    }));
    return [[name, [...before, ...padding]]];
  });
  return padded.length > 0 ? { ...now, ...Object.fromEntries(padded) } : null;
};
