import { mergeValue, type Conflict, type Incoming } from '../../server/src/core/merge';
import type { AttributeShape } from '../../server/src/core/structure';
import { file, files, repeatable, single, structureWith, toMany, zone } from './support/structures';

const structure = structureWith(
  {},
  {
    'page.fact': { name: { type: 'string' }, value: { type: 'integer' } },
    'page.group': { facts: repeatable('page.fact'), title: { type: 'string' } },
    'page.quote': { text: { type: 'text' } },
    'page.seo': { image: file, metaTitle: { type: 'string' }, terms: { type: 'json' } },
    'page.text': { body: { type: 'richtext' }, heading: { type: 'string' } },
    constructor: { __proto__x: { type: 'string' } },
  }
);

const merge = (shape: AttributeShape, base: unknown, draft: unknown, current: unknown) =>
  mergeValue({ base, draft, current, shape, structure, path: 'x' });

const said = (list: (Conflict | Incoming)[]): string[] => list.map(({ path, kind }) => `${kind} ${path}`);

describe('one value', () => {
  const text: AttributeShape = { type: 'string' };

  it.each<[string, AttributeShape, unknown[], unknown, string[], string[]]>([
    ['nobody changed', text, ['a', 'a', 'a'], 'a', [], []],
    ['only upstream changed', text, ['a', 'a', 'b'], 'b', [], ['changed x']],
    ['only the draft changed', text, ['a', 'b', 'a'], 'b', [], []],
    ['both changed', text, ['a', 'b', 'c'], 'b', ['changed-both x'], []],
    ['both changed alike', text, ['a', 'b', 'b'], 'b', [], []],
    ['the draft emptied', text, ['a', null, 'a'], null, [], []],
    ['the draft emptied and upstream changed', text, ['a', null, 'b'], null, ['changed-both x'], []],
    ['upstream emptied', text, ['a', 'a', undefined], null, [], ['changed x']],
    ['JSON is one value', { type: 'json' }, [{ a: 1 }, { a: 2 }, { b: 1 }], { a: 2 }, ['changed-both x'], []],
    ['an empty list is something in JSON', { type: 'json' }, [[], [], null], null, [], ['changed x']],
    ['and nothing elsewhere', files, [[], null, undefined], [], [], []],
    [
      'of JSON keys have no order',
      { type: 'json' },
      [{ a: 1, b: 2 }, { b: 2, a: 1 }, 3],
      3,
      [],
      ['changed x'],
    ],
    [
      'a list of relations is one value',
      toMany('api::tag.tag'),
      [[], [{ documentId: 'a' }], [{ documentId: 'b' }]],
      [{ documentId: 'a' }],
      ['changed-both x'],
      [],
    ],
    [
      'a file under a new name is that file',
      file,
      [
        { id: 1, hash: 'h', name: 'a' },
        { id: 2, hash: 'i', name: 'b' },
        { id: 1, hash: 'h', name: 'c' },
      ],
      { id: 2, hash: 'i', name: 'b' },
      [],
      [],
    ],
  ])('%s', (_what, shape, [base, draft, current], value, conflicts, merged) => {
    const outcome = merge(shape, base, draft, current);
    expect(outcome.value).toEqual(value);
    expect(said(outcome.conflicts)).toEqual(conflicts);
    expect(said(outcome.merged)).toEqual(merged);
  });

  it('shows all sides of a conflict', () => {
    expect(merge(text, 'a', undefined, 'c').conflicts).toEqual([
      { path: 'x', kind: 'changed-both', base: 'a', draft: null, current: 'c' },
    ]);
  });
});

