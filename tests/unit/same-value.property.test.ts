import fc from 'fast-check';
import { own } from '../../server/src/core/record';
import { sameValue } from '../../server/src/core/same-value';
import { itemText } from '../../server/src/core/snapshot';
import { snapshotOf, spoiltSnapshotOf, structure } from './support/arbitraries';
import { edited } from './support/edits';

/** Content, odd content too, and what it may have become. */
const pair = structure
  .chain((of) => {
    const content = fc.oneof(snapshotOf(of), spoiltSnapshotOf(of));
    return fc.tuple(fc.constant(of), content, content, fc.nat());
  })
  .map(([of, from, other, seed]) => ({ of, from, to: edited(from, other, seed) }));

const LISTED = ['media', 'component', 'dynamiczone'];

it('takes lists for the same exactly where their items say the same', () => {
  const property = fc.property(pair, ({ of, from, to }) => {
    for (const [name, shape] of Object.entries(of.attributes)) {
      const [a, b] = [own(from, name), own(to, name)] as unknown[];
      if (!LISTED.includes(shape.type) || !Array.isArray(a) || !Array.isArray(b)) continue;
      const textOf = (item: unknown) => itemText(item ?? null, shape, of.components);
      const expected = a.length === b.length && a.every((item, index) => textOf(item) === textOf(b[index]));
      expect(sameValue(a, b, shape, of.components)).toBe(expected);
    }
  });
  fc.assert(property, { numRuns: 500 });
});
