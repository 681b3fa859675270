import fc from 'fast-check';
import { fromInput, type FindDocument } from '../../server/src/core/input';
import { changedAttributes, type Snapshot } from '../../server/src/core/snapshot';
import type { AttributeShape, Structure } from '../../server/src/core/structure';
import { toInput } from '../../server/src/core/to-input';
import { page, pageStructure } from './support/page';
import {
  file,
  files,
  morphToMany,
  repeatable,
  single,
  structureWith,
  toMany,
  toOne,
  zone,
} from './support/structures';

const TAG = 'api::tag.tag';
const string: AttributeShape = { type: 'string' };

const findAny: FindDocument = ({ documentId, id, locale }) =>
  documentId === null ? { id: id! } : { documentId, locale: locale ?? null };

const read = (
  structure: Structure,
  data: Record<string, unknown>,
  { over = null, find = findAny }: { over?: Snapshot | null; find?: FindDocument } = {}
): Snapshot =>
  fromInput({
    data,
    structure,
    over,
    find,
    findFile: (id) => (id < 100 ? { hash: `h${id}`, id, name: null } : null),
    isOther: (_uid, name) => name === 'password',
  });

const tags = structureWith({ tags: toMany(TAG), tag: toOne(TAG), anywhere: morphToMany });
const ids = (value: unknown): unknown[] =>
  (value as { documentId: string }[]).map(({ documentId }) => documentId);
const linked = (...documentIds: string[]) => ({
  tags: documentIds.map((documentId) => ({ documentId, locale: null })),
});

/** No relation has the same document twice. */
const withoutRepetition = (content: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) =>
      pageStructure.attributes[name]?.type === 'relation' && Array.isArray(value)
        ? [name, [...new Map(value.map((item) => [JSON.stringify(item), item])).values()]]
        : [name, value]
    )
  );

