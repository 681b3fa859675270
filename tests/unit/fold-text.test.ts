import * as fc from 'fast-check';

import type { TextPart } from '../../contracts/compare';
import { foldText } from '../../admin/src/compare/foldText';

const same = (text: string): TextPart => ({ kind: 'same', text });
const added: TextPart = { kind: 'added', text: 'new' };
const long = Array.from({ length: 40 }, (_, line) => `Line ${line} of a long text.`).join('\n');

const textOf = (parts: TextPart[]) => foldText(parts).map(({ part }) => part.text);

it('leaves short texts as they are', () => {
  expect(foldText([same('a '), added, same(' b')]).every(({ fold }) => fold === null)).toBe(true);
});

it('folds what is far from any change, at the ends of lines', () => {
  const runs = foldText([same(long), added, same(long), added, same(long)]);
  const folds = runs.filter(({ fold }) => fold !== null);
  expect(folds).toHaveLength(3);
  expect(runs[0]!.fold).not.toBeNull();
  expect(runs.at(-1)!.fold).not.toBeNull();
  for (const { part, fold } of folds) expect(fold!.lines).toBe(part.text.split('\n').length - 1);
  // next to a change there are words to see
  const places = runs.flatMap(({ part }, index) => (part.kind === 'added' ? [index] : []));
  for (const place of places) {
    expect([runs[place - 1]!.fold, runs[place + 1]!.fold]).toEqual([null, null]);
    expect(runs[place + 1]!.part.text).toMatch(/\n$/);
  }
});

it('folds what nothing changed in but for its beginning', () => {
  const runs = foldText([same(long)]);
  expect(runs.map(({ fold }) => fold === null)).toEqual([true, false]);
});

it('shows how something very long begins', () => {
  const runs = foldText([{ kind: 'removed', text: 'word '.repeat(2000) }]);
  expect(runs.map(({ part, fold }) => [part.kind, fold === null])).toEqual([
    ['removed', true],
    ['removed', false],
  ]);
});

it('loses no character, and never shows one twice', () => {
  const part = fc.record<TextPart>({
    kind: fc.constantFrom('same', 'added', 'removed', 'marked'),
    text: fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ minLength: 300, maxLength: 1200 }),
      fc.constant(long),
      fc.constant('x'.repeat(5000))
    ),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      expect(textOf(parts).join('')).toBe(parts.map(({ text }) => text).join(''));
    })
  );
});
