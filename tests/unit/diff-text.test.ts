import type { Change, TextPart } from '../../contracts/compare';
import { diff } from '../../server/src/core/diff';
import { structureWith } from './support/structures';

const structure = structureWith({ text: { type: 'richtext' } });

const changeOf = (from: string, to: string, budget = Infinity): Change =>
  diff({ from: { text: from }, to: { text: to }, structure, budget })[0]!;

/** `the [-slow-]{+quick+} fox` */
const marked = (parts: TextPart[] = []): string =>
  parts
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('');

const words = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

describe('text', () => {
  it.each([
    ['a word', 'the slow fox', 'the quick fox', 'the [-slow-]{+quick+} fox'],
    ['part of a word as the word', 'initalized', 'initialized', '[-initalized-]{+initialized+}'],
    ['a word more', 'the fox', 'the quick fox', 'the {+quick +}fox'],
    ['at the end', 'the fox', 'the fox jumps', 'the fox{+ jumps+}'],
    ['at both ends', 'b c d', 'a b c d e', '{+a +}b c d{+ e+}'],
    ['punctuation', 'the fox.', 'the fox!', 'the fox[-.-]{+!+}'],
    ['letters with marks', 'une idée', 'une ide\u0301e', 'une [-idée-]{+ide\u0301e+}'],
    ['apostrophes', 'it isn’t so', 'it is so', 'it [-isn’t-]{+is+} so'],
    [
      'a rewritten phrase as one',
      'the slow old dog sat',
      'the quick new fox sat',
      'the [-slow old dog-]{+quick new fox+} sat',
    ],
    ['lines apart', 'one\ntwo\nthree', 'One\ntwo\nThree', '[-one-]{+One+}\ntwo\n[-three-]{+Three+}'],
    ['Japanese by words', '東京都に行きました', '大阪府に行きました', '[-東京都-]{+大阪府+}に行きました'],
    ['Thai by words', 'ฉันรักแมว', 'ฉันรักหมา', 'ฉันรัก[-แมว-]{+หมา+}'],
    ['pictures whole', 'hi 👩‍👧!', 'hi 👩‍👦!', 'hi [-👩‍👧-]{+👩‍👦+}!'],
  ])('by words: %s', (_what, from, to, expected) => {
    const { parts, coarse } = changeOf(from, to);
    expect(marked(parts)).toBe(expected);
    expect(coarse).toBeUndefined();
  });

  it('has both sides as well', () => {
    expect(changeOf('a', 'b')).toMatchObject({
      path: 'text',
      type: 'richtext',
      kind: 'changed',
      from: 'a',
      to: 'b',
    });
  });

  it('shows no parts of a text that was not there', () => {
    const [change] = diff({ from: { text: null }, to: { text: 'a' }, structure });
    expect(change).toEqual({ path: 'text', label: 'text', type: 'richtext', kind: 'added', to: 'a' });
  });

  it('goes by lines, and by words within them, where much is new', () => {
    const from = `${words(500, 'a')}\nsame\nthe slow fox`;
    const to = `${words(500, 'b')}\nsame\nthe quick fox`;
    const { parts, coarse } = changeOf(from, to);
    expect(marked(parts)).toBe(
      `[-${words(500, 'a')}\n-]{+${words(500, 'b')}\n+}same\nthe [-slow-]{+quick+} fox`
    );
    expect(coarse).toBe(true);
  });

  it('shows as a whole what was written anew', () => {
    const { parts, coarse } = changeOf(`x ${words(500, 'a')} y`, `x ${words(500, 'b')} y`);
    expect(marked(parts)).toBe(`x [-${words(500, 'a')}-]{+${words(500, 'b')}+} y`);
    expect(coarse).toBe(true);
  });

  it('finds a word in a text of many lines', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const edited = text.map((line, index) => ({ 3: 'new', 19990: 'newer' })[index] ?? line).join('\n');
    const { parts = [], coarse } = changeOf(text.join('\n'), edited);
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text: part }) => part)).toEqual([
      'new',
      'newer',
    ]);
    expect(coarse).toBeUndefined();
  });

  it('says where there was no time for words', () => {
    const { parts, coarse } = changeOf('one two three four', 'one 2 three 4', 0);
    expect(marked(parts)).toBe('one [-two three four-]{+2 three 4+}');
    expect(coarse).toBe(true);
  });

  it('takes a text that is none for what it is', () => {
    const [change] = diff({ from: { text: 'a' }, to: { text: { b: 1 } }, structure });
    expect(change).toMatchObject({ from: 'a', to: { b: 1 }, coarse: true });
  });
});
