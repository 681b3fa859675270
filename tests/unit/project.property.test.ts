import fc from 'fast-check';
import { project } from '../../server/src/core/project';
import type { Snapshot } from '../../server/src/core/snapshot';
import {
  garbage,
  snapshotOf,
  spoiltSnapshotOf,
  structure,
  structureAndSnapshot,
} from './support/arbitraries';
import { fits, same } from './support/fits';

const runs = { numRuns: 1000 };

describe('project, whatever it is given', () => {
  it('leaves a snapshot alone that fits the structure', () => {
    fc.assert(
      fc.property(structureAndSnapshot, ({ structure: of, snapshot }) => {
        expect(fits(snapshot, of)).toBe(true);
        const { content, dropped, added } = project({ snapshot, from: of, to: of });
        expect(same(content, snapshot)).toBe(true);
        expect({ dropped, added }).toEqual({ dropped: [], added: [] });
      }),
      runs
    );
  });

  it('gives content that fits the structure of today', () => {
    fc.assert(
      fc.property(
        structureAndSnapshot,
        structure,
        fc.boolean(),
        ({ structure: of, snapshot }, to, isKnown) => {
          const { content } = project({ snapshot, from: isKnown ? of : null, to });
          expect(fits(content, to)).toBe(true);
        }
      ),
      runs
    );
  });

  it('gives such content from any garbage', () => {
    const spoilt = structure.chain((of) =>
      fc.record({
        from: fc.option(fc.constant(of)),
        snapshot: fc.oneof(spoiltSnapshotOf(of), garbage as fc.Arbitrary<Snapshot>),
        shared: fc.option(fc.oneof(spoiltSnapshotOf(of), garbage as fc.Arbitrary<Snapshot>)),
        to: fc.oneof(fc.constant(of), structure),
      })
    );
    fc.assert(
      fc.property(spoilt, (params) => {
        expect(fits(project(params).content, params.to)).toBe(true);
      }),
      { numRuns: 3000 }
    );
  });

  it('changes nothing in what it is given', () => {
    fc.assert(
      fc.property(structureAndSnapshot, structure, ({ structure: from, snapshot }, to) => {
        const before = JSON.stringify([snapshot, from, to]);
        project({ snapshot, from, to });
        expect(JSON.stringify([snapshot, from, to])).toBe(before);
      })
    );
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(structureAndSnapshot, structure, ({ structure: from, snapshot }, to) => {
        const { content } = project({ snapshot, from, to });
        const again = project({ snapshot: content, from: to, to });
        expect(same(again.content, content)).toBe(true);
        expect(again.dropped).toEqual([]);
        expect(again.added).toEqual([]);
      }),
      runs
    );
  });

  it('names as added just the attributes of today that the snapshot lacks', () => {
    fc.assert(
      fc.property(structureAndSnapshot, structure, ({ structure: from, snapshot }, to) => {
        const { added } = project({ snapshot, from, to });
        const top = added.map(({ path }) => path).filter((path) => Object.hasOwn(to.attributes, path));
        const lacking = Object.keys(to.attributes)
          .filter((name) => to.attributes[name]!.type !== 'password' && !Object.hasOwn(snapshot, name))
          .sort();
        expect(top).toEqual(lacking);
      }),
      runs
    );
  });

  it('loses nothing on the way to another structure and back, or says so', () => {
    const pair = fc
      .tuple(structure, structure)
      .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), snapshotOf(from)));
    fc.assert(
      fc.property(pair, ([from, to, snapshot]) => {
        // An attribute that stands under the same name on both sides and was not dropped comes back as it was.
        const there = project({ snapshot, from, to });
        const back = project({ snapshot: there.content, from: to, to: from });
        const lost = [...there.dropped, ...there.added, ...back.dropped, ...back.added].map(
          ({ path }) => path
        );
        for (const name of Object.keys(snapshot)) {
          if (!Object.hasOwn(there.content, name) || !Object.hasOwn(back.content, name)) continue;
          if (lost.some((path) => path.split(/[.[]/)[0] === name)) continue;
          const [was, is] = [snapshot[name], back.content[name]];
          const isNothing = (value: unknown) =>
            value === null || (Array.isArray(value) && value.length === 0);
          if (!(isNothing(was) && isNothing(is))) expect([name, same(is, was)]).toEqual([name, true]);
        }
      }),
      { numRuns: 5000 }
    );
  });

  it('is not exhausted by components within components without end', () => {
    const of = {
      uid: 'api::page.page',
      localized: false,
      attributes: { root: { type: 'component', component: 'x.box', repeatable: false } },
      components: { 'x.box': { box: { type: 'component', component: 'x.box', repeatable: false } } },
    };
    const depth = 100_000;
    const snapshot = JSON.parse(`{"root":${'{"box":'.repeat(depth)}null${'}'.repeat(depth)}}`) as Snapshot;
    const { content, dropped } = project({ snapshot, from: of, to: of });
    expect(fits(content, of)).toBe(true);
    expect(dropped).toHaveLength(1);
    expect(() => project({ snapshot: { root: snapshot }, from: null, to: of })).not.toThrow();
  });
});
