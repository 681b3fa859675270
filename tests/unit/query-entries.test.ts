import { matches, populateFor } from '../../server/src/core/query/matches';
import type { Model } from '../../server/src/core/query/shapes';
import { sortEntries } from '../../server/src/core/query/sort-entries';

const ATTRIBUTES: ReturnType<Model['shapesOf']> = {
  title: { type: 'string' },
  rating: { type: 'integer' },
  views: { type: 'biginteger' },
  featured: { type: 'boolean' },
  at: { type: 'datetime' },
  day: { type: 'date' },
  time: { type: 'time' },
  nothing: { type: 'string' },
  author: { type: 'relation', target: 'author' },
  nobody: { type: 'relation', target: 'author' },
  tags: { type: 'relation', target: 'tag' },
  none: { type: 'relation', target: 'tag' },
};
const model: Model = { uid: 'article', shapesOf: (uid) => (uid === 'article' ? ATTRIBUTES : {}) };

const entry = {
  title: 'Salt and Light',
  rating: 4,
  featured: true,
  views: '9007199254740993',
  at: '2024-02-29T12:00:00.000Z',
  day: '2024-02-29',
  time: '09:30:00.000',
  nothing: null,
  author: { id: 7, name: 'Ida', city: { name: 'Rome' } },
  nobody: null,
  tags: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
  ],
  none: [],
};

describe('matches', () => {
  it.each([
    [{ title: 'Salt and Light' }, true],
    [{ title: { $eq: 'salt and light' } }, false],
    [{ title: { $eqi: 'salt and light' } }, true],
    [{ title: { $contains: 'salt' } }, false],
    [{ title: { $containsi: 'salt' } }, true],
    [{ title: { $startsWith: 'Salt', $endsWith: 'Light' } }, true],
    [{ title: { $notContains: 'Salt' } }, false],
    [{ title: { $ne: 'x' } }, true],
    [{ rating: '4' }, true],
    [{ rating: { $gt: '3', $lte: 4 } }, true],
    [{ rating: { $between: ['5', '9'] } }, false],
    [{ rating: { $in: ['1', '4'] } }, true],
    [{ rating: { $notIn: [1, 2] } }, true],
    [{ featured: 'true' }, true],
    [{ featured: { $eq: false } }, false],
    [{ rating: { $eq: ['3', '4'] } }, true],
    [{ views: '9007199254740993' }, true],
    [{ views: { $gt: '9007199254740992' } }, true],
    [{ views: { $lt: '10' } }, false],
    [{ at: '2024-02-29T13:00:00+01:00' }, true],
    [{ at: { $lte: '2024-02-29T12:00:00Z' } }, true],
    [{ at: { $gt: new Date('2024-02-29T12:00:00Z') } }, false],
    [{ day: { $gte: '2024-02-29T00:00:00Z' } }, true],
    [{ day: { $lt: '2024-02-29' } }, false],
    [{ time: { $gt: '09:29:59' } }, true],
    [{ title: { $null: 'false' } }, true],
    [{ nothing: { $null: 'true' } }, true],
    [{ nothing: { $notNull: true } }, false],
    [{ nothing: { $gt: 1 } }, false],
    // nothing is neither equal nor unequal to anything
    [{ nothing: { $ne: 'x' } }, false],
    [{ nothing: { $notIn: ['x'] } }, false],
    [{ nothing: { $notContains: 'x' } }, false],
    [{ $not: { nothing: 'x' } }, false],
    [{ $or: [{ $not: { nothing: 'x' } }, { rating: 4 }] }, true],
    [{ nothing: null }, true],
    [{ title: { $ne: null } }, true],
    [{ author: { name: 'Ida' } }, true],
    [{ author: { city: { name: { $eq: 'Rome' } } } }, true],
    [{ tags: { name: { $eq: 'b' } } }, true],
    [{ tags: { name: 'c' } }, false],
    [{ tags: { name: { $ne: 'a' } } }, true],
    [{ $not: { tags: { name: 'a' } } }, true],
    [{ $and: [{ tags: { name: 'a' } }, { tags: { name: 'b' } }] }, true],
    [{ tags: { $and: [{ name: 'a' }, { name: 'b' }] } }, false],
    [{ tags: 2 }, true],
    [{ tags: { $in: ['3', '4'] } }, false],
    [{ author: { $notNull: true } }, true],
    [{ nobody: { $null: true } }, true],
    [{ nobody: { name: { $null: true } } }, true],
    [{ nobody: { name: { $ne: 'Ida' } } }, false],
    [{ none: { $null: true } }, true],
    [{ $or: [{ title: 'x' }, { rating: 4 }] }, true],
    [{ $and: [{ title: 'x' }, { rating: 4 }] }, false],
    [{ $not: { title: 'x' } }, true],
    [{ rating: { $not: { $gt: 3 } } }, false],
    [[{ rating: 4 }, { featured: true }], true],
    [undefined, true],
  ])('%j: %s', (filters, expected) => {
    expect(matches(entry, filters, model)).toBe(expected);
  });

  it.each([
    [{ rating: { $unknown: 4 } }, 'there is no operator $unknown'],
    [{ rating: 'abc' }, '"abc" is no integer'],
    [{ at: { $lt: 'yesterday' } }, '"yesterday" is no datetime'],
    [{ time: '10:00' }, '"10:00" is no time'],
    [{ rating: { $between: 1 } }, '$between takes a list of two'],
    ['title', 'must be an object'],
  ])('refuses %j', (filters, message) => {
    expect(() => matches(entry, filters, model)).toThrow(`filters: ${message}`);
  });
});

it('populates what filters go into', () => {
  const filters = {
    $or: [{ author: { city: { name: 'x' } } }, { author: { name: 'y' } }],
    tags: { name: { $eq: 'z' } },
  };
  const populate = populateFor(filters) as Record<string, { populate: object }>;
  expect(Object.keys(populate)).toEqual(['author', 'tags']);
  expect(Object.keys(populate.author!.populate)).toEqual(['city', 'name']);
});

it('sorts in each of Strapi’s forms, what is empty first', () => {
  const entries = [
    { a: 2, b: { c: 'x' } },
    { a: 1, b: { c: 'z' } },
    { a: null, b: null },
    { a: 2, b: { c: 'a' } },
  ];
  const sorted = (sort: unknown) =>
    sortEntries(entries, { sort, entryOf: (item) => item, model }).map((item) => entries.indexOf(item));
  expect(sorted('a')).toEqual([2, 1, 0, 3]);
  expect(sorted('a:desc,b.c')).toEqual([3, 0, 1, 2]);
  expect(sorted(['a:desc', 'b.c:desc'])).toEqual([0, 3, 1, 2]);
  expect(sorted({ b: { c: 'desc' } })).toEqual([1, 0, 3, 2]);
  expect(sorted([{ a: 'asc' }, { b: { c: 'asc' } }])).toEqual([2, 1, 3, 0]);
});

it('sorts by what the type is, of several targets by the first', () => {
  const entries = [
    { views: '10', tags: [{ name: 'b' }, { name: 'd' }] },
    { views: '9', tags: [{ name: 'c' }, { name: 'a' }] },
  ];
  const sorted = (sort: unknown) =>
    sortEntries(entries, { sort, entryOf: (item) => item, model }).map((item) => entries.indexOf(item));
  expect(sorted('views')).toEqual([1, 0]);
  expect(sorted('tags.name')).toEqual([1, 0]);
  expect(sorted('tags.name:desc')).toEqual([0, 1]);
  expect(() => sorted('views:up')).toThrow('sort: the order can be asc or desc');
});