describe('a component', () => {
  const seo = (metaTitle: string | null, terms: unknown = null, id?: number) => ({
    ...(id !== undefined && { id }),
    image: null,
    metaTitle,
    terms,
  });

  it.each<[string, unknown[], unknown, string[], string[]]>([
    [
      'each side changed something else',
      [seo('a', 1), seo('b', 1), seo('a', 2)],
      seo('b', 2),
      [],
      ['changed x.terms'],
    ],
    [
      'both changed the same',
      [seo('a', 1), seo('b', 2), seo('c', 2)],
      seo('b', 2),
      ['changed-both x.metaTitle'],
      [],
    ],
    ['removed upstream, untouched', [seo('a'), seo('a'), null], null, [], ['removed x']],
    ['removed upstream, changed', [seo('a'), seo('b'), null], seo('b'), ['removed-upstream x'], []],
    ['removed in the draft', [seo('a'), null, seo('a')], null, [], []],
    ['removed in the draft, changed upstream', [seo('a'), null, seo('b')], null, ['removed-in-draft x'], []],
    ['removed in both', [seo('a'), null, null], null, [], []],
    ['added in the draft', [null, seo('a'), null], seo('a'), [], []],
    ['added upstream', [null, null, seo('a')], seo('a'), [], ['added x']],
    ['added alike', [null, seo('a'), seo('a')], seo('a'), [], []],
    [
      'added by both, attribute by attribute',
      [null, seo('a'), seo('b', 1)],
      seo('a', 1),
      ['changed-both x.metaTitle'],
      ['changed x.terms'],
    ],
    [
      'whose row is another one',
      [seo('a', 1, 7), seo('b', 1, 7), seo('a', 2, 9)],
      seo('b', 2, 9),
      [],
      ['changed x.terms'],
    ],
    ['that is none', [seo('a'), 'odd', seo('a')], 'odd', [], []],
    ['that is none on either side', [seo('a'), 'odd', 7], 'odd', ['changed-both x'], []],
  ])('%s', (_what, [base, draft, current], value, conflicts, merged) => {
    const outcome = merge(single('page.seo'), base, draft, current);
    expect(outcome.value).toEqual(value);
    expect(said(outcome.conflicts)).toEqual(conflicts);
    expect(said(outcome.merged)).toEqual(merged);
  });

  it('that both added is in base no more than it was, but for what came in', () => {
    expect(merge(single('page.seo'), null, seo('a'), seo('b')).base).toBeNull();
    expect(merge(single('page.seo'), null, seo('a'), seo('b', 1)).base).toEqual(seo(null, 1));
    expect(merge(repeatable('page.seo'), [], [seo('a', 1, 7)], [seo('b', 1, 7)]).base).toEqual([]);
  });

  it('is one value where nobody knows what it holds', () => {
    const outcome = merge(single('page.gone'), { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 });
    expect(outcome.value).toEqual({ a: 2, b: 1 });
    expect(said(outcome.conflicts)).toEqual(['changed-both x']);
    expect(said(merge(single('__proto__'), { a: 1 }, { a: 2 }, { a: 3 }).conflicts)).toEqual([
      'changed-both x',
    ]);
  });

  it('may be called as nothing should be', () => {
    const item = (text: string) => JSON.parse(`{"__proto__x":"${text}"}`) as unknown;
    expect(merge(single('constructor'), item('a'), item('b'), item('a')).value).toEqual(item('b'));
    const shape = { type: 'component', component: 'x', repeatable: false };
    const of = {
      ...structure,
      components: { x: JSON.parse('{"__proto__":{"type":"string"}}') as Record<string, AttributeShape> },
    };
    const own = (text: string) => JSON.parse(`{"__proto__":"${text}"}`) as unknown;
    const outcome = mergeValue({
      base: own('a'),
      draft: own('a'),
      current: own('b'),
      shape,
      structure: of,
      path: 'x',
    });
    expect(JSON.stringify(outcome.value)).toBe('{"__proto__":"b"}');
    expect(said(outcome.merged)).toEqual(['changed x.__proto__']);
  });
});

