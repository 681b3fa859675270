import { changesNothing, withheld } from '../../server/src/core/withheld';

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

describe('what is left changes nothing', () => {
  const nothing = (given: unknown, left: unknown, current?: unknown) =>
    changesNothing({ given, left, current });

  it('where it is what is there, or all of it was taken out', () => {
    expect(nothing('new', undefined, 'old')).toBe(true);
    expect(nothing('new', 'new', 'old')).toBe(false);
    expect(nothing('same', 'same', 'same')).toBe(true);
    expect(nothing({ set: [1, 2] }, { set: [1] }, { set: [1] })).toBe(true);
    expect(nothing({ set: [1, 2] }, { set: [1] }, { set: [3] })).toBe(false);
  });

  it('goes by the rows of components', () => {
    const seo = { id: 1, title: 'new', social: { id: 2, text: 'new' } };
    const current = { id: 1, title: 'old', social: { id: 2, text: 'old' } };
    expect(nothing(seo, { id: 1, social: { id: 2 } }, current)).toBe(true);
    expect(nothing(seo, { id: 1, title: 'new', social: { id: 2 } }, current)).toBe(false);
    expect(nothing({ ...seo, id: 3 }, { id: 3 }, current)).toBe(false);
    expect(nothing(seo, { id: 1 }, null)).toBe(false);
  });

  it('goes by the order and the number of a list’s', () => {
    const [a, b] = [
      { id: 1, text: 'a', more: 1 },
      { id: 2, text: 'b', more: 1 },
    ];
    const given = [{ ...a, more: 2 }, b];
    expect(
      nothing(
        given,
        [
          { id: 1, text: 'a' },
          { id: 2, text: 'b' },
        ],
        [a, b]
      )
    ).toBe(true);
    expect(
      nothing(
        given,
        [
          { id: 1, text: 'a' },
          { id: 2, text: 'b' },
        ],
        [b, a]
      )
    ).toBe(false);
    expect(
      nothing(
        given,
        [
          { id: 1, text: 'a' },
          { id: 2, text: 'b' },
        ],
        [a, b, a]
      )
    ).toBe(false);
  });

  it('does not take JSON for a component', () => {
    expect(nothing({ a: 1 }, { a: 1 }, { a: 1, b: 2 })).toBe(false);
  });
});
