import {
  comparePath,
  compareSearch,
  editPath,
  readCompare,
  revisionIn,
} from '../../admin/src/utils/compareSearch';

const ARTICLE = { uid: 'api::article.article', documentId: 'abc', collectionType: 'collection-types' };

it('compares the current content with the revision before, unless the address says otherwise', () => {
  expect(readCompare('')).toEqual({
    from: 'previous',
    to: 'current',
    locale: null,
    view: null,
    showsAll: false,
  });
  expect(readCompare('?from=&view=upside-down&all=yes')).toEqual(readCompare(''));
});

it('writes what it reads', () => {
  const state = {
    from: 'revision:12',
    to: 'published',
    locale: 'pt-BR',
    view: 'inline',
    showsAll: true,
  } as const;
  const search = compareSearch(state);
  expect(search).toBe('?from=revision:12&to=published&locale=pt-BR&view=inline&all=1');
  expect(readCompare(search)).toEqual(state);
  expect(compareSearch({})).toBe('?from=previous&to=current');
});

it('keeps what it does not know apart from what it means', () => {
  expect(readCompare(compareSearch({ from: 'draft:3', locale: 'a&to=b' }))).toMatchObject({
    from: 'draft:3',
    to: 'current',
    locale: 'a&to=b',
  });
  expect([revisionIn('revision:7'), revisionIn('draft:7'), revisionIn('current')]).toEqual([7, null, null]);
});

it('knows where a document is compared, and where it is edited', () => {
  expect(comparePath(ARTICLE, { to: 'published' })).toEqual({
    pathname: '/plugins/revisions/compare/collection-types/api::article.article/abc',
    search: '?from=previous&to=published',
  });
  expect(editPath(ARTICLE, 'fr')).toBe(
    '/content-manager/collection-types/api::article.article/abc?plugins[i18n][locale]=fr'
  );
  expect(editPath({ ...ARTICLE, collectionType: 'single-types' }, null)).toBe(
    '/content-manager/single-types/api::article.article'
  );
});
