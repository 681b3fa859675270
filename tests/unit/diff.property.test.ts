import fc from 'fast-check';
import type { Change } from '../../contracts/compare';
import { diff } from '../../server/src/core/diff';
import { canonicalJson, changedAttributes } from '../../server/src/core/snapshot';
import type { Snapshot } from '../../server/src/core/snapshot';
import type { Structure } from '../../server/src/core/structure';
import { applyChanges } from './support/apply-changes';
import { garbage, snapshotOf, spoiltSnapshotOf, structure } from './support/arbitraries';
import { edited } from './support/edits';
import { comparable, mirrorChanges } from './support/mirror-changes';
import { page, pageStructure } from './support/page';

/** Time is of no account here: the answers are to be the same on any machine. */
const budget = Infinity;

interface Case {
  structure: Structure;
  from: Snapshot;
  to: Snapshot;
}

/** Content and what it may have become. */
const pair: fc.Arbitrary<Case> = structure
  .chain((of) => fc.tuple(fc.constant(of), snapshotOf(of), snapshotOf(of), fc.nat()))
  .map(([of, from, other, seed]) => ({ structure: of, from, to: edited(from, other, seed) }));

/** Content in which something does not fit its structure. */
const oddPair: fc.Arbitrary<Case> = structure
  .chain((of) => fc.tuple(fc.constant(of), spoiltSnapshotOf(of), spoiltSnapshotOf(of), fc.nat()))
  .map(([of, from, other, seed]) => ({ structure: of, from, to: edited(from, other, seed) }));

/** The like of a real page, with longer lists. */
const pagePair: fc.Arbitrary<Case> = fc
  .tuple(page, page, fc.nat())
  .map(([from, other, seed]) => ({ structure: pageStructure, from, to: edited(from, other, seed) }));

const anyPair = fc.oneof(pair, pagePair);

const withoutPasswords = (names: string[], { attributes }: Structure): string[] =>
  names.filter((name) => attributes[name]!.type !== 'password');

const everyChange = (changes: Change[]): Change[] =>
  changes.flatMap((change) => [change, ...everyChange(change.children ?? [])]);

const runs = { numRuns: 500 };

describe('diff', () => {
  it('finds nothing in content that is the same, written anew or not', () => {
    const property = fc.property(anyPair, ({ structure: of, from }) => {
      expect(diff({ from, to: from, structure: of, budget })).toEqual([]);
      const again = JSON.parse(JSON.stringify(from)) as Snapshot;
      expect(diff({ from, to: again, structure: of, budget })).toEqual([]);
    });
    fc.assert(property, runs);
  });

  it('finds something in exactly the attributes that changed', () => {
    const property = fc.property(fc.oneof(anyPair, oddPair), ({ structure: of, from, to }) => {
      const changes = diff({ from, to, structure: of, budget });
      const expected = withoutPasswords(changedAttributes(from, to, of), of);
      expect(changes.map(({ path }) => path).sort()).toEqual(expected);
    });
    fc.assert(property, runs);
  });

  it('says all that it takes to make one of the other', () => {
    const property = fc.property(anyPair, ({ structure: of, from, to }) => {
      const changes = diff({ from, to, structure: of, budget });
      const applied = applyChanges(from, changes, of);
      expect(withoutPasswords(changedAttributes(applied, to, of), of)).toEqual([]);
    });
    fc.assert(property, runs);
  });

  it('says the same of the way back', () => {
    const property = fc.property(anyPair, ({ structure: of, from, to }) => {
      const there = diff({ from, to, structure: of, budget });
      const back = diff({ from: to, to: from, structure: of, budget });
      expect(canonicalJson(comparable(back))).toBe(canonicalJson(comparable(mirrorChanges(there))));
    });
    fc.assert(property, runs);
  });

  it('shows both texts in the parts of one that changed', () => {
    const property = fc.property(anyPair, ({ structure: of, from, to }) => {
      const side = (kinds: string[], { parts = [] }: Change): string =>
        parts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text, '');
      for (const change of everyChange(diff({ from, to, structure: of, budget }))) {
        if (!change.parts || change.type === 'block') continue;
        expect(side(['same', 'removed'], change)).toBe(change.from);
        expect(side(['same', 'added'], change)).toBe(change.to);
      }
    });
    fc.assert(property, runs);
  });

  it('takes whatever is there, however little time there is', () => {
    const any = fc.option(fc.oneof(garbage as fc.Arbitrary<Snapshot>, fc.constant({})));
    const property = fc.property(structure, any, any, fc.constantFrom(0, budget), (of, from, to, time) => {
      diff({ from, to, structure: of, budget: time });
    });
    fc.assert(property, runs);
    fc.assert(
      fc.property(oddPair, ({ structure: of, from, to }) => {
        const changes = diff({ from, to, structure: of, budget: 0 });
        const expected = withoutPasswords(changedAttributes(from, to, of), of);
        expect(changes.map(({ path }) => path).sort()).toEqual(expected);
      }),
      runs
    );
  });
});
