import fc from 'fast-check';
import { matchComponents } from '../../server/src/core/match';
import type { Item } from '../../server/src/core/match';
import { garbage } from './support/arbitraries';

const items = (...texts: string[]): Item[] => texts.map((text) => ({ text }));
const rows = (...texts: string[]): Item[] => texts.map((text, index) => ({ id: index + 1, text }));
const zoneItems = (...tagged: string[]): Item[] =>
  tagged.map((word) => ({ __component: `x.${word[0]}`, text: word }));

describe('matchComponents', () => {
  it.each<[string, Item[], Item[], (number | null)[]]>([
    ['nothing with nothing', [], [], []],
    ['nothing with something', [], items('a'), [null]],
    ['what stayed', rows('a', 'b'), items('a', 'b'), [0, 1]],
    ['what was reordered', rows('a', 'b', 'c'), items('c', 'a', 'b'), [2, 0, 1]],
    ['what was removed', rows('a', 'b', 'c'), items('a', 'c'), [0, 2]],
    ['what was put in between', rows('a', 'b'), items('a', 'new', 'b'), [0, null, 1]],
    ['what was changed in its place', rows('a', 'b', 'c'), items('a', 'changed', 'c'), [0, 1, 2]],
    ['moved and changed, by what is left', rows('a', 'b', 'c'), items('c', 'a', 'changed'), [2, 0, 1]],
    ['equal ones, the nearest first', rows('a', 'x', 'x', 'x'), items('b', 'c', 'x'), [0, 1, 2]],
    ['equal ones in order', rows('x', 'x', 'x'), items('x', 'x'), [0, 1]],
    ['equal ones that moved together', rows('a', 'b', 'x', 'x'), items('x', 'x', 'a', 'b'), [2, 3, 0, 1]],
  ])('%s', (_what, from, to, expected) => {
    expect(matchComponents(from, to)).toEqual(expected);
  });

  it('goes by the row id before anything else, a number or its text', () => {
    const from = rows('a', 'b');
    expect(
      matchComponents(from, [
        { id: 2, text: 'a' },
        { id: '1', text: 'b' },
      ])
    ).toEqual([1, 0]);
    expect(
      matchComponents(from, [
        { id: 9, text: 'b' },
        { id: 8, text: 'new' },
      ])
    ).toEqual([1, 0]);
    expect(matchComponents(from, [{ id: 1 }, { id: 1 }, { id: null }])).toEqual([0, 1, null]);
  });

  it('tells rows of different components apart that have the same id', () => {
    const from = [
      { __component: 'x.a', id: 1 },
      { __component: 'x.b', id: 1 },
    ];
    expect(matchComponents(from, [from[1]!, from[0]!])).toEqual([1, 0]);
  });

  it('finds what moved and was changed in part by what is left of it', () => {
    const row = (id: number, heading: string, text: string) => ({ id, heading, text, wide: false });
    const from = [row(1, 'new', 'new'), row(2, 'B', 'changed'), row(3, 'A', 'a, changed')];
    const to = [
      { heading: 'A', text: 'a', wide: false },
      { heading: 'B', text: 'b', wide: false },
    ];
    expect(matchComponents(from, to)).toEqual([2, 1]);
    // what all have in common decides nothing, the place does
    expect(matchComponents(from.slice(0, 2), [{ heading: 'C', text: 'c', wide: false }])).toEqual([0]);
  });

  it('never pairs different components', () => {
    expect(matchComponents(zoneItems('a1'), zoneItems('b1'))).toEqual([null]);
    expect(matchComponents(zoneItems('a1', 'b1'), zoneItems('b2', 'a2'))).toEqual([1, 0]);
    expect(matchComponents(zoneItems('a1', 'b1', 'a2'), zoneItems('c', 'b9', 'a9', 'a8'))).toEqual([
      null,
      1,
      2,
      0,
    ]);
  });

  it('overlooks row ids at every depth', () => {
    const from = [
      { id: 1, links: [{ id: 5, href: '/a' }] },
      { id: 2, links: [{ id: 6, href: '/b' }] },
    ];
    expect(matchComponents(from, [{ links: [{ href: '/b' }] }, { links: [{ href: '/a' }] }])).toEqual([1, 0]);
  });

  it('leaves in place what did not change, however much of it is alike', () => {
    const row = (id: number, text: string) => ({ id, text, links: [{ id: id + 100, href: '/a' }] });
    const item = (text: string) => ({ text, links: [{ href: '/a' }] });
    const from = [row(1, 'x'), row(2, 'x'), row(3, 'a'), row(4, 'x'), row(5, 'x')];
    expect(matchComponents(from, ['x', 'x', 'b', 'x', 'x'].map(item))).toEqual([0, 1, 2, 3, 4]);
    expect(matchComponents(from, ['x', 'x', 'a', 'x'].map(item))).toEqual([0, 1, 2, 3]);
  });

  it('prefers equal content in which ids mean something', () => {
    const from = [
      { id: 1, image: { id: 5, hash: null, name: null } },
      { id: 2, image: { id: 6, hash: null, name: null } },
    ];
    const to = from.map(({ image }) => ({ image })).reverse();
    expect(matchComponents(from, to)).toEqual([1, 0]);
  });

  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const item: fc.Arbitrary<Item> = fc.record(
    { id: fc.nat(9), __component: fc.constantFrom('x.a', 'x.b'), text: word },
    { requiredKeys: ['text'] }
  );
  const list = fc.array(item, { maxLength: 12 });

  it('matches no item twice, only the same component, and as many as it can', () => {
    fc.assert(
      fc.property(list, list, (from, to) => {
        const matches = matchComponents(from, to);
        expect(matches).toHaveLength(to.length);
        const used = matches.filter((match) => match !== null);
        expect(new Set(used).size).toBe(used.length);
        matches.forEach((match, index) => {
          if (match !== null) expect(from[match]!.__component).toBe(to[index]!.__component);
        });
        for (const component of [undefined, 'x.a', 'x.b']) {
          const count = (of: Item[]) => of.filter(({ __component }) => __component === component).length;
          const matched = to.filter(
            (entry, index) => matches[index] !== null && entry.__component === component
          );
          expect(matched).toHaveLength(Math.min(count(from), count(to)));
        }
      }),
      { numRuns: 1000 }
    );
  });

  it('finds every item of a shuffled list again', () => {
    const shuffled = fc
      .uniqueArray(fc.string(), { maxLength: 30 })
      .chain((texts) =>
        fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length }))
      );
    fc.assert(
      fc.property(shuffled, ([texts, others]) => {
        expect(matchComponents(rows(...texts), items(...others))).toEqual(
          others.map((text) => texts.indexOf(text))
        );
      })
    );
  });

  it('pairs as much equal content as comparing all with all, no farther apart and never crosswise', () => {
    const plain = fc.array(word, { maxLength: 12 });
    const slow = (from: string[], to: string[]): number[] => {
      const all = from.flatMap((a, i) => to.flatMap((b, j) => (a === b ? [{ i, j }] : [])));
      all.sort((a, b) => Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
      const [left, right] = [new Set<number>(), new Set<number>()];
      return all.flatMap(({ i, j }) => {
        if (left.has(i) || right.has(j)) return [];
        left.add(i);
        right.add(j);
        return [Math.abs(i - j)];
      });
    };
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    fc.assert(
      fc.property(plain, plain, (from, to) => {
        const matches = matchComponents(items(...from), items(...to));
        // Only what has different content is left to the later stages.
        const equal = matches.flatMap((match, index) =>
          match !== null && from[match] === to[index] ? [{ match, index }] : []
        );
        const expected = slow(from, to);
        expect(equal).toHaveLength(expected.length);
        const distances = equal.map(({ match, index }) => Math.abs(match - index));
        expect(sum(distances)).toBeLessThanOrEqual(sum(expected));
        for (const text of new Set(from)) {
          const places = equal.filter(({ match }) => from[match] === text).map(({ match }) => match);
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('takes any garbage', () => {
    const any = fc.array(garbage as fc.Arbitrary<Item>);
    fc.assert(fc.property(any, any, (from, to) => void matchComponents(from, to)));
  });

  it.each([
    ['all different', (index: number) => String(index)],
    ['all equal', () => 'same'],
    ['few different', (index: number) => String(index % 7)],
  ])('is quick with 3,000 items, %s', (_what, textOf) => {
    const from = Array.from({ length: 3000 }, (_, index) => ({
      id: index,
      text: textOf(index),
      list: [1, 2],
    }));
    const to = [...from].reverse().map(({ text, list: numbers }) => ({ text, list: numbers }));
    const start = performance.now();
    expect(new Set(matchComponents(from, to)).size).toBe(3000);
    expect(
      matchComponents(
        from.slice(0, 1500),
        to.map(({ text }) => ({ text }))
      )
    ).toHaveLength(3000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
