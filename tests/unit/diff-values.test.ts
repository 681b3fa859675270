import type { Change } from '../../contracts/compare';
import { diff } from '../../server/src/core/diff';
import type { AttributeShape } from '../../server/src/core/structure';
import { file, files, morphToMany, structureWith, toMany, toOne } from './support/structures';

const changeOf = (shape: AttributeShape, from: unknown, to: unknown, budget = Infinity): Change | undefined =>
  diff({ from: { it: from }, to: { it: to }, structure: structureWith({ it: shape }), budget })[0];

describe('plain values', () => {
  it.each<[string, unknown, unknown]>([
    ['boolean', false, true],
    ['integer', 1, 2],
    ['biginteger', '9007199254740993', '9007199254740992'],
    ['decimal', 0.1, 0.2],
    ['date', '2024-01-01', '2024-01-02'],
    ['datetime', '2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00.000Z'],
    ['enumeration', 'red', 'blue'],
  ])('%s: from and to', (type, from, to) => {
    const head = { path: 'it', label: 'it', type };
    expect(changeOf({ type }, from, to)).toEqual({ ...head, kind: 'changed', from, to });
    expect(changeOf({ type }, null, to)).toEqual({ ...head, kind: 'added', to });
    expect(changeOf({ type }, from, undefined)).toEqual({ ...head, kind: 'removed', from });
    expect(changeOf({ type }, from, from)).toBeUndefined();
  });

  it('never shows a password', () => {
    expect(changeOf({ type: 'password' }, 'a', 'b')).toBeUndefined();
  });

  it('gives the plugin of a custom field all of it', () => {
    const shape = { type: 'json', customField: 'plugin::map.place' };
    expect(changeOf(shape, { x: 1, y: 1 }, { x: 1, y: 2 })).toMatchObject({
      customField: 'plugin::map.place',
      from: { x: 1, y: 1 },
      to: { x: 1, y: 2 },
      children: [{ path: 'it.y' }],
    });
  });
});

describe('references', () => {
  const tag = (documentId: string, locale: string | null = null) => ({ documentId, locale });
  const side = (documentId: string, locale: string | null = null) => ({
    target: 'api::tag.tag',
    documentId,
    id: null,
    locale,
    label: null,
  });
  const picture = (id: number, name = `${id}.png`) => ({ hash: `h${id}`, id, name });
  const pictured = (id: number, label = `${id}.png`) => ({
    target: 'plugin::upload.file',
    documentId: null,
    id,
    locale: null,
    label,
  });

  it('shows a relation to one, and a file, on both sides', () => {
    const one = toOne('api::tag.tag');
    expect(changeOf(one, tag('a'), tag('b'))).toMatchObject({
      kind: 'changed',
      from: side('a'),
      to: side('b'),
    });
    expect(changeOf(one, null, tag('b', 'en'))).toMatchObject({ kind: 'added', to: side('b', 'en') });
    expect(changeOf(file, picture(1), picture(2))).toMatchObject({ from: pictured(1), to: pictured(2) });
    expect(changeOf(file, picture(1), null)).toMatchObject({ kind: 'removed', from: pictured(1) });
    expect(changeOf(file, picture(1, 'a'), picture(1, 'b'))).toBeUndefined();
  });

  it('tells what came to a list, went and moved', () => {
    const change = changeOf(
      toMany('api::tag.tag'),
      ['a', 'b', 'c'].map((id) => tag(id)),
      ['c', 'a', 'd'].map((id) => tag(id))
    );
    expect(change).toMatchObject({ path: 'it', type: 'relation', kind: 'changed' });
    const head = { label: 'it', type: 'relation' };
    expect(change!.children).toEqual([
      { ...head, path: 'it[0]', kind: 'moved', from: side('c'), to: side('c'), fromIndex: 2, toIndex: 0 },
      { ...head, path: 'it[1]', kind: 'removed', from: side('b'), fromIndex: 1 },
      { ...head, path: 'it[2]', kind: 'added', to: side('d'), toIndex: 2 },
    ]);
    expect(changeOf(files, [picture(1)], [picture(2), picture(1, 'new name')])!.children).toEqual([
      { label: 'it', type: 'media', path: 'it[0]', kind: 'added', to: pictured(2), toIndex: 0 },
    ]);
  });

  it('knows a document again in another locale, and documents of different types apart', () => {
    expect(changeOf(toMany('api::tag.tag'), [tag('a', 'en')], [tag('a', 'fr')])!.children).toMatchObject([
      { kind: 'changed', from: side('a', 'en'), to: side('a', 'fr'), fromIndex: 0, toIndex: 0 },
    ]);
    const typed = (type: string) => ({ id: 1, type });
    expect(changeOf(morphToMany, [typed('api::a.a')], [typed('api::b.b')])!.children).toMatchObject([
      { kind: 'removed', from: { target: 'api::a.a' } },
      { kind: 'added', to: { target: 'api::b.b' } },
    ]);
  });

  it('shows as it is what is no reference, or looks the same', () => {
    expect(changeOf(file, picture(1), 'x')).toMatchObject({ from: picture(1), to: 'x', coarse: true });
    expect(changeOf(files, [], ['x'])!.children).toMatchObject([{ kind: 'added', to: 'x' }]);
    expect(changeOf(toMany('api::tag.tag'), tag('a'), [])).toMatchObject({ from: tag('a'), coarse: true });
    expect(changeOf(toOne('api::tag.tag'), tag('a'), { documentId: 'a' })).toMatchObject({
      from: tag('a'),
      to: { documentId: 'a' },
      coarse: true,
    });
  });
});

