import { draftPath } from '../../admin/src/utils/draftPath';

const draft = {
  id: 7,
  kind: 'saved' as const,
  uid: 'api::article.article',
  documentId: 'abc',
  locales: [] as string[],
  isOrphan: false,
};

it('names a saved draft', () => {
  expect(draftPath(draft, 'collection-types')).toBe(
    '/content-manager/collection-types/api::article.article/abc?plugins[revisions][draftId]=7'
  );
});

it('opens the entry where one left it unsaved', () => {
  expect(draftPath({ ...draft, kind: 'provisional' }, 'collection-types')).toBe(
    '/content-manager/collection-types/api::article.article/abc'
  );
});

it('opens the first of its locales', () => {
  expect(draftPath({ ...draft, kind: 'provisional', locales: ['fr', 'en'] }, 'collection-types')).toBe(
    '/content-manager/collection-types/api::article.article/abc?plugins[i18n][locale]=fr'
  );
});

it('creates the entry that there is not yet, whatever kind of draft it is', () => {
  for (const kind of ['unsaved', 'saved', 'provisional'] as const) {
    expect(draftPath({ ...draft, kind, documentId: null, locales: ['en'] }, 'collection-types')).toBe(
      '/content-manager/collection-types/api::article.article/create?plugins[revisions][draftId]=7&plugins[i18n][locale]=en'
    );
  }
});

it('knows that a single type has one entry', () => {
  expect(draftPath({ ...draft, uid: 'api::homepage.homepage' }, 'single-types')).toBe(
    '/content-manager/single-types/api::homepage.homepage?plugins[revisions][draftId]=7'
  );
});

it('shows what a draft holds whose entry was deleted', () => {
  for (const kind of ['saved', 'provisional'] as const) {
    expect(draftPath({ ...draft, kind, isOrphan: true, locales: ['en'] }, 'collection-types')).toBe(
      '/plugins/revisions/compare/collection-types/api::article.article/abc?from=previous&to=draft:7&locale=en'
    );
  }
});
