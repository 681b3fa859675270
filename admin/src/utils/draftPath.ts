import { comparePath } from './compareSearch';

import type { ListedDraft } from '../../../contracts/draft';

/** The page of all drafts. */
export const DRAFTS_ROUTE = 'plugins/revisions';

/** A draft as a side of a comparison. */
export const draftRef = (id: number): string => `draft:${id}`;

export const isDraftRef = (ref: string): boolean => ref.startsWith('draft:');

type Placed = Pick<ListedDraft, 'id' | 'kind' | 'uid' | 'documentId' | 'locales' | 'isOrphan'>;

/**
 * Where a draft is opened: the edit view that it is continued in. What one has not saved is there whenever the entry is
 * opened; any other draft has to be named. Of a document that was deleted there is no edit view: what the draft holds
 * can be looked at.
 */
export const draftPath = (
  { id, kind, uid, documentId, locales, isOrphan }: Placed,
  collectionType: string
): string => {
  const [locale] = locales;
  if (isOrphan && documentId !== null) {
    const sides = { from: 'previous', to: draftRef(id), locale };
    const { pathname, search } = comparePath({ uid, documentId, collectionType }, sides);
    return `${pathname}${search}`;
  }
  const place = collectionType === 'single-types' ? '' : `/${documentId ?? 'create'}`;
  const pairs = [
    ...(kind === 'provisional' && documentId !== null ? [] : [`plugins[revisions][draftId]=${id}`]),
    ...(locale ? [`plugins[i18n][locale]=${encodeURIComponent(locale)}`] : []),
  ];
  const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return `/content-manager/${collectionType}/${uid}${place}${search}`;
};