describe.each([
  ['by rows', true],
  ['without rows', false],
])('a list of components, %s', (_how, hasRows) => {
  const sections = zone('page.text', 'page.quote', 'page.group');
  const row = (id: number) => (hasRows ? { id } : {});
  const BODY: Record<string, string> = {
    a: 'An introduction in which there is a little of everything.',
    b: 'What others said about it, and why most of that was wrong after all.',
    c: 'Finally, some words on how to go on from here.',
    d: 'Nothing that one would have to know before lunch.',
    e: 'Quite another matter, to be dealt with in due time.',
  };
  /** The section called `b` has its own body, and row 2. */
  const s = (name: string, heading: string | null = null) => ({
    __component: 'page.text',
    ...('abc'.includes(name) && row('abc'.indexOf(name) + 1)),
    body: BODY[name],
    heading,
  });
  const [a, b, c, d, e] = [s('a'), s('b'), s('c'), s('d'), s('e')];
  const names = (value: unknown): string =>
    (value as { body: string }[])
      .map(({ body }) => Object.keys(BODY).find((name) => BODY[name] === body))
      .join('');

  it.each<[string, unknown[][], string, string[], string[]]>([
    [
      'nothing',
      [
        [a, b],
        [a, b],
        [a, b],
      ],
      'ab',
      [],
      [],
    ],
    [
      'added in the draft, after its neighbour',
      [
        [a, b],
        [a, d, b],
        [a, b],
      ],
      'adb',
      [],
      [],
    ],
    [
      'added upstream, after its neighbour',
      [
        [a, b],
        [a, b],
        [a, d, b],
      ],
      'adb',
      [],
      ['added x[1]'],
    ],
    [
      'added at the top',
      [
        [a, b],
        [d, a, b],
        [a, b],
      ],
      'dab',
      [],
      [],
    ],
    [
      'added by both at the same place',
      [
        [a, b],
        [a, d, b],
        [a, e, b],
      ],
      'aedb',
      [],
      ['added x[1]'],
    ],
    ['added by both at the end', [[a], [a, d], [a, e]], 'aed', [], ['added x[1]']],
    ['added by both, the same', [[a], [a, d], [a, d]], 'ad', [], []],
    [
      'added after what upstream moved',
      [
        [a, b, c],
        [a, d, b, c],
        [b, c, a],
      ],
      'bcad',
      [],
      ['moved x'],
    ],
    [
      'added after what upstream removed',
      [
        [a, b, c],
        [a, b, d, c],
        [a, c],
      ],
      'adc',
      [],
      ['removed x[1]'],
    ],
    [
      'removed upstream, untouched',
      [
        [a, b, c],
        [a, b, c],
        [a, c],
      ],
      'ac',
      [],
      ['removed x[1]'],
    ],
    [
      'removed upstream, changed in the draft',
      [
        [a, b, c],
        [a, s('b', 'New'), c],
        [a, c],
      ],
      'abc',
      ['removed-upstream x[1]'],
      [],
    ],
    [
      'removed in the draft',
      [
        [a, b, c],
        [a, c],
        [a, b, c],
      ],
      'ac',
      [],
      [],
    ],
    [
      'removed in the draft, changed upstream',
      [
        [a, b, c],
        [a, c],
        [a, s('b', 'New'), c],
      ],
      'ac',
      ['removed-in-draft x[1]'],
      [],
    ],
    [
      'removed in both',
      [
        [a, b, c],
        [a, c],
        [a, c],
      ],
      'ac',
      [],
      [],
    ],
    [
      'one removed here, one there',
      [
        [a, b, c],
        [b, c],
        [a, b],
      ],
      'b',
      [],
      ['removed x[2]'],
    ],
    [
      'moved in the draft',
      [
        [a, b, c],
        [c, a, b],
        [a, b, c],
      ],
      'cab',
      [],
      [],
    ],
    [
      'moved upstream',
      [
        [a, b, c],
        [a, b, c],
        [c, a, b],
      ],
      'cab',
      [],
      ['moved x'],
    ],
    [
      'moved by both',
      [
        [a, b, c],
        [c, a, b],
        [b, a, c],
      ],
      'cab',
      ['moved-both x'],
      [],
    ],
    [
      'moved by both alike',
      [
        [a, b, c],
        [c, a, b],
        [c, a, b],
      ],
      'cab',
      [],
      [],
    ],
    [
      'moved in the draft, added upstream',
      [
        [a, b, c],
        [c, a, b],
        [a, b, d, c],
      ],
      'cabd',
      [],
      ['added x[3]'],
    ],
    [
      'moved in the draft, removed upstream',
      [
        [a, b, c],
        [c, a, b],
        [a, b],
      ],
      'ab',
      [],
      ['removed x[2]'],
    ],
    [
      'moved in the draft, changed upstream',
      [
        [a, b, c],
        [c, a, b],
        [a, s('b', 'New'), c],
      ],
      'cab',
      [],
      ['changed x[2].heading'],
    ],
    [
      'moved and changed in the draft, changed upstream',
      [
        [a, b, c],
        [s('c', 'New'), a, b],
        [a, b, s('c', 'Other')],
      ],
      'cab',
      ['changed-both x[0].heading'],
      [],
    ],
    [
      'another one changed on each side',
      [
        [a, b, c],
        [s('a', 'New'), b, c],
        [a, b, s('c', 'Other')],
      ],
      'abc',
      [],
      ['changed x[2].heading'],
    ],
    [
      'the same attribute changed by both',
      [
        [a, b, c],
        [d, a, s('b', 'New'), c],
        [a, s('b', 'Other'), c],
      ],
      'dabc',
      ['changed-both x[2].heading'],
      [],
    ],
    ['all removed upstream', [[a, b], [a, b], []], '', [], ['removed x[0]', 'removed x[1]']],
    ['all removed in the draft', [[a, b], [], [a, b, d]], 'd', [], ['added x[0]']],
  ])('%s', (_what, [base, draft, current], expected, conflicts, merged) => {
    const outcome = merge(sections, base, draft, current);
    expect(names(outcome.value)).toBe(expected);
    expect(said(outcome.conflicts)).toEqual(conflicts);
    expect(said(outcome.merged)).toEqual(merged);
  });

  it('has a base in the order that it had, where both moved the same', () => {
    const outcome = merge(sections, [a, b, c], [c, a, s('b', 'New')], [c, a, b]);
    expect(names(outcome.value)).toBe('cab');
    expect(names(outcome.base)).toBe('abc');
  });

  it('merges lists within', () => {
    const group = (title: string, ...names: string[]) => ({
      __component: 'page.group',
      ...row(5),
      facts: names.map((name, place) => ({ ...row(place + 1), name, value: place })),
      title,
    });
    const outcome = merge(
      sections,
      [a, group('a', 'x', 'y')],
      [group('a', 'x', 'Y')],
      [a, group('b', 'X', 'y', 'z')]
    );
    expect(outcome.value).toMatchObject([
      { title: 'b', facts: [{ name: 'X' }, { name: 'Y' }, { name: 'z' }] },
    ]);
    expect(said(outcome.merged)).toEqual([
      'changed x[0].facts[0].name',
      'added x[0].facts[2]',
      'changed x[0].title',
    ]);
  });
});

