import { changedFields } from '../../admin/src/restore/changedFields';

const result = { document: null, revision: null, unchanged: false, warnings: [] };

it('names each field once, with the locales in which it changes', () => {
  const meta = {
    changes: [
      { locale: 'en', number: 4, changed: ['title', 'sku'] },
      { locale: 'fr', number: 3, changed: ['title'] },
    ],
  };
  const warnings = [{ code: 'shared' as const, path: 'sku', locale: 'en' }];

  expect(changedFields({ data: { ...result, warnings }, meta })).toEqual([
    { name: 'title', locales: ['en', 'fr'], isShared: false },
    { name: 'sku', locales: ['en'], isShared: true },
  ]);
});

it('is empty where nothing changes', () => {
  expect(
    changedFields({ data: result, meta: { changes: [{ locale: null, number: 1, changed: [] }] } })
  ).toEqual([]);
});
