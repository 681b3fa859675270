import { editingSearch } from '../utils/historySearch';

const DRAFT_KEY = 'plugins[revisions][draftId]';

/** Id of the draft that the address names; null where it names none, NaN where it is nonsense. */
export const draftIdIn = (search: string): number | null => {
  const id = new URLSearchParams(search).get(DRAFT_KEY);
  if (id === null) return null;
  return /^\d+$/.test(id) ? Number(id) : NaN;
};

/** Another spelling of the same address: Strapi lays out the edit form anew when its address changes, and only then. */
export const respelled = (search: string): string =>
  search.endsWith('&') ? search.slice(0, -1) : `${search}&`;

const without = (search: string): string => {
  const pairs = search.replace(/^\?/, '').split('&');
  const kept = pairs.filter((pair) => pair && !decodeURIComponent(pair).startsWith(`${DRAFT_KEY}=`));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
};

/** The same address, showing that draft; null: current. */
export const draftSearch = (search: string, id: number | null): string => {
  const rest = without(editingSearch(search));
  if (id === null) return rest;
  return `${rest ? `${rest}&` : '?'}${DRAFT_KEY}=${id}`;
};
