import fc from 'fast-check';
import { accept, mergeDraft, mergeValue, touch } from '../../server/src/core/merge';
import type { Conflict, DraftChanges } from '../../server/src/core/merge';
import { own } from '../../server/src/core/record';
import { canonicalJson, changedAttributes, sortKeys } from '../../server/src/core/snapshot';
import type { Snapshot } from '../../server/src/core/snapshot';
import type { Structure } from '../../server/src/core/structure';
import { garbage, snapshotOf, spoiltSnapshotOf, structure } from './support/arbitraries';
import { edited } from './support/edits';
import { Oracle, withoutRows } from './support/expect-merged';
import { same } from './support/fits';
import { page, pageStructure } from './support/page';
import { versions, versionsStructure, type Versions } from './support/versions';

interface Case extends Versions {
  structure: Structure;
}

/** Any content without rows, and what two people may have made of it. */
const anyCase: fc.Arbitrary<Case> = structure
  .chain((of) => fc.tuple(fc.constant(of), snapshotOf(of), snapshotOf(of), fc.nat(), fc.nat()))
  .map(([of, base, other, a, b]) => ({
    structure: of,
    base,
    draft: edited(base, other, a),
    current: edited(base, other, b),
  }));

/** The like of a real page without rows, with longer lists of items that are much alike. */
const pageCase: fc.Arbitrary<Case> = fc.tuple(page, page, fc.nat(), fc.nat()).map(([base, other, a, b]) => ({
  structure: pageStructure,
  base,
  draft: edited(base, other, a),
  current: edited(base, other, b),
}));

const rowCase: fc.Arbitrary<Case> = versions.map((each) => ({ structure: versionsStructure, ...each }));

/** Content in which something does not fit its structure. */
const oddCase: fc.Arbitrary<Case> = structure
  .chain((of) =>
    fc.tuple(fc.constant(of), spoiltSnapshotOf(of), spoiltSnapshotOf(of), spoiltSnapshotOf(of), fc.nat())
  )
  .map(([of, base, draft, other, seed]) => ({
    structure: of,
    base,
    draft,
    current: edited(base, other, seed),
  }));

const fitting = fc.oneof(anyCase, pageCase, rowCase);
const runs = { numRuns: 300 };

const changesOf = ({ base, draft, structure: of }: Case): DraftChanges =>
  Object.fromEntries(
    changedAttributes(base, draft, of)
      .filter((name) => of.attributes[name]!.type !== 'password')
      .map((name) => [name, { base: own(base, name), value: own(draft, name) }])
  );

const look = (each: Case) => mergeDraft({ ...each, changes: changesOf(each) });

/** All of it, as one value: each attribute that the draft has, changed or not. */
const whole = ({ base, draft, current, structure: of }: Case) =>
  Object.entries(of.attributes)
    .filter(([, { type }]) => type !== 'password')
    .map(([name, shape]) => ({
      name,
      ...mergeValue({
        base: base[name],
        draft: draft[name],
        current: current[name],
        shape,
        structure: of,
        path: name,
      }),
    }));

const contentOf = (outcomes: { name: string; value: unknown }[]): Snapshot =>
  Object.fromEntries(outcomes.map(({ name, value }) => [name, value]));

const differing = (a: Snapshot, b: Snapshot, of: Structure): string[] =>
  changedAttributes(a, b, of).filter((name) => of.attributes[name]!.type !== 'password');

const said = (conflicts: Pick<Conflict, 'path' | 'kind'>[]): string[] =>
  conflicts.map(({ path, kind }) => `${kind} ${path}`).sort();

