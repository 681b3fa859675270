import { configSchema, parseOptions, typeOptionsSchema } from '../../server/src/config/schema';
import { parseDuration } from '../../server/src/config/duration';

const read = (value: unknown) => parseOptions(configSchema, value, 'plugin::revisions');

test('what is not set has its default', () => {
  expect(read(undefined)).toEqual({
    contentTypes: { include: ['api::*'], exclude: [] },
    maxRevisions: 50,
    maxRevisionAge: 0,
    keepPublished: true,
    autosaveDrafts: true,
    autosaveDelay: 1000,
    purgeUnsavedDraftsDuration: '30d',
    purgeProvisionalDraftsDuration: 0,
    softDeleteDuration: '30d',
    previewTokenDuration: '1d',
    purge: { cron: '0 3 * * *', batchSize: 1000 },
  });
  expect(read({ contentTypes: { exclude: ['api::note.*'] } }).contentTypes.include).toEqual(['api::*']);
});

test.each([
  [{ maxRevisions: -1 }, 'maxRevisions'],
  [{ maxRevisions: '50' }, 'maxRevisions'],
  [{ maxRevisions: 1.5 }, 'maxRevisions'],
  [{ maxRevisionAge: 'soon' }, 'maxRevisionAge'],
  [{ softDeleteDuration: -3 }, 'softDeleteDuration'],
  [{ keepPublished: 'yes' }, 'keepPublished'],
  [{ contentTypes: { include: 'api::*' } }, 'contentTypes.include'],
  [{ contentTypes: ['api::*'] }, 'contentTypes'],
  [{ purge: { cron: 'daily' } }, 'purge.cron'],
  [{ purge: { batchSize: 0 } }, 'purge.batchSize'],
  [{ maxRevision: 5 }, 'maxRevision'],
])('%j is an error that names %s', (value, key) => {
  expect(() => read(value)).toThrow(new RegExp(`plugin::revisions.*${key.replace('.', '\\.')}`));
});

test("a content type's own options are checked as well", () => {
  expect(parseOptions(typeOptionsSchema, { enabled: false, maxRevisions: null }, 'api::a.a')).toEqual({
    enabled: false,
    maxRevisions: null,
  });
  expect(() => parseOptions(typeOptionsSchema, { maxRevisions: 'all' }, 'api::a.a')).toThrow(
    /api::a\.a.*maxRevisions/
  );
});

test('a duration is seconds, or a string with a unit', () => {
  expect([0, 90, '12h', '30d', '1 week'].map(parseDuration)).toEqual([
    0,
    90_000,
    12 * 3_600_000,
    30 * 86_400_000,
    7 * 86_400_000,
  ]);
  for (const wrong of ['', 'soon', '-1d', -1, NaN]) expect(() => parseDuration(wrong)).toThrow(/no duration/);
});
