import type { ListedDraft } from '../../../contracts/draft';

/** The page of all drafts. */
export const DRAFTS_ROUTE = 'plugins/revisions';

/** A draft as a side of a comparison. */
export const draftRef = (id: number): string => `draft:${id}`;

/**
 * The edit view that a draft is continued in. What one has not saved is there whenever the entry is opened; any other
 * draft has to be named.
 */
export const draftPath = (
  { id, kind, uid, documentId, locales }: Pick<ListedDraft, 'id' | 'kind' | 'uid' | 'documentId' | 'locales'>,
  collectionType: string
): string => {
  const place = collectionType === 'single-types' ? '' : `/${documentId ?? 'create'}`;
  const [locale] = locales;
  const pairs = [
    ...(kind === 'provisional' && documentId !== null ? [] : [`plugins[revisions][draftId]=${id}`]),
    ...(locale ? [`plugins[i18n][locale]=${encodeURIComponent(locale)}`] : []),
  ];
  const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return `/content-manager/${collectionType}/${uid}${place}${search}`;
};
