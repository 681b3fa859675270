import { withheld } from '../../server/src/core/withheld';

const paths = (given: unknown, left: unknown, current?: unknown) =>
  withheld({ given, left, current, path: 'it' });

describe('withheld', () => {
  it('is nothing where all of it is left, or what is gone would change nothing', () => {
    expect(paths({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
    expect(paths('same', undefined, 'same')).toEqual([]);
    expect(paths({ id: 1, a: 1, b: null }, { id: 1, a: 1 }, { id: 1, a: 0 })).toEqual([]);
  });

  it('names what is gone, as deep as it was', () => {
    expect(paths('new', undefined, 'old')).toEqual(['it']);
    const seo = { id: 1, title: 'new', social: { id: 2, text: 'new', url: 'new' } };
    expect(paths(seo, { id: 1, social: { id: 2, url: 'new' } }, { id: 1, title: 'old' })).toEqual([
      'it.title',
      'it.social.text',
    ]);
  });

  it('finds the row that an item of a list is, wherever it was', () => {
    const given = [
      { id: 2, a: 'b', b: 'new' },
      { a: 'n', b: 'n' },
      { id: 1, b: 'kept' },
    ];
    const left = [{ id: 2, a: 'b' }, { a: 'n' }, { id: 1 }];
    const current = [
      { id: 1, b: 'kept' },
      { id: 2, b: 'old' },
    ];
    expect(paths(given, left, current)).toEqual(['it[0].b', 'it[1].b']);
  });

  it('takes a relation as a whole', () => {
    const both = { set: [{ documentId: 'a' }, { documentId: 'b' }] };
    expect(paths(both, { set: [{ documentId: 'a' }] }, { set: [] })).toEqual(['it']);
    expect(paths(both, undefined, both)).toEqual([]);
  });
});
