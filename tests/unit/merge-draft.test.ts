import { accept, mergeDraft, touch, type DraftChanges } from '../../server/src/core/merge';
import type { AttributeShape } from '../../server/src/core/structure';
import { repeatable, single, structureWith } from './support/structures';

const structure = structureWith(
  {
    facts: repeatable('page.fact'),
    secret: { type: 'password' },
    seo: single('page.seo'),
    text: { type: 'text' },
    title: { type: 'string' },
  },
  {
    'page.fact': { name: { type: 'string' }, value: { type: 'integer' } },
    'page.seo': { metaTitle: { type: 'string' }, terms: { type: 'string' } },
  }
);

const fact = (id: number, name: string, value = 0) => ({ id, name, value });
const current = {
  facts: [fact(1, 'a'), fact(2, 'b'), fact(3, 'c')],
  seo: { metaTitle: 's', terms: 't' },
  text: 'Text',
  title: 'A',
};

const look = (changes: DraftChanges, now: Record<string, unknown> | null = current) =>
  mergeDraft({ changes, current: now, structure });
const touched = (
  changes: DraftChanges,
  data: Record<string, unknown>,
  now: Record<string, unknown> = current
) => touch({ changes, current: now, data, structure });

describe('mergeDraft', () => {
  it('follows current where the draft touched nothing', () => {
    expect(look({})).toEqual({ content: current, modified: [], outdated: false, conflicts: [], merged: [] });
  });

  it('is current with the changes', () => {
    expect(look({ title: { base: 'A', value: 'B' } })).toEqual({
      content: { ...current, title: 'B' },
      modified: ['title'],
      outdated: false,
      conflicts: [],
      merged: [],
    });
  });

  it('says what came in, and what is in conflict', () => {
    const changes = {
      title: { base: 'A', value: 'B' },
      seo: { base: { metaTitle: 's', terms: 't' }, value: { metaTitle: 'S', terms: 't' } },
    };
    const now = { ...current, title: 'C', seo: { metaTitle: 's', terms: 'T' }, text: 'New' };
    expect(look(changes, now)).toEqual({
      content: { ...now, title: 'B', seo: { metaTitle: 'S', terms: 'T' } },
      modified: ['seo', 'title'],
      outdated: true,
      conflicts: [{ path: 'title', kind: 'changed-both', base: 'A', draft: 'B', current: 'C' }],
      merged: [{ path: 'seo.terms', kind: 'changed' }],
    });
  });

  it('has modified nothing that upstream changed alike', () => {
    const { modified, outdated } = look({ title: { base: 'A', value: 'B' } }, { ...current, title: 'B' });
    expect({ modified, outdated }).toEqual({ modified: [], outdated: true });
  });

  it('is a document that does not exist yet', () => {
    expect(look({ title: { base: null, value: 'B' } }, null)).toMatchObject({
      content: { title: 'B' },
      modified: ['title'],
    });
  });

  it('passes over what today has no attribute for, and passwords', () => {
    const changes = {
      gone: { base: 1, value: 2 },
      secret: { base: null, value: 'x' },
      toString: { base: 1, value: 2 },
    };
    expect(look(changes).content).toEqual(current);
  });

  it('knows attributes by any name', () => {
    const name = '__proto__';
    const of = structureWith(JSON.parse(`{"${name}":{"type":"string"}}`) as Record<string, AttributeShape>);
    const changes = JSON.parse(`{"${name}":{"base":"a","value":"b"}}`) as DraftChanges;
    const now = JSON.parse(`{"${name}":"c"}`) as Record<string, unknown>;
    const { content, conflicts } = mergeDraft({ changes, current: now, structure: of });
    expect(JSON.stringify(content)).toBe(`{"${name}":"b"}`);
    expect(conflicts).toMatchObject([{ path: name }]);
    const resolve = JSON.parse(`{"${name}":"current"}`) as Record<string, 'current'>;
    expect(accept({ changes, current: now, structure: of, resolve })).toEqual({});
  });
});

