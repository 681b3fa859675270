/**
 * The edit view shows a revision where its address carries `plugins[revisions][revisionId]`. The content manager
 * passes everything under `plugins` on with each of its requests, which is how the server comes to know of it.
 */
const REVISION_KEY = 'plugins[revisions][revisionId]';
const LOCALE_KEY = 'plugins[i18n][locale]';

/** Brackets stay readable, as Strapi itself writes them. */
const stringify = (params: URLSearchParams): string => {
  const pairs = [...params].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};

const withLocale = (search: string, locale: string | null | undefined): URLSearchParams => {
  const params = new URLSearchParams(search);
  // The tabs Draft and Published mean rows of the content table; a revision is neither.
  params.delete('status');
  if (locale) params.set(LOCALE_KEY, locale);
  return params;
};

/** What the address says about which revision to show, as it stands there; null outside of history. */
export const revisionIdIn = (search: string): string | null => new URLSearchParams(search).get(REVISION_KEY);

export const localeIn = (search: string): string | null => new URLSearchParams(search).get(LOCALE_KEY);

/** The same address, showing that revision. */
export const historySearch = (search: string, id: number, locale?: string | null): string => {
  const params = withLocale(search, locale);
  params.set(REVISION_KEY, String(id));
  return stringify(params);
};

/** The same address, showing the document as it is. */
export const editingSearch = (search: string, locale?: string | null): string => {
  const params = withLocale(search, locale);
  params.delete(REVISION_KEY);
  return stringify(params);
};

/**
 * What the content manager makes of an address when it asks the server: everything under `plugins` flattened into
 * one level. Knowing it, a document can be fetched before the address changes.
 */
export const requestParamsOf = (search: string): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(search)].map(([key, value]) => [
      /^plugins\[[^\]]+\]\[([^\]]+)\]$/.exec(key)?.[1] ?? key,
      value,
    ])
  );
