import {
  editingSearch,
  historySearch,
  localeIn,
  requestParamsOf,
  revisionIdIn,
} from '../../admin/src/utils/historySearch';

const EDITING = '?plugins[i18n][locale]=en';

it('adds a revision to an address, and takes it out again', () => {
  const history = historySearch(EDITING, 12);
  expect(history).toBe('?plugins[i18n][locale]=en&plugins[revisions][revisionId]=12');
  expect(revisionIdIn(history)).toBe('12');
  expect(editingSearch(history)).toBe(EDITING);
  expect(revisionIdIn(EDITING)).toBeNull();
});

it('reads addresses whose brackets are encoded', () => {
  expect(revisionIdIn('?plugins%5Brevisions%5D%5BrevisionId%5D=7')).toBe('7');
  expect(localeIn('?plugins%5Bi18n%5D%5Blocale%5D=fr')).toBe('fr');
});

it('goes to the locale of the revision', () => {
  expect(localeIn(historySearch(EDITING, 12, 'fr'))).toBe('fr');
  expect(editingSearch('', 'de')).toBe('?plugins[i18n][locale]=de');
  expect(editingSearch('', null)).toBe('');
});

it('leaves the tab of the published row', () => {
  expect(historySearch('?status=published', 3)).toBe('?plugins[revisions][revisionId]=3');
});

it('flattens what stands under `plugins`, as the content manager does', () => {
  expect(requestParamsOf(`${historySearch(EDITING, 12)}&field=title`)).toEqual({
    locale: 'en',
    revisionId: '12',
    field: 'title',
  });
});
