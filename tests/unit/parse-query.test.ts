import { parseQuery } from '../../server/src/core/query/parse-query';

describe('parseQuery', () => {
  it.each([
    [{}],
    [{ drafts: 'false', revisions: false, provisionalDrafts: 'false', savedDraftsOnly: 'false' }],
    [{ title: 'drafts', drafts: undefined, revisionOf: null }],
  ])('has nothing to say to %j', (params) => {
    expect(parseQuery(params)).toBeNull();
  });

  it.each([
    [{ drafts: true }, { provisional: 'none', savedOnly: false, withCurrent: false }],
    [{ drafts: 'any' }, { withCurrent: true }],
    [{ draftOf: '*' }, { document: 'of' }],
    [
      { draftOf: 'none', savedDraftsOnly: 'true' },
      { document: 'without', savedOnly: true },
    ],
    [{ draftOf: 'a, b,a' }, { document: 'of', documentIds: ['a', 'b'] }],
    [{ draftId: '7' }, { id: 7, provisional: 'any' }],
    [
      { draftId: 7, provisionalDrafts: false },
      { id: 7, provisional: 'none' },
    ],
    [{ draftCreator: 'me' }, { creator: 'me' }],
    [{ draftCreator: 'user:3' }, { creator: { type: 'user', id: 3 } }],
    [{ draftCreator: 3 }, { creator: { type: 'admin', id: 3 } }],
    [{ provisionalDrafts: 'true' }, { provisional: 'only' }],
    [{ provisionalDrafts: 'any', drafts: true }, { provisional: 'any' }],
  ])('takes %j for drafts', (params, expected) => {
    expect(parseQuery(params)).toMatchObject({ kind: 'drafts', ...expected });
  });

  it.each([
    [{ revisions: 'true' }, {}],
    [{ revisionOf: 'abc' }, { documentId: 'abc' }],
    [{ revisionId: '12', revisions: true }, { id: 12 }],
    [{ revisionCreator: 'api-token:2' }, { creator: { type: 'api-token', id: 2 } }],
  ])('takes %j for revisions', (params, expected) => {
    expect(parseQuery(params)).toMatchObject({ kind: 'revisions', ...expected });
  });

  it.each([
    '2026-11-17T09:00:00Z',
    '2026-11-17T10:00+01:00',
    '2026-11-17T10:00 01:00',
    new Date('2026-11-17T09:00:00Z'),
  ])('takes asOf %s for a time', (asOf) => {
    expect(parseQuery({ asOf })).toEqual({ kind: 'as-of', at: Date.UTC(2026, 10, 17, 9) });
  });

  it('takes withProvisionalDrafts for the normal result', () => {
    expect(parseQuery({ withProvisionalDrafts: 'true', drafts: 'false' })).toEqual({ kind: 'swap' });
  });

  it.each([
    [{ drafts: 'yes' }, 'drafts: must be true, false or any'],
    [{ revisions: 'any' }, 'revisions: must be true or false'],
    [{ draftId: '0' }, 'draftId: must be an id'],
    [{ revisionId: "1' or 1=1" }, 'revisionId: must be an id'],
    [{ draftOf: '' }, 'draftOf: must be a documentId, a comma list'],
    [{ draftOf: 'a,,b' }, 'draftOf: must be'],
    [{ revisionOf: 'a b' }, 'revisionOf: must be a documentId'],
    [{ revisionOf: ['a'] }, 'revisionOf: must be a documentId'],
    [{ draftCreator: 'root' }, 'draftCreator: must be me'],
    [{ drafts: true, revisions: true }, 'revisions: cannot be combined with drafts'],
    [{ draftOf: '*', revisionId: 1 }, 'revisionId: cannot be combined with drafts'],
    [{ drafts: 'false', draftOf: '*' }, 'drafts: must be true beside draftOf'],
    [{ revisions: false, revisionOf: 'a' }, 'revisions: must be true beside revisionOf'],
    [{ withProvisionalDrafts: true, drafts: true }, 'withProvisionalDrafts: cannot be combined'],
    [{ asOf: 'tuesday' }, 'asOf: must be a date-time'],
    [{ asOf: '2026-11-17' }, 'asOf: must be a date-time'],
    [{ asOf: '2026-13-17T09:00:00Z' }, 'asOf: must be a date-time'],
    [{ asOf: '2026-11-17T09:00:00Z', revisionOf: 'a' }, 'asOf: cannot be combined with revisionOf'],
    [{ savedDraftsOnly: 'maybe' }, 'savedDraftsOnly: must be true or false'],
  ])('refuses %j', (params, message) => {
    expect(() => parseQuery(params)).toThrow(message);
  });
});
