/** Where a comparison is addressed: both sides, the locale, and how it is shown, all in the address. */

export type CompareView = 'split' | 'inline';

export interface CompareState {
  /** `revision:12`, `draft:3`, `current`, `published`; `previous`: the revision before `to` */
  from: string;
  to: string;
  /** null where the type is not localized, or nothing was said */
  locale: string | null;
  /** null: as the reader last had it */
  view: CompareView | null;
  /** whether unchanged fields are shown, too */
  showsAll: boolean;
}

export interface ComparedDocument {
  uid: string;
  documentId: string;
  collectionType: string;
}

const INITIAL: CompareState = { from: 'previous', to: 'current', locale: null, view: null, showsAll: false };

export const COMPARE_ROUTE = 'plugins/revisions/compare/:collectionType/:slug/:id';

/** A revision as a side. */
export const revisionRef = (id: number): string => `revision:${id}`;

/** Id of the revision that a side names; null where it names something else. */
export const revisionIn = (ref: string): number | null => {
  const id = /^revision:(\d+)$/.exec(ref)?.[1];
  return id === undefined ? null : Number(id);
};

export const readCompare = (search: string): CompareState => {
  const params = new URLSearchParams(search);
  const view = params.get('view');
  return {
    from: params.get('from') || INITIAL.from,
    to: params.get('to') || INITIAL.to,
    locale: params.get('locale'),
    view: view === 'split' || view === 'inline' ? view : null,
    showsAll: params.get('all') === '1',
  };
};

/** Colons stay readable. */
const encode = (value: string): string => encodeURIComponent(value).replaceAll('%3A', ':');

/** The sides are always spelt out; the rest where it is not as usual. */
export const compareSearch = (state: Partial<CompareState>): string => {
  const { from, to, locale, view, showsAll } = { ...INITIAL, ...state };
  const pairs = [
    ['from', from],
    ['to', to],
    ['locale', locale],
    ['view', view],
    ['all', showsAll ? '1' : null],
  ].flatMap(([name, value]) => (value ? [`${name}=${encode(value)}`] : []));
  return `?${pairs.join('&')}`;
};

export const comparePath = (
  { uid, documentId, collectionType }: ComparedDocument,
  state: Partial<CompareState>
): { pathname: string; search: string } => ({
  pathname: `/plugins/revisions/compare/${collectionType}/${uid}/${documentId}`,
  search: compareSearch(state),
});

/** The edit view of a document. */
export const editPath = (
  { uid, documentId, collectionType }: ComparedDocument,
  locale: string | null
): string => {
  const id = collectionType === 'single-types' ? '' : `/${documentId}`;
  const search = locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : '';
  return `/content-manager/${collectionType}/${uid}${id}${search}`;
};
