import fc from 'fast-check';
import type { Snapshot } from '../../server/src/core/snapshot';
import type { AttributeShape, Attributes, Structure } from '../../server/src/core/structure';
import { toInput } from '../../server/src/core/to-input';
import { garbage, snapshotOf, spoiltSnapshotOf, structure } from './support/arbitraries';
import { same } from './support/fits';
import {
  file,
  files,
  morphToMany,
  morphToOne,
  repeatable,
  single,
  structureWith,
  toMany,
  toOne,
  zone,
} from './support/structures';

const TAG = 'api::tag.tag';
const string: AttributeShape = { type: 'string' };

describe('toInput', () => {
  it('gives scalars as they are, and only what the content has', () => {
    const of = structureWith({
      data: { type: 'json' },
      secret: { type: 'password' },
      text: string,
      title: string,
    });
    const content = { data: { a: [1] }, secret: 'x', title: null, unknown: 1 };
    expect(toInput({ content, structure: of, current: null })).toEqual({ data: { a: [1] }, title: null });
    expect(toInput({ content, structure: of, current: null, fields: ['title', 'text', 'nope'] })).toEqual({
      title: null,
    });
  });

  it('sets relations, in order, single ones too', () => {
    const of = structureWith({
      author: toOne('admin::user'),
      none: toOne(TAG),
      related: morphToMany,
      tag: toOne(TAG),
      tags: toMany(TAG),
    });
    const content = {
      author: { id: 7 },
      none: null,
      related: [
        { documentId: 'r', locale: 'en', type: TAG },
        { id: 3, type: 'admin::user' },
      ],
      tag: { documentId: 'a', locale: 'en' },
      tags: [
        { documentId: 'b', locale: null },
        { documentId: 'a', id: 5, type: TAG },
      ],
    };
    expect(toInput({ content, structure: of, current: null })).toEqual({
      author: { set: [{ id: 7 }] },
      none: { set: [] },
      related: {
        set: [
          { documentId: 'r', locale: 'en', __type: TAG },
          { id: 3, __type: 'admin::user' },
        ],
      },
      tag: { set: [{ documentId: 'a', locale: 'en' }] },
      tags: { set: [{ documentId: 'b' }, { documentId: 'a' }] },
    });
  });

  it('names the type on the far side of a morph relation, where it can only be one', () => {
    const of = structureWith({ pages: { ...toMany('api::page.page'), relation: 'morphMany' } });
    const content = { pages: [{ documentId: 'a', locale: null }] };
    expect(toInput({ content, structure: of, current: null }).pages).toEqual({
      set: [{ documentId: 'a', __type: 'api::page.page' }],
    });
  });

  it('gives a morph-to-one relation without `set`, by id where that is known', () => {
    const of = structureWith({ it: morphToOne });
    const input = (it: unknown) => toInput({ content: { it }, structure: of, current: null }).it;
    expect(input(null)).toBeNull();
    expect(input({ documentId: 'a', id: 4, locale: 'en', type: TAG })).toEqual({ id: 4, __type: TAG });
    expect(input({ documentId: 'a', locale: 'en', type: TAG })).toEqual({
      documentId: 'a',
      locale: 'en',
      __type: TAG,
    });
  });

  it('gives media by id', () => {
    const of = structureWith({ cover: file, gallery: files, none: file, nothing: files });
    const media = (id: number) => ({ hash: 'h', id, name: 'n' });
    const content = { cover: media(1), gallery: [media(2), media(3)], none: null, nothing: [] };
    expect(toInput({ content, structure: of, current: null })).toEqual({
      cover: 1,
      gallery: [2, 3],
      none: null,
      nothing: [],
    });
  });

  describe('components', () => {
    const of = structureWith(
      { list: repeatable('x.card'), seo: single('x.card'), sections: zone('x.card', 'x.quote') },
      {
        'x.card': { links: repeatable('x.link'), text: string },
        'x.link': { href: string, secret: { type: 'password' } },
        'x.quote': { text: string },
      }
    );
    const card = (text: string, ...hrefs: string[]) => ({ links: hrefs.map((href) => ({ href })), text });

    it('keep the row id of those in current that they match, at every depth', () => {
      const current = {
        list: [
          {
            id: 1,
            links: [
              { href: '/a', id: 10 },
              { href: '/b', id: 11 },
            ],
            text: 'one',
          },
          { id: 2, links: [], text: 'two' },
        ],
        seo: { id: 3, links: [{ href: '/c', id: 12 }], text: 'seo' },
        sections: [
          { __component: 'x.card', id: 1, links: [], text: 'card' },
          { __component: 'x.quote', id: 1, text: 'quote' },
        ],
      };
      const content = {
        list: [card('two'), card('new one', '/b'), card('third')],
        seo: card('changed', '/c', '/d'),
        sections: [
          { __component: 'x.quote', text: 'other' },
          { __component: 'x.quote', text: 'quote' },
          { __component: 'x.card', ...card('card') },
          { __component: 'x.gone', text: 'gone' },
        ],
      };
      expect(toInput({ content, structure: of, current })).toEqual({
        list: [
          { id: 2, links: [], text: 'two' },
          { id: 1, links: [{ href: '/b', id: 11 }], text: 'new one' },
          { links: [], text: 'third' },
        ],
        seo: { id: 3, links: [{ href: '/c', id: 12 }, { href: '/d' }], text: 'changed' },
        sections: [
          { __component: 'x.quote', text: 'other' },
          { __component: 'x.quote', id: 1, text: 'quote' },
          { __component: 'x.card', id: 1, links: [], text: 'card' },
        ],
      });
    });

    it('have no id where current has nothing of the kind, whatever id the content brings', () => {
      const content = { list: [{ id: 9, ...card('a') }], seo: { id: 9, ...card('b') } };
      const expected = { list: [card('a')], seo: card('b') };
      expect(toInput({ content, structure: of, current: null })).toEqual(expected);
      expect(toInput({ content, structure: of, current: { list: [], seo: null } })).toEqual(expected);
    });

    it('are given whole, so that a row that stays keeps nothing of what it held', () => {
      const current = { seo: { id: 3, links: [{ href: '/c', id: 12 }], text: 'seo' } };
      expect(toInput({ content: { seo: {} }, structure: of, current })).toEqual({
        seo: { id: 3, links: [], text: null },
      });
    });

    it('are empty where the content has none', () => {
      const content = { list: [], seo: null, sections: null };
      expect(toInput({ content, structure: of, current: null })).toEqual({
        list: [],
        seo: null,
        sections: [],
      });
    });
  });
});