describe('fromInput', () => {
  it('undoes toInput', () => {
    fc.assert(
      fc.property(page.map(withoutRepetition), (content) => {
        const data = toInput({ content, structure: pageStructure, current: null });
        const back = read(pageStructure, data);
        expect(changedAttributes(content, back, pageStructure)).toEqual([]);
      }),
      { numRuns: 300 }
    );
  });

  it('reads a relation in each of the ways in which Strapi takes it', () => {
    const over = linked('a', 'b', 'c');
    const listOf = (value: unknown) => ids(read(tags, { tags: value }, { over }).tags);
    expect(listOf(['x', { documentId: 'y' }])).toEqual(['x', 'y']);
    expect(listOf({ set: [{ documentId: 'x' }] })).toEqual(['x']);
    expect(listOf(null)).toEqual([]);
    expect(listOf({ connect: ['d'], disconnect: [{ documentId: 'b' }] })).toEqual(['a', 'c', 'd']);
    expect(listOf({ connect: [{ documentId: 'd', position: { start: true } }] })).toEqual([
      'd',
      'a',
      'b',
      'c',
    ]);
    expect(listOf({ connect: [{ documentId: 'd', position: { before: 'b' } }] })).toEqual([
      'a',
      'd',
      'b',
      'c',
    ]);
    expect(listOf({ connect: [{ documentId: 'd', position: { after: 'b' } }] })).toEqual([
      'a',
      'b',
      'd',
      'c',
    ]);
    expect(listOf({ connect: [{ documentId: 'a', position: { end: true } }] })).toEqual(['b', 'c', 'a']);
    expect(listOf({ connect: [{ documentId: 'a' }, { documentId: 'a' }] })).toEqual(['b', 'c', 'a']);
    expect(
      read(tags, { tag: { connect: ['b'] } }, { over: { tag: { documentId: 'a', locale: null } } }).tag
    ).toEqual({
      documentId: 'b',
      locale: null,
    });
    expect(
      read(tags, { tag: { disconnect: ['a'] } }, { over: { tag: { documentId: 'a', locale: null } } }).tag
    ).toBeNull();
    expect(read(tags, { anywhere: [{ documentId: 'a', __type: TAG }] }).anywhere).toEqual([
      { documentId: 'a', locale: null, type: TAG },
    ]);
  });

  it('keeps a reference whose target is gone, where it was there before', () => {
    const find: FindDocument = () => null;
    expect(ids(read(tags, { tags: { set: ['a'] } }, { over: linked('a'), find }).tags)).toEqual(['a']);
    expect(() => read(tags, { tags: ['b'] }, { over: linked('a'), find })).toThrow(
      'tags: there is no api::tag.tag "b"'
    );
  });

  it('takes a component by its row, and of the row what is not said', () => {
    const of = structureWith(
      { one: single('c.c'), list: repeatable('c.c'), zone: zone('c.c', 'c.d') },
      { 'c.c': { a: string, b: string }, 'c.d': { a: { type: 'integer', default: 7 } } }
    );
    const over = {
      one: { id: 1, a: 'a', b: 'b' },
      list: [{ id: 2, a: 'a', b: 'b' }],
      zone: [{ __component: 'c.c', id: 3, a: 'a', b: 'b' }],
    };
    const data = {
      one: { id: 1, a: 'x' },
      list: [{ a: 'new' }, { id: 2, b: 'y' }, { id: 2, a: 'copy' }, { id: 99, a: 'unknown' }],
      zone: [{ __component: 'c.d' }, { __component: 'c.c', id: '3', a: 'z' }],
    };
    expect(read(of, data, { over })).toEqual({
      one: { id: 1, a: 'x', b: 'b' },
      list: [
        { a: 'new', b: null },
        { id: 2, a: 'a', b: 'y' },
        { a: 'copy', b: null },
        { a: 'unknown', b: null },
      ],
      zone: [
        { __component: 'c.d', a: 7 },
        { __component: 'c.c', id: 3, a: 'z', b: 'b' },
      ],
    });
    expect(read(of, { one: { a: 'x' } }, { over })).toEqual({ one: { a: 'x', b: null } });
    expect(read(of, { one: null, list: [], zone: null })).toEqual({ one: null, list: [], zone: [] });
  });

  it.each([
    ['datetime', '2024-02-29T12:30:00Z', '2024-02-29T12:30:00.000Z'],
    ['timestamp', '2024-02-29T12:30:00Z', '1709209800000'],
    ['date', '2024-02-29T00:00:00.000Z', '2024-02-29'],
    ['time', '12:30', '12:30:00.000'],
    ['biginteger', 12, '12'],
    ['integer', '12', 12],
    ['integer', '', null],
    ['string', '', ''],
    ['json', '{"a":1}', { a: 1 }],
    ['json', '{"a":', '{"a":'],
    ['boolean', false, false],
  ])('reads %s %j as it is read back', (type, value, expected) => {
    expect(read(structureWith({ x: { type } }), { x: value })).toEqual({ x: expected });
  });

  it.each([
    [{ nope: 1 }, 'nope: no such attribute'],
    [{ when: 'soon' }, 'when: is no date'],
    [{ photo: 'x' }, 'photo: is no file'],
    [{ photo: 100 }, 'photo: there is no file with id 100'],
    [{ list: {} }, 'list: is a list of components'],
    [{ list: ['x'] }, 'list[0]: is no component'],
    [{ list: [{ nope: 1 }] }, 'list[0].nope: no such attribute'],
    [{ tag: {} }, 'tag: is no relation'],
    [{ tag: { connect: [], also: [] } }, 'tag: "also" is not known'],
  ])('refuses %j', (data, message) => {
    const of = structureWith(
      { when: { type: 'date' }, photo: file, photos: files, list: repeatable('c.c'), tag: toOne(TAG) },
      { 'c.c': { a: string } }
    );
    expect(() => read(of, data)).toThrow(message);
    expect(read(of, { password: 'x' })).toEqual({});
  });
});
