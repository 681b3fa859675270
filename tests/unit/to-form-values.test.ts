import { fromInput } from '../../server/src/core/input';
import { toFormValues, type RelationDelta } from '../../server/src/core/to-form-values';
import { file, files, repeatable, structureWith, toMany, toOne } from './support/structures';

const TAG = 'api::tag.tag';
const structure = structureWith(
  { title: { type: 'string' }, tags: toMany(TAG), cover: file, gallery: files, list: repeatable('c.c') },
  { 'c.c': { a: { type: 'string' }, tag: toOne(TAG) } }
);
const tag = (documentId: string) => ({ documentId, locale: null });
const media = (id: number) => ({ hash: null, id, name: null });

const valuesOf = (
  content: Record<string, unknown>,
  current: Record<string, unknown> | null
): Record<string, unknown> =>
  toFormValues({
    content,
    current,
    structure,
    fields: Object.keys(content),
    file: (id) => (id < 100 ? { id } : null),
    relation: ({ connect, disconnect }: RelationDelta) => ({
      connect: connect.map(({ reference, before }) => ({
        documentId: reference.documentId,
        position: before ? { before: before.documentId } : { end: true },
      })),
      disconnect: disconnect.map(({ documentId }) => ({ documentId })),
    }),
  });

describe('toFormValues', () => {
  it('gives files whole, those that are there', () => {
    expect(valuesOf({ cover: media(100), gallery: [media(2), media(100), media(1)] }, null)).toEqual({
      cover: null,
      gallery: [{ id: 2 }, { id: 1 }],
    });
  });

  it('gives components the rows of current', () => {
    const current = { list: [{ id: 7, a: 'x', tag: tag('t') }] };
    const content = {
      list: [
        { a: 'new', tag: tag('t') },
        { id: 7, a: 'y', tag: null },
      ],
    };
    expect(valuesOf(content, current)).toEqual({
      list: [
        { a: 'new', tag: { connect: [{ documentId: 't', position: { end: true } }], disconnect: [] } },
        { id: 7, a: 'y', tag: { connect: [], disconnect: [{ documentId: 't' }] } },
      ],
    });
  });

  it.each([
    ['ab', 'ab'],
    ['ab', 'abc'],
    ['ab', 'ba'],
    ['abc', 'xcya'],
    ['abc', ''],
    ['', 'abc'],
    ['abcd', 'dxabz'],
  ])('tells how a relation to %j becomes %j', (from, to) => {
    const list = (names: string) => ({ tags: [...names].map(tag) });
    const data = valuesOf(list(to), list(from));
    const back = fromInput({
      data,
      structure,
      over: list(from),
      find: ({ documentId }) => tag(documentId!),
      findFile: () => null,
      isOther: () => false,
    });
    expect(back).toEqual(list(to));
  });

  it('connects nothing that is there already, in its order', () => {
    const { tags } = valuesOf({ tags: [tag('a'), tag('b')] }, { tags: [tag('a'), tag('b')] });
    expect(tags).toEqual({ connect: [], disconnect: [] });
  });
});