describe('which item is which', () => {
  const facts = repeatable('page.fact');
  const fact = (name: string, id?: number, value = 0) => ({ ...(id !== undefined && { id }), name, value });

  it('goes by the row where both sides have it', () => {
    const outcome = merge(
      facts,
      [fact('a', 1), fact('b', 2)],
      [fact('b', 1), fact('c', 2)],
      [fact('a', 1), fact('b', 2, 9)]
    );
    expect(outcome.value).toEqual([fact('b', 1), fact('c', 2, 9)]);
  });

  it('takes what is no row for new, where the others are rows', () => {
    const outcome = merge(
      facts,
      [fact('a', 1), fact('b', 2)],
      [fact('n'), fact('b', 2)],
      [fact('a', 1, 5), fact('b', 2)]
    );
    expect(outcome.value).toEqual([fact('n'), fact('b', 2)]);
    expect(said(outcome.conflicts)).toEqual(['removed-in-draft x[0]']);
  });

  it('gives each item the row that it is upstream, where all rows are new', () => {
    const base = [fact('a', 1), fact('b', 2), fact('c', 3)];
    const outcome = merge(
      facts,
      base,
      [fact('a', 1, 7), fact('c', 3), fact('b', 2)],
      [fact('a', 11), fact('b', 12), fact('c', 13)]
    );
    expect(outcome.value).toEqual([fact('a', 11, 7), fact('c', 13), fact('b', 12)]);
    expect(outcome.conflicts).toEqual([]);
  });

  it('learns rows of a base that has none from who left it as it was', () => {
    const base = [fact('a'), fact('b'), fact('c')];
    const draft = [fact('c', 3), fact('n'), fact('other', 1), fact('b', 2)];
    const current = [fact('a', 1, 8), fact('b', 2), fact('unlike', 3)];
    const outcome = merge(facts, base, draft, current);
    expect(outcome.value).toEqual([fact('unlike', 3), fact('n'), fact('other', 1, 8), fact('b', 2)]);
  });

  it('learns it for either side', () => {
    const base = [fact('a'), fact('b'), fact('c')];
    const edited = [fact('x', 2, 5), fact('y', 1, 6), fact('c', 3)];
    expect(merge(facts, base, edited, [fact('a', 1), fact('b', 2), fact('c', 3)]).value).toEqual(edited);
    const [x, c] = [fact('x', 2, 5), fact('c', 3)];
    const outcome = merge(facts, base, [fact('b', 2), c], [x, c]);
    expect(outcome.value).toEqual([x, c]);
    expect(outcome.conflicts).toEqual([]);
  });

  it('takes the same list for the same, though its rows changed places', () => {
    const outcome = merge(
      facts,
      [fact('a', 1), fact('b', 2)],
      [fact('A', 1), fact('b', 2)],
      [fact('a', 2), fact('b', 1)]
    );
    expect(outcome.value).toEqual([fact('A', 2), fact('b', 1)]);
    expect(outcome.merged).toEqual([]);
  });

  it('has no row twice, though it was copied with its id', () => {
    const outcome = merge(
      facts,
      [fact('a', 1)],
      [fact('a', 1), fact('copy', 1), fact('x', 9), fact('y', 9)],
      [fact('a', 1, 3)]
    );
    expect(outcome.value).toEqual([fact('a', 1, 3), fact('copy'), fact('x', 9), fact('y')]);
  });

  it('finds the same change under another row', () => {
    const outcome = merge(
      facts,
      [fact('a', 1), fact('z', 2)],
      [fact('A', 1), fact('z', 2)],
      [fact('A', 9), fact('z', 2)]
    );
    expect(outcome.value).toEqual([fact('A', 9), fact('z', 2)]);
    expect(outcome.conflicts).toEqual([]);
  });

  it('takes what is at the same place for the same, where nothing else tells', () => {
    const outcome = merge(facts, [fact('a')], [fact('b')], [fact('a', undefined, 1)]);
    expect(outcome.value).toEqual([fact('b', undefined, 1)]);
    const [both, n] = [fact('b', undefined, 5), fact('n', undefined, 6)];
    const longer = merge(facts, [fact('a')], [both, n], [fact('a', undefined, 1)]);
    expect(longer.value).toEqual([both, n]);
    expect(said(longer.conflicts)).toEqual(['changed-both x[0].value']);
  });

  it('never makes one of two components', () => {
    const text = { __component: 'page.text', body: 'Mind the gap.', heading: null };
    const quote = { __component: 'page.quote', text: 'Mind the gap.' };
    const outcome = merge(zone('page.text', 'page.quote'), [text], [quote], [{ ...text, heading: 'New' }]);
    expect(outcome.value).toEqual([quote]);
    expect(said(outcome.conflicts)).toEqual(['removed-in-draft x[0]']);
  });

  it('tells rows of different components apart that have the same id', () => {
    const text = (body: string) => ({ __component: 'page.text', id: 1, body, heading: null });
    const quote = (words: string) => ({ __component: 'page.quote', id: 1, text: words });
    const outcome = merge(zone(), [text('a'), quote('a')], [quote('b'), text('a')], [text('b'), quote('a')]);
    expect(outcome.value).toEqual([quote('b'), text('b')]);
  });

  it('is done with 1,000 that are all unlike', () => {
    const many = (word: string) => Array.from({ length: 1000 }, (_, place) => fact(`${word} ${place}`));
    const start = performance.now();
    const outcome = merge(facts, many('a'), many('b'), many('c'));
    expect(outcome.conflicts).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('has an answer for what fits nowhere', () => {
    expect(merge(facts, [fact('a')], 7, [fact('a')]).value).toBe(7);
    expect(merge(facts, [1, null], [1, null, 2], [null, 1]).value).toEqual([null, 2, 1]);
    expect(said(merge(facts, [fact('a')], 7, 8).conflicts)).toEqual(['changed-both x']);
    const gone = (a: number) => ({ __component: 'gone', id: 1, a });
    expect(said(merge(zone(), [gone(1)], [gone(2)], [gone(3)]).conflicts)).toEqual(['changed-both x[0]']);
  });

  it('survives JSON that is deeper than the stack reaches', () => {
    const deep = (end: string): unknown => JSON.parse('['.repeat(20_000) + end + ']'.repeat(20_000));
    const seo = (title: string, end: string) => ({ image: null, metaTitle: title, terms: deep(end) });
    expect(said(merge({ type: 'json' }, deep('1'), deep('2'), deep('3')).conflicts)).toEqual([
      'changed-both x',
    ]);
    const outcome = merge(single('page.seo'), seo('a', '1'), seo('b', '1'), seo('a', '1'));
    expect(outcome.value).toHaveProperty('metaTitle', 'b');
    expect(() =>
      merge(repeatable('page.seo'), [seo('a', '1')], [seo('b', '2')], [seo('a', '3')])
    ).not.toThrow();
  });
});