describe('accept', () => {
  const changes: DraftChanges = {
    title: { base: 'A', value: 'B' },
    text: { base: 'Text', value: 'Mine' },
    facts: {
      base: current.facts,
      value: [fact(1, 'mine'), fact(2, 'b'), fact(4, 'new')],
    },
  };
  const now = {
    ...current,
    title: 'C',
    text: 'Mine',
    facts: [fact(2, 'b', 5), fact(1, 'theirs'), fact(3, 'c', 9)],
  };

  it('has what it looks like, over current with what is in conflict as it was', () => {
    const accepted = accept({ changes, current: now, structure });
    expect(accepted).toEqual({
      title: { base: 'A', value: 'B' },
      facts: {
        base: [fact(2, 'b', 5), fact(1, 'a'), fact(3, 'c')],
        value: [fact(2, 'b', 5), fact(4, 'new'), fact(1, 'mine')],
      },
    });
    expect(accept({ changes: accepted, current: now, structure })).toEqual(accepted);
    const paths = ['facts[2].name', 'facts[2]', 'title'];
    expect(look(accepted, now)).toMatchObject({ merged: [], conflicts: paths.map((path) => ({ path })) });
  });

  it('resolves what it is told, and nothing else', () => {
    const resolve = { 'facts[2].name': 'draft', title: 'draft' } as const;
    const accepted = accept({ changes, current: now, structure, resolve });
    expect(accepted.title).toEqual({ base: 'C', value: 'B' });
    expect(look(accepted, now).conflicts).toMatchObject([{ path: 'facts[2]', kind: 'removed-in-draft' }]);
  });

  it('leaves a draft as it is that is not outdated', () => {
    const replaced = { facts: { base: current.facts, value: [{ name: 'n', value: 7 }] } };
    expect(accept({ changes: replaced, current, structure })).toEqual(replaced);
  });

  it('resolves each conflict as it is told, by its path', () => {
    expect(look(changes, now).conflicts.map(({ path, kind }) => [path, kind])).toEqual([
      ['facts[2].name', 'changed-both'],
      ['facts[2]', 'removed-in-draft'],
      ['title', 'changed-both'],
    ]);
    const resolve = {
      title: 'current',
      'facts[2]': 'current',
      'facts[2].name': 'draft',
      other: 'current',
    } as const;
    expect(accept({ changes, current: now, structure, resolve })).toEqual({
      facts: { base: now.facts, value: [fact(2, 'b', 5), fact(4, 'new'), fact(1, 'mine'), fact(3, 'c', 9)] },
    });
  });

  it('keeps the paths, however others are resolved', () => {
    const base = [fact(1, 'a'), fact(2, 'b'), fact(3, 'c')];
    const draft = { facts: { base, value: [fact(1, 'A'), fact(2, 'B'), fact(3, 'C')] } };
    const without = { ...current, facts: [fact(2, '2'), fact(3, '3')] };
    const resolve = { 'facts[0]': 'current', 'facts[2].name': 'current' } as const;
    expect(accept({ changes: draft, current: without, structure, resolve })).toEqual({
      facts: { base: [fact(2, 'b'), fact(3, '3')], value: [fact(2, 'B'), fact(3, '3')] },
    });
  });

  it('resolves the order', () => {
    const base = current.facts;
    const [one, two, three] = base as [unknown, unknown, unknown];
    const draft = { facts: { base, value: [three, one, two, { name: 'n', value: 0 }] } };
    const moved = { ...current, facts: [two, one, three] };
    expect(look(draft, moved).conflicts).toMatchObject([{ path: 'facts', kind: 'moved-both' }]);
    const { facts } = accept({ changes: draft, current: moved, structure, resolve: { facts: 'current' } });
    expect(facts!.value).toEqual([two, { name: 'n', value: 0 }, one, three]);
  });

  it('keeps what today has no attribute for', () => {
    const gone = { gone: { base: 1, value: 2 } };
    expect(accept({ changes: gone, current, structure })).toEqual(gone);
  });
});

describe('touch', () => {
  it('begins with what current has', () => {
    expect(touched({}, { title: 'B', gone: 1, secret: 'x', text: undefined })).toEqual({
      title: { base: 'A', value: 'B' },
    });
  });

  it('keeps the base, and drops out what is as it was', () => {
    const changes = touched({}, { title: 'B', text: 'Mine' });
    expect(touched(changes, { title: 'C' })).toEqual({ ...changes, title: { base: 'A', value: 'C' } });
    expect(touched(changes, { title: 'A' })).toEqual({ text: changes.text });
  });

  it('keeps what is in conflict so, until it is resolved', () => {
    const changes = touched({}, { title: 'B' });
    const now = { ...current, title: 'C' };
    const again = touched(changes, { title: 'B2' }, now);
    expect(again).toEqual({ title: { base: 'A', value: 'B2' } });
    expect(look(again, now).conflicts).toMatchObject([{ path: 'title' }]);
  });

  it('means what was typed, though it be what it was', () => {
    const now = { ...current, title: 'C' };
    expect(touched(touched({}, { title: 'B' }), { title: 'A' }, now)).toEqual({
      title: { base: 'C', value: 'A' },
    });
    expect(touched(touched({}, { title: 'B' }), { title: 'C' }, now)).toEqual({});
  });

  it("does not make upstream's changes the draft's own", () => {
    const changes = touched({}, { facts: [fact(1, 'mine'), fact(2, 'b'), fact(3, 'c')] });
    const now = { ...current, facts: [fact(1, 'theirs'), fact(2, 'b', 5), fact(3, 'c'), fact(4, 'd')] };
    const seen = look(changes, now).content.facts as unknown[];
    const next = touched(changes, { facts: [...seen.slice(0, 3), fact(4, 'd', 1)] }, now);
    // The second item came in, and goes on as it does upstream; the first one is in conflict as it was.
    const later = { ...current, facts: [fact(1, 'theirs'), fact(2, 'b', 6), fact(3, 'c', 7), fact(4, 'd')] };
    const { content, conflicts, merged } = look(next, later);
    expect(content.facts).toEqual([fact(1, 'mine'), fact(2, 'b', 6), fact(3, 'c', 7), fact(4, 'd', 1)]);
    expect(conflicts.map(({ path }) => path)).toEqual(['facts[0].name']);
    expect(merged.map(({ path }) => path)).toEqual(['facts[1].value', 'facts[2].value']);
  });

  it('keeps a component that upstream removed in conflict', () => {
    const changes = touched({}, { facts: [fact(1, 'a'), fact(2, 'mine'), fact(3, 'c')] });
    const now = { ...current, facts: [fact(1, 'a', 4), fact(3, 'c')] };
    const seen = look(changes, now).content.facts as unknown[];
    const next = touched(changes, { facts: [...seen, { name: 'n', value: 0 }] }, now);
    expect(look(next, now).conflicts).toMatchObject([{ path: 'facts[1]', kind: 'removed-upstream' }]);
    expect(touched(next, { facts: now.facts }, now)).toEqual({});
  });
});