describe('JSON', () => {
  const json = { type: 'json' };
  const paths = (change: Change | undefined): unknown[] =>
    (change?.children ?? []).flatMap((child) => [[child.path, child.kind], ...paths(child)]);

  it('tells what is different below it', () => {
    const from = { links: [{ url: '/a' }, { url: '/b' }], size: 1, 'a.b': 1, gone: null };
    const to = { links: [{ url: '/a' }, { url: '/c' }], size: '1', 'a.b': 2, come: null };
    const change = changeOf(json, from, to);
    expect(change).toMatchObject({ type: 'json', kind: 'changed' });
    expect(change!.from).toBeUndefined();
    expect(paths(change)).toEqual([
      ['it["a.b"]', 'changed'],
      ['it.come', 'added'],
      ['it.gone', 'removed'],
      ['it.links', 'changed'],
      ['it.links[1]', 'changed'],
      ['it.links[1].url', 'changed'],
      ['it.size', 'changed'],
    ]);
  });

  it('finds what moved in lists, and was edited', () => {
    const link = (url: string, text: string) => ({ url, text });
    const from = [link('/a', 'first'), link('/b', 'second'), link('/c', 'third')];
    const to = [link('/c', 'third'), link('/a', '1st'), link('/b', 'second')];
    expect(paths(changeOf(json, from, to))).toEqual([
      ['it[0]', 'moved'],
      ['it[1]', 'changed'],
      ['it[1].text', 'changed'],
    ]);
    expect(changeOf(json, from, to)!.children![0]).toMatchObject({ fromIndex: 2, toIndex: 0 });
    expect(paths(changeOf(json, [1, 2, 3], [3, 1, 2]))).toEqual([['it[0]', 'moved']]);
    const byId = (id: number, text: string) => ({ id, text });
    expect(
      paths(
        changeOf(json, [byId(1, 'a'), byId(2, 'b'), byId(3, 'c')], [byId(3, 'x'), byId(1, 'a'), byId(2, 'b')])
      )
    ).toEqual([
      ['it[0]', 'moved'],
      ['it[0].text', 'changed'],
    ]);
  });

  it('takes the order of keys for nothing, and an empty list for something', () => {
    expect(changeOf(json, { a: 1, b: [2] }, { b: [2], a: 1 })).toBeUndefined();
    expect(changeOf(json, null, [])).toMatchObject({ kind: 'added', to: [] });
    expect(changeOf(json, [], {})).toMatchObject({ kind: 'changed', from: [], to: {} });
    expect(changeOf(json, 1, 'x')).toEqual({
      path: 'it',
      label: 'it',
      type: 'json',
      kind: 'changed',
      from: 1,
      to: 'x',
    });
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('shows an object with the key %s coarsely', (key) => {
    const of = (value: unknown) => JSON.parse(`{"x":1,"${key}":${JSON.stringify(value)}}`) as unknown;
    expect(changeOf(json, of(1), of(2))).toMatchObject({ from: of(1), to: of(2), coarse: true });
    expect(changeOf(json, { x: 1 }, of(2))).toMatchObject({ to: of(2), coarse: true });
  });

  it('shows coarsely what is too long, and all of it without time', () => {
    const long = (size: number, start: number) => ({
      list: Array.from({ length: size }, (_, index) => start + index),
    });
    expect(changeOf(json, long(400, 0), long(400, 1000))!.children).toMatchObject([
      { path: 'it.list', coarse: true },
    ]);
    expect(
      changeOf(json, long(3000, 0), { list: [...long(3000, 0).list, 'x'] })!.children![0]!.children
    ).toMatchObject([{ path: 'it.list[3000]', kind: 'added' }]);
    expect(changeOf(json, { a: 1 }, { a: 2 }, 0)).toMatchObject({
      from: { a: 1 },
      to: { a: 2 },
      coarse: true,
    });
  });

  it('shows coarsely what is nested deeper than one can look', () => {
    const deep = (end: unknown) => {
      let value = end;
      for (let depth = 0; depth < 50_000; depth += 1) value = [value];
      return value;
    };
    expect(changeOf(json, deep(1), deep(2))).toMatchObject({ kind: 'changed', coarse: true });
  });
});