describe('a merge', () => {
  it('with nothing new upstream is the draft', () => {
    const property = fc.property(fitting, (each) => {
      const outcomes = whole({ ...each, current: each.base });
      expect(differing(contentOf(outcomes), each.draft, each.structure)).toEqual([]);
      expect(outcomes.flatMap(({ conflicts, merged }) => [...conflicts, ...merged])).toEqual([]);
    });
    fc.assert(property, runs);
  });

  it('with nothing new in the draft is what is upstream', () => {
    const property = fc.property(fitting, (each) => {
      const outcomes = whole({ ...each, draft: each.base });
      expect(differing(contentOf(outcomes), each.current, each.structure)).toEqual([]);
      expect(outcomes.flatMap(({ conflicts }) => conflicts)).toEqual([]);
      const changed = outcomes.filter(({ merged }) => merged.length > 0).map(({ name }) => name);
      expect(changed.sort()).toEqual(differing(each.base, each.current, each.structure));
    });
    fc.assert(property, runs);
  });

  it('of the same change on both sides is that change, and no conflict', () => {
    const property = fc.property(fitting, (each) => {
      const outcomes = whole({ ...each, current: each.draft });
      expect(differing(contentOf(outcomes), each.draft, each.structure)).toEqual([]);
      expect(outcomes.flatMap(({ conflicts, merged }) => [...conflicts, ...merged])).toEqual([]);
    });
    fc.assert(property, runs);
  });

  it('is the draft where it says of nothing that it came in', () => {
    const property = fc.property(fitting, (each) => {
      for (const { name, value, merged } of whole(each)) {
        if (merged.length > 0) continue;
        expect(
          differing({ [name]: value }, { [name]: each.draft[name] }, only(each.structure, name))
        ).toEqual([]);
      }
    });
    fc.assert(property, runs);
  });

  it('has every edit of either side, or names it: by rule 9 spelled out a second time', () => {
    const property = fc.property(versions, (each) => {
      const outcomes = whole({ ...each, structure: versionsStructure });
      const oracle = new Oracle();
      oracle.check(each, contentOf(outcomes));
      expect(said(outcomes.flatMap(({ conflicts }) => conflicts))).toEqual(said(oracle.conflicts));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('without rows on some side loses nothing that is new on either, and has none of it twice', () => {
    const sides = fc.subarray(['base', 'draft', 'current'] as const);
    const property = fc.property(versions, sides, (each, bare) => {
      const stripped = Object.fromEntries(bare.map((side) => [side, withoutRows(each[side])]));
      const outcomes = whole({ ...each, ...stripped, structure: versionsStructure });
      const merged = wordsIn(contentOf(outcomes));
      const known = new Set([...merged, ...wordsIn(outcomes.flatMap(({ conflicts }) => conflicts))]);
      const old = new Set(wordsIn(each.base));
      const added = [each.draft, each.current].flatMap(wordsIn).filter((word) => !old.has(word));
      expect(added.filter((word) => !known.has(word))).toEqual([]);
      const isNew = new Set(added);
      expect(merged.filter((word, place) => isNew.has(word) && merged.indexOf(word) !== place)).toEqual([]);
    });
    fc.assert(property, runs);
  });

  it('says the same of content written in another order of keys, and leaves what it was given as it was', () => {
    const property = fc.property(fitting, (each) => {
      const given = JSON.stringify(each);
      const first = JSON.stringify(sortKeys(whole(each)));
      expect(JSON.stringify(each)).toBe(given);
      const again = { ...(reversed(each) as Versions), structure: each.structure };
      expect(JSON.stringify(sortKeys(whole(again)))).toBe(first);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

/** The texts in it that one author alone wrote. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^\d+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

/** Without the place of what is only in base: another base has it elsewhere. */
const sidesOf = (conflicts: Conflict[]): string[] =>
  conflicts
    .map(({ path, kind, ...sides }) =>
      // the lists themselves hold what came in
      kind === 'moved-both' ? { path, kind } : { ...sides, kind, path: path.replace(/\[\d+\]$/, '') }
    )
    .map((conflict) => canonicalJson(inAnyOrder(conflict)))
    .sort();

/** Without rows, and with every list in one order. */
const inAnyOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inAnyOrder).map(canonicalJson).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'id' ? [] : [[key, inAnyOrder(item)]]))
  );
};

const only = (of: Structure, name: string): Structure => ({
  ...of,
  attributes: Object.fromEntries([[name, of.attributes[name]!]]),
});

/** The same with the keys of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)])
  );
};

describe('a draft', () => {
  it('looks the same after it was merged, keeps its conflicts, and merging twice changes nothing', () => {
    const property = fc.property(versions, (each) => {
      const of = { ...each, structure: versionsStructure };
      const changes = accept({ ...of, changes: changesOf(of) });
      const [before, after] = [look(of), mergeDraft({ ...of, changes })];
      expect(inAnyOrder(after.content)).toEqual(inAnyOrder(before.content));
      expect(after).toMatchObject({ merged: [], modified: before.modified });
      expect(sidesOf(after.conflicts)).toEqual(sidesOf(before.conflicts));
      expect(Object.keys(changes).sort()).toEqual([...after.modified].sort());
      expect(same(accept({ ...of, changes }), changes)).toBe(true);
    });
    fc.assert(property, runs);
  });

  it('has no conflicts once the draft has its way in all, and looks the same', () => {
    const property = fc.property(fitting, (each) => {
      const before = look(each);
      const resolve = Object.fromEntries(before.conflicts.map(({ path }) => [path, 'draft' as const]));
      const changes = accept({ ...each, changes: changesOf(each), resolve });
      const after = mergeDraft({ ...each, changes });
      expect(differing(after.content, before.content, each.structure)).toEqual([]);
      expect(after).toMatchObject({ outdated: false, conflicts: [], merged: [], modified: before.modified });
      expect(Object.keys(changes).sort()).toEqual([...after.modified].sort());
      expect(same(accept({ ...each, changes }), changes)).toBe(true);
    });
    fc.assert(property, runs);
  });

  it('keeps the conflicts that were not resolved', () => {
    const property = fc.property(versions, fc.nat(), (each, seed) => {
      const of = { ...each, structure: versionsStructure };
      const { conflicts } = look(of);
      fc.pre(conflicts.length > 1);
      const { path, kind } = conflicts[seed % conflicts.length]!;
      fc.pre(conflicts.filter((conflict) => conflict.path === path).length === 1);
      const changes = accept({ ...of, changes: changesOf(of), resolve: { [path]: 'draft' } });
      const left = conflicts.filter((conflict) => conflict.path !== path);
      expect([kind, sidesOf(mergeDraft({ ...of, changes }).conflicts)]).toEqual([kind, sidesOf(left)]);
    });
    fc.assert(property, runs);
  });

  it('has upstream in every conflict that was resolved so', () => {
    const property = fc.property(versions, (each) => {
      const of = { ...each, structure: versionsStructure };
      const changes = changesOf(of);
      const { conflicts } = mergeDraft({ ...of, changes });
      const resolve = Object.fromEntries(conflicts.map(({ path }) => [path, 'current' as const]));
      const resolved = accept({ ...of, changes, resolve });
      new Oracle('current').check(each, mergeDraft({ ...of, changes: resolved }).content);
      expect(same(accept({ ...of, changes: resolved, resolve }), resolved)).toBe(true);
    });
    fc.assert(property, runs);
  });

  it('that is saved as it looks is what it was, but for what upstream has as well', () => {
    const property = fc.property(fitting, (each) => {
      const changes = changesOf(each);
      const { content, modified } = mergeDraft({ ...each, changes });
      const own = Object.entries(changes).filter(([name]) => modified.includes(name));
      const saved = touch({ ...each, changes, data: content });
      const expected = mergeDraft({ ...each, changes: Object.fromEntries(own) });
      expect(canonicalJson(mergeDraft({ ...each, changes: saved }))).toBe(canonicalJson(expected));
    });
    fc.assert(property, runs);
  });

  it('looks as it was saved, whatever came in before', () => {
    const property = fc.property(fitting, fc.nat(), (each, seed) => {
      const data = edited(look(each).content, each.base, seed);
      const changes = touch({ ...each, changes: changesOf(each), data });
      const after = mergeDraft({ ...each, changes });
      expect(differing(after.content, data, each.structure)).toEqual([]);
      expect(after.modified.sort()).toEqual(differing(data, each.current, each.structure));
      expect(Object.keys(changes).sort()).toEqual(after.modified);
    });
    fc.assert(property, runs);
  });

  it('follows what came in when it was edited, and keeps what is in conflict', () => {
    const property = fc.property(versions, (each) => {
      const of = { ...each, structure: versionsStructure };
      const before = whole(of);
      const rebased = Object.fromEntries(before.map(({ name, base }) => [name, base]));
      const next = { ...of, base: rebased, draft: contentOf(before) };
      const conflicts = (outcomes: { conflicts: Conflict[] }[]) =>
        sidesOf(outcomes.flatMap((outcome) => outcome.conflicts));
      const after = whole(next);
      expect(inAnyOrder(contentOf(after))).toEqual(inAnyOrder(contentOf(before)));
      expect(after.flatMap(({ merged }) => merged)).toEqual([]);
      expect(conflicts(after)).toEqual(conflicts(before));

      // An item that came in is one that both have now: what the draft added may stand on its other side.
      const later = contentOf(whole({ ...next, current: each.later }));
      expect(inAnyOrder(later)).toEqual(inAnyOrder(contentOf(whole({ ...of, current: each.later }))));
    });
    fc.assert(property, runs);
  });

  it('that is saved as current is has no changes', () => {
    const property = fc.property(fitting, (each) => {
      const data = contentOf(whole({ ...each, draft: each.current }));
      expect(touch({ ...each, changes: changesOf(each), data })).toEqual({});
    });
    fc.assert(property, runs);
  });

  it('shows the document where it touched nothing', () => {
    const property = fc.property(fitting, ({ structure: of, current }) => {
      const { content, ...rest } = mergeDraft({ changes: {}, current, structure: of });
      expect(same(content, current)).toBe(true);
      expect(rest).toEqual({ modified: [], outdated: false, conflicts: [], merged: [] });
    });
    fc.assert(property, runs);
  });

  it('takes whatever is there', () => {
    const any = fc.oneof(garbage as fc.Arbitrary<Snapshot>, fc.constant({}));
    const use = (of: Structure, changes: DraftChanges, current: Snapshot | null, data: Snapshot): void => {
      const { conflicts } = mergeDraft({ changes, current, structure: of });
      const resolve = Object.fromEntries(conflicts.map(({ path }) => [path, 'current' as const]));
      accept({ changes, current, structure: of });
      const accepted = accept({ changes, current, structure: of, resolve });
      expect(mergeDraft({ changes: accepted, current, structure: of }).conflicts).toEqual([]);
      touch({ changes, current, structure: of, data });
    };
    fc.assert(
      fc.property(structure, any, any, any, (of, changes, current, data) => {
        use(of, changes as unknown as DraftChanges, current, data);
      }),
      runs
    );
    fc.assert(
      fc.property(oddCase, (each) => {
        use(each.structure, changesOf(each), each.current, each.draft);
      }),
      runs
    );
  });
});
