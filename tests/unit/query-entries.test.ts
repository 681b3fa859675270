import { matches, populateFor } from '../../server/src/core/query/matches';
import { sortEntries } from '../../server/src/core/query/sort-entries';

const entry = {
  title: 'Salt and Light',
  rating: 4,
  featured: true,
  day: '2024-02-29T12:00:00.000Z',
  nothing: null,
  author: { name: 'Ida', city: { name: 'Rome' } },
  tags: [{ name: 'a' }, { name: 'b' }],
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
    [{ day: { $gte: '2024-02-29' } }, true],
    [{ day: { $lt: '2024-02-29' } }, false],
    [{ nothing: { $null: 'true' } }, true],
    [{ nothing: { $notNull: true } }, false],
    [{ nothing: { $gt: 1 } }, false],
    [{ author: { name: 'Ida' } }, true],
    [{ author: { city: { name: { $eq: 'Rome' } } } }, true],
    [{ tags: { name: { $eq: 'b' } } }, true],
    [{ tags: { name: 'c' } }, false],
    [{ none: { $null: true } }, true],
    [{ $or: [{ title: 'x' }, { rating: 4 }] }, true],
    [{ $and: [{ title: 'x' }, { rating: 4 }] }, false],
    [{ $not: { title: 'x' } }, true],
    [{ rating: { $not: { $gt: 3 } } }, false],
    [[{ rating: 4 }, { featured: true }], true],
    [{ rating: { $unknown: 4 } }, false],
  ])('%j: %s', (filters, expected) => {
    expect(matches(entry, filters)).toBe(expected);
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
    sortEntries(entries, sort, (item) => item).map((item) => entries.indexOf(item));
  expect(sorted('a')).toEqual([2, 1, 0, 3]);
  expect(sorted('a:desc,b.c')).toEqual([3, 0, 1, 2]);
  expect(sorted(['a:desc', 'b.c:desc'])).toEqual([0, 3, 1, 2]);
  expect(sorted({ b: { c: 'desc' } })).toEqual([1, 0, 3, 2]);
  expect(sorted([{ a: 'asc' }, { b: { c: 'asc' } }])).toEqual([2, 1, 3, 0]);
});
