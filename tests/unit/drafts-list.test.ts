import { isFiltered, listRequestOf, readListState } from '../../admin/src/drafts-page/listState';

const NOW = Date.parse('2026-05-31T12:00:00.000Z');

describe('the list that an address asks for', () => {
  it('is one’s own, from the beginning, where it says nothing', () => {
    expect(readListState({})).toEqual({
      show: 'mine',
      search: '',
      type: '',
      creator: '',
      age: '',
      page: 1,
      pageSize: 20,
    });
    expect(isFiltered(readListState({}))).toBe(false);
  });

  it('is what it says', () => {
    const query = {
      show: 'saved',
      _q: ' salt ',
      type: 'api::article.article',
      creator: 'admin:3',
      age: 'week',
      page: '2',
      pageSize: '50',
    };
    expect(readListState(query)).toEqual({
      show: 'saved',
      search: 'salt',
      type: 'api::article.article',
      creator: 'admin:3',
      age: 'week',
      page: 2,
      pageSize: 50,
    });
    expect(isFiltered(readListState(query))).toBe(true);
  });

  it.each([
    ['show', 'everything', 'mine'],
    ['creator', 'somebody', ''],
    ['age', 'century', ''],
    ['page', '-1', 1],
    ['page', '1.5', 1],
    ['page', 'two', 1],
    ['pageSize', '0', 20],
    ['pageSize', '5000', 100],
    ['type', { $eq: 'api::article.article' }, ''],
    ['_q', ['a', 'b'], ''],
  ])('takes no nonsense: %s=%j', (name, value, expected) => {
    const key = name === '_q' ? 'search' : name;
    expect(readListState({ [name]: value })).toMatchObject({ [key]: expected });
  });

  it('has no creator among one’s own', () => {
    expect(readListState({ show: 'mine', creator: 'admin:3' }).creator).toBe('');
  });
});

describe('what the server is asked', () => {
  const ask = (query: Record<string, unknown>) => listRequestOf(readListState(query), NOW);

  it('says nothing of what is not filtered', () => {
    expect(ask({})).toEqual({ show: 'mine', page: 1, pageSize: 20 });
  });

  it.each([
    ['day', { after: '2026-05-30T12:00:00.000Z' }],
    ['week', { after: '2026-05-24T12:00:00.000Z' }],
    ['month', { after: '2026-05-01T12:00:00.000Z' }],
    ['older', { before: '2026-05-01T12:00:00.000Z' }],
  ])('knows when %s was', (age, span) => {
    expect(ask({ age })).toEqual({ show: 'mine', page: 1, pageSize: 20, ...span });
  });

  it('passes the rest on', () => {
    expect(ask({ show: 'unsaved', _q: 'x', type: 'api::tag.tag', creator: 'api-token:1' })).toEqual({
      show: 'unsaved',
      search: 'x',
      type: 'api::tag.tag',
      creator: 'api-token:1',
      page: 1,
      pageSize: 20,
    });
  });
});