/** The content with a row id in every component, as current has it. */
const withRows = (content: Snapshot, of: Structure): Snapshot => {
  let last = 0;
  const rowsIn = (value: unknown, uid: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => rowsIn(item, uid));
    if (value === null) return null;
    const item = value as Snapshot;
    last += 1;
    const id = last;
    return { ...walk(item, of.components[uid ?? String(item.__component)]!), id };
  };
  const walk = (record: Snapshot, attributes: Attributes): Snapshot =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const shape = Object.hasOwn(attributes, name) ? attributes[name]! : { type: 'string' };
        const isNested = shape.type === 'component' || shape.type === 'dynamiczone';
        return [name, isNested ? rowsIn(value, shape.component) : value];
      })
    );
  return walk(content, of.attributes);
};

/** Row ids of components in current or in an input, each with the path of attributes to it. */
const rowsOf = (content: Snapshot, of: Structure): string[] => {
  const found: string[] = [];
  const visit = (value: unknown, uid: string | undefined, path: string): void => {
    for (const item of (Array.isArray(value) ? value : [value]) as (Snapshot | null)[]) {
      if (item === null) continue;
      const component = uid ?? String(item.__component);
      const here = `${path} ${component}`;
      if (item.id !== undefined) found.push(`${here} ${String(item.id)}`);
      walk(item, of.components[component]!, here);
    }
  };
  const walk = (record: Snapshot, attributes: Attributes, path: string): void => {
    for (const [name, shape] of Object.entries(attributes)) {
      const isNested = shape.type === 'component' || shape.type === 'dynamiczone';
      if (isNested && Object.hasOwn(record, name)) visit(record[name], shape.component, `${path}.${name}`);
    }
  };
  walk(content, of.attributes, '');
  return found.sort();
};

describe('toInput, whatever it is given', () => {
  const pair = structure.chain((of) =>
    fc.record({ of: fc.constant(of), content: snapshotOf(of), other: snapshotOf(of) })
  );

  it('keeps every row of what has not changed', () => {
    fc.assert(
      fc.property(pair, ({ of, content }) => {
        const current = withRows(content, of);
        expect(rowsOf(toInput({ content, structure: of, current }), of)).toEqual(rowsOf(current, of));
      }),
      { numRuns: 500 }
    );
  });

  it('uses only rows of current, in their places, and each but once', () => {
    fc.assert(
      fc.property(pair, ({ of, content, other }) => {
        const current = withRows(other, of);
        const used = rowsOf(toInput({ content, structure: of, current }), of);
        const there = new Set(rowsOf(current, of));
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((row) => there.has(row))).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });

  it('writes the same, whatever is there now, but for row ids', () => {
    fc.assert(
      fc.property(pair, ({ of, content, other }) => {
        const blank = toInput({ content, structure: of, current: null });
        const filled = toInput({ content, structure: of, current: withRows(other, of) });
        const stripped = toInput({ content, structure: of, current: {} });
        expect(same(stripped, blank)).toBe(true);
        expect(Object.keys(filled)).toEqual(Object.keys(blank));
        expect(rowsOf(blank, of)).toEqual([]);
      }),
      { numRuns: 500 }
    );
  });

  it('does not throw', () => {
    const any = structure.chain((of) =>
      fc.record({
        structure: fc.constant(of),
        content: fc.oneof(spoiltSnapshotOf(of), garbage as fc.Arbitrary<Snapshot>),
        current: fc.oneof(spoiltSnapshotOf(of), garbage as fc.Arbitrary<Snapshot>),
      })
    );
    fc.assert(
      fc.property(any, (params) => void toInput(params)),
      { numRuns: 1000 }
    );
  });
});
