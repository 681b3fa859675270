import { project } from '../../server/src/core/project';
import type { Snapshot } from '../../server/src/core/snapshot';
import type { AttributeShape, Structure } from '../../server/src/core/structure';
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

/** One attribute, called `it`, from one shape to another. */
const change = (value: unknown, from: AttributeShape | null, to: AttributeShape) => {
  const components = { 'x.a': { text: string }, 'x.b': { text: string } };
  const { content, dropped } = project({
    snapshot: { it: value },
    from: from && structureWith({ it: from }, components),
    to: structureWith({ it: to }, components),
  });
  return { it: content.it, dropped };
};

const kept = (it: unknown) => ({ it, dropped: [] });
const gone = (reason: string, it: unknown = null, path = 'it') => ({ it, dropped: [{ path, reason }] });

describe('project: attributes', () => {
  it('leaves out what the schema no longer has, and says so where it held something', () => {
    const from = structureWith({ old: string, empty: string, none: files, title: string });
    const to = structureWith({ title: string });
    const snapshot = { old: 'x', empty: null, none: [], title: 'T' };
    expect(project({ snapshot, from, to })).toEqual({
      content: { title: 'T' },
      dropped: [{ path: 'old', reason: 'attribute-removed' }],
      added: [],
    });
  });

  it('has new attributes with their default, or empty', () => {
    const to = structureWith(
      {
        flag: { type: 'boolean', default: false },
        colour: { type: 'enumeration', enum: ['red'], default: 'blue' },
        number: { type: 'biginteger', default: 5 },
        data: { type: 'json', default: { a: 1 } },
        text: string,
        tags: toMany(TAG),
        tag: toOne(TAG),
        cover: file,
        images: files,
        seo: single('x.a'),
        list: repeatable('x.a'),
        body: zone('x.a'),
      },
      { 'x.a': { text: string } }
    );
    const { content, added } = project({ snapshot: {}, from: structureWith({}), to });
    expect(content).toEqual({
      flag: false,
      colour: null,
      number: '5',
      data: { a: 1 },
      text: null,
      tags: [],
      tag: null,
      cover: null,
      images: [],
      seo: null,
      list: [],
      body: [],
    });
    expect(content.data).not.toBe(to.attributes.data!.default);
    expect(Object.keys(content)).toEqual([...Object.keys(content)].sort());
    expect(added).toEqual(Object.keys(content).map((path) => ({ path })));
  });

  it('keeps an empty value empty, default or not', () => {
    expect(change(null, string, { type: 'string', default: 'x' })).toEqual(kept(null));
    expect(change(null, files, string)).toEqual(kept(null));
    expect(change([], files, string)).toEqual(kept(null));
    expect(change(null, string, files)).toEqual(kept([]));
    expect(change([], { type: 'json' }, { type: 'json' })).toEqual(kept([]));
  });

  it('converts a changed type where nothing is lost, else falls back to the default', () => {
    expect(change(5, { type: 'integer' }, string)).toEqual(kept('5'));
    expect(change('five', string, { type: 'integer' })).toEqual(gone('type-changed'));
    expect(change('five', string, { type: 'integer', default: 3 })).toEqual(gone('type-changed', 3));
    expect(change('x', string, { type: 'json' })).toEqual(gone('type-changed'));
  });

  it('drops a value that an enumeration no longer allows', () => {
    const enumeration = (...values: string[]): AttributeShape => ({ type: 'enumeration', enum: values });
    expect(change('red', enumeration('red'), enumeration('red', 'blue'))).toEqual(kept('red'));
    expect(change('red', enumeration('red'), enumeration('blue'))).toEqual(gone('value-not-allowed'));
    expect(change('red', enumeration('red'), { ...enumeration('blue'), default: 'blue' })).toEqual(
      gone('value-not-allowed', 'blue')
    );
    expect(change('red', string, enumeration('red'))).toEqual(kept('red'));
    expect(change('red', string, enumeration('blue'))).toEqual(gone('type-changed'));
    expect(change('red', null, enumeration('blue'))).toEqual(gone('value-not-allowed'));
  });

  it('never has a password', () => {
    const password: AttributeShape = { type: 'password' };
    const of = (it: AttributeShape) => structureWith({ it });
    expect(project({ snapshot: { it: 'x' }, from: of(string), to: of(password) })).toEqual({
      content: {},
      dropped: [{ path: 'it', reason: 'type-changed' }],
      added: [],
    });
    expect(project({ snapshot: { it: 'x' }, from: of(password), to: of(string) })).toEqual({
      content: { it: null },
      dropped: [],
      added: [{ path: 'it' }],
    });
  });

  it('takes attributes called like what every object has for what they are', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty'];
    const to = structureWith(Object.fromEntries(names.map((name) => [name, string])));
    const snapshot = JSON.parse('{"__proto__":"a","constructor":"b"}') as Snapshot;
    const { content, added } = project({ snapshot, from: null, to });
    expect(JSON.stringify(content)).toBe('{"__proto__":"a","constructor":"b","hasOwnProperty":null}');
    expect(added).toEqual([{ path: 'hasOwnProperty' }]);
    expect(project({ snapshot, from: null, to: structureWith({}) }).dropped).toHaveLength(2);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('project: references', () => {
  const a = { documentId: 'a', locale: null };
  const b = { documentId: 'b', locale: 'en' };
  const image = { hash: 'h', id: 1, name: 'n.png' };

  it('keeps them while they point at the same', () => {
    expect(change(a, toOne(TAG), toOne(TAG))).toEqual(kept(a));
    expect(change([a, b], toMany(TAG), toMany(TAG))).toEqual(kept([a, b]));
    expect(change([image], files, files)).toEqual(kept([image]));
    expect(change(a, toOne(TAG), toOne('api::page.page'))).toEqual(gone('type-changed'));
    expect(change([a], toMany(TAG), morphToMany)).toEqual(gone('type-changed', []));
    expect(change([a], toMany(TAG), files)).toEqual(gone('type-changed', []));
    expect(change('x', string, files)).toEqual(gone('type-changed', []));
  });

  it('goes from one to many, and from many to one where there is no more than one', () => {
    expect(change(a, toOne(TAG), toMany(TAG))).toEqual(kept([a]));
    expect(change([a], toMany(TAG), toOne(TAG))).toEqual(kept(a));
    expect(change([], toMany(TAG), toOne(TAG))).toEqual(kept(null));
    expect(change([a, b], toMany(TAG), toOne(TAG))).toEqual(gone('type-changed'));
    expect(change(image, file, files)).toEqual(kept([image]));
    expect(change([image], files, file)).toEqual(kept(image));
    expect(change([image, image], files, file)).toEqual(gone('type-changed'));
  });

  it('leaves out of a list what is no reference', () => {
    expect(change([a, 5, null, {}, b], toMany(TAG), toMany(TAG))).toEqual({
      it: [a, b],
      dropped: [
        { path: 'it[1]', reason: 'value-not-allowed' },
        { path: 'it[3]', reason: 'value-not-allowed' },
      ],
    });
    expect(change({ ...a, type: TAG }, null, toOne(TAG))).toEqual(kept({ ...a, type: TAG }));
    expect(change({ ...a, type: 'api::page.page' }, null, toOne(TAG))).toEqual(gone('type-changed'));
    expect(change([a, { ...b, type: TAG }], null, morphToMany)).toEqual(
      gone('type-changed', [{ ...b, type: TAG }], 'it[0]')
    );
    expect(change({ id: '1' }, file, file)).toEqual(gone('value-not-allowed'));
  });
});

describe('project: components', () => {
  const item = { text: 'a' };
  const other = { text: 'b' };

  it('goes from one to a list, and from a list to one where there is no more than one', () => {
    expect(change(item, single('x.a'), single('x.a'))).toEqual(kept(item));
    expect(change(item, single('x.a'), repeatable('x.a'))).toEqual(kept([item]));
    expect(change([item], repeatable('x.a'), single('x.a'))).toEqual(kept(item));
    expect(change([], repeatable('x.a'), single('x.a'))).toEqual(kept(null));
    expect(change([item, other], repeatable('x.a'), single('x.a'))).toEqual(gone('type-changed'));
  });

  it('goes into a dynamic zone that allows them, and out of one that holds nothing else', () => {
    const tagged = { __component: 'x.a', ...item };
    const alien = { __component: 'x.b', ...other };
    expect(change([item, other], repeatable('x.a'), zone('x.a'))).toEqual(
      kept([tagged, { ...tagged, ...other }])
    );
    expect(change([tagged], zone('x.a'), repeatable('x.a'))).toEqual(kept([item]));
    expect(change([tagged, alien], zone('x.a', 'x.b'), repeatable('x.a'))).toEqual(gone('type-changed', []));
  });

  it('drops them when the attribute is of another component, or of something else', () => {
    expect(change(item, single('x.a'), single('x.b'))).toEqual(gone('type-changed'));
    expect(change([item], repeatable('x.a'), repeatable('x.b'))).toEqual(gone('type-changed', []));
    expect(change(item, single('x.a'), string)).toEqual(gone('type-changed'));
    expect(change('x', string, single('x.a'))).toEqual(gone('type-changed'));
    expect(change({ a: 1 }, { type: 'json' }, single('x.a'))).toEqual(gone('type-changed'));
    expect(change(item, single('x.gone'), single('x.a'))).toEqual(gone('component-removed'));
    expect(change(item, single('x.gone'), single('x.gone'))).toEqual(gone('component-removed'));
  });

  it('removes from a dynamic zone what may no longer be in it, and keeps the rest', () => {
    const [a, b, c] = ['x.a', 'x.b', 'x.gone'].map((uid) => ({ __component: uid, text: uid }));
    expect(change([c, a, b, 'x', {}, null, a], zone('x.a', 'x.b', 'x.gone'), zone('x.a'))).toEqual({
      it: [a, a],
      dropped: [
        { path: 'it[0]', reason: 'component-removed' },
        { path: 'it[2]', reason: 'component-not-allowed' },
        { path: 'it[3]', reason: 'value-not-allowed' },
        { path: 'it[4]', reason: 'value-not-allowed' },
      ],
    });
  });

  it('can be told that a component still exists that the type has no use for', () => {
    const to = structureWith({ it: zone('x.a') }, { 'x.a': { text: string } });
    const snapshot = { it: [{ __component: 'x.b', text: 'b' }] };
    expect(project({ snapshot, from: null, to }).dropped[0]!.reason).toBe('component-removed');
    const hasComponent = (uid: string) => uid === 'x.b';
    expect(project({ snapshot, from: null, to, hasComponent }).dropped[0]!.reason).toBe(
      'component-not-allowed'
    );
  });

  it('does the same inside of components, at any depth', () => {
    const link: Record<string, AttributeShape> = { href: string, label: string };
    const from = structureWith(
      { seo: single('x.seo'), sections: zone('x.hero', 'x.quote') },
      {
        'x.seo': { metaTitle: { type: 'integer' }, gone: string },
        'x.hero': { links: repeatable('x.link'), tone: { type: 'enumeration', enum: ['loud', 'soft'] } },
        'x.link': link,
        'x.quote': { text: string },
      }
    );
    const to = structureWith(
      { seo: repeatable('x.seo'), sections: zone('x.hero') },
      {
        'x.seo': { metaTitle: { type: 'boolean' } },
        'x.hero': {
          links: repeatable('x.link'),
          tone: { type: 'enumeration', enum: ['soft'], default: 'soft' },
        },
        'x.link': { href: string, target: { type: 'string', default: '_self' } },
      }
    );
    const snapshot = {
      seo: { metaTitle: 5, gone: 'x', id: 12 },
      sections: [
        { __component: 'x.quote', text: 'q' },
        { __component: 'x.hero', id: 3, tone: 'loud', links: [null, { href: '/', label: 'Home' }] },
      ],
    };
    expect(project({ snapshot, from, to })).toEqual({
      content: {
        sections: [{ __component: 'x.hero', links: [{ href: '/', target: '_self' }], tone: 'soft' }],
        seo: [{ metaTitle: null }],
      },
      dropped: [
        { path: 'sections[0]', reason: 'component-removed' },
        { path: 'sections[1].links[1].label', reason: 'attribute-removed' },
        { path: 'sections[1].tone', reason: 'value-not-allowed' },
        { path: 'seo.gone', reason: 'attribute-removed' },
        { path: 'seo.metaTitle', reason: 'type-changed' },
      ],
      added: [{ path: 'sections[1].links[1].target' }],
    });
  });
});

describe('project: locales', () => {
  const of = (isLocalized: boolean): Structure =>
    structureWith(
      {
        price: { type: 'integer', localized: isLocalized },
        title: { type: 'string', localized: true },
      },
      {},
      true
    );
  const snapshot = { price: 1, title: 'titre' };
  const shared = { price: 2, title: 'title' };

  it('takes what has become shared from the default locale', () => {
    const { content } = project({ snapshot, from: of(true), to: of(false), shared });
    expect(content).toEqual({ price: 2, title: 'titre' });
    const emptied = project({ snapshot, from: of(true), to: of(false), shared: { price: null } });
    expect(emptied.content).toEqual({ price: null, title: 'titre' });
  });

  it.each([
    ['it was shared before', of(false), of(false), shared],
    ['it is localized now', of(false), of(true), shared],
    ['nothing is known of before', null, of(false), shared],
    ['there is no snapshot of the default locale', of(true), of(false), undefined],
    ['that one lacks the attribute', of(true), of(false), { title: 'title' }],
  ])('keeps its own value where %s', (_why, from, to, other) => {
    expect(project({ snapshot, from, to, shared: other }).content).toEqual(snapshot);
  });
});
