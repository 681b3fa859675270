import fc from 'fast-check';
import { collectReferences, withoutMissing } from '../../server/src/core/references';
import type { Reference } from '../../server/src/core/references';
import type { Snapshot } from '../../server/src/core/snapshot';
import { garbage, spoiltSnapshotOf, structure, structureAndSnapshot } from './support/arbitraries';
import { fits, same } from './support/fits';
import {
  file,
  files,
  morphToMany,
  repeatable,
  structureWith,
  toMany,
  toOne,
  zone,
} from './support/structures';

const TAG = 'api::tag.tag';
const FILE = 'plugin::upload.file';

const article = structureWith(
  {
    cover: file,
    gallery: files,
    author: toOne('admin::user'),
    related: morphToMany,
    sections: zone('x.hero'),
    tags: toMany(TAG),
    title: { type: 'string' },
  },
  { 'x.hero': { slides: repeatable('x.slide') }, 'x.slide': { image: file, page: toOne('api::page.page') } }
);

const content: Snapshot = {
  author: { id: 7 },
  cover: { hash: 'h1', id: 1, name: 'one.png' },
  gallery: [
    { hash: 'h2', id: 2, name: 'two.png' },
    { hash: null, id: 3, name: null },
  ],
  related: [{ documentId: 'r', locale: null, type: 'api::page.page' }],
  sections: [
    { __component: 'x.gone', image: { id: 9 } },
    {
      __component: 'x.hero',
      slides: [
        {
          image: { hash: 'h4', id: 4, name: 'four.png' },
          page: { documentId: 'p', locale: 'en' },
        },
      ],
    },
  ],
  tags: [
    { documentId: 'a', locale: null },
    { documentId: 'b', locale: null },
  ],
  title: 'a',
};

describe('collectReferences', () => {
  it('finds them all, in order, with what is known of them', () => {
    const none = { documentId: null, hash: null, id: null, label: null, locale: null };
    expect(collectReferences(content, article)).toEqual([
      { ...none, path: 'author', kind: 'relation', target: 'admin::user', id: 7 },
      { ...none, path: 'cover', kind: 'media', target: FILE, id: 1, hash: 'h1', label: 'one.png' },
      { ...none, path: 'gallery[0]', kind: 'media', target: FILE, id: 2, hash: 'h2', label: 'two.png' },
      { ...none, path: 'gallery[1]', kind: 'media', target: FILE, id: 3 },
      { ...none, path: 'related[0]', kind: 'relation', target: 'api::page.page', documentId: 'r' },
      {
        ...none,
        path: 'sections[1].slides[0].image',
        kind: 'media',
        target: FILE,
        id: 4,
        hash: 'h4',
        label: 'four.png',
      },
      {
        ...none,
        path: 'sections[1].slides[0].page',
        kind: 'relation',
        target: 'api::page.page',
        documentId: 'p',
        locale: 'en',
      },
      { ...none, path: 'tags[0]', kind: 'relation', target: TAG, documentId: 'a' },
      { ...none, path: 'tags[1]', kind: 'relation', target: TAG, documentId: 'b' },
    ]);
  });

  it('passes over what it cannot read', () => {
    expect(
      collectReferences({ tags: [1, null, {}, 'a'], cover: 'x', sections: [null, 'x'] }, article)
    ).toEqual([]);
    expect(collectReferences(null as unknown as Snapshot, article)).toEqual([]);
  });
});

describe('withoutMissing', () => {
  it('empties single ones that are gone, leaves them out of lists, and names them', () => {
    const gone = new Set(['cover', 'gallery[0]', 'sections[1].slides[0].image', 'tags[0]', 'author']);
    const before = JSON.stringify(content);
    const result = withoutMissing(content, article, (reference) =>
      gone.has(reference.path) ? null : reference
    );
    expect(result.content).toEqual({
      ...content,
      author: null,
      cover: null,
      gallery: [{ hash: null, id: 3, name: null }],
      sections: [
        { __component: 'x.gone', image: { id: 9 } },
        { __component: 'x.hero', slides: [{ image: null, page: { documentId: 'p', locale: 'en' } }] },
      ],
      tags: [{ documentId: 'b', locale: null }],
    });
    expect(result.missing).toEqual([
      { path: 'author', target: 'admin::user', documentId: null, label: null },
      { path: 'cover', target: FILE, documentId: null, label: 'one.png' },
      { path: 'gallery[0]', target: FILE, documentId: null, label: 'two.png' },
      { path: 'sections[1].slides[0].image', target: FILE, documentId: null, label: 'four.png' },
      { path: 'tags[0]', target: TAG, documentId: 'a', label: null },
    ]);
    expect(JSON.stringify(content)).toBe(before);
  });

  it('uses another reference where it is told to', () => {
    const moved = (reference: Reference): Reference =>
      reference.kind === 'media' ? { ...reference, id: 100, label: 'new' } : { ...reference, locale: 'fr' };
    const { content: result, missing } = withoutMissing(
      {
        author: { id: 7 },
        cover: { hash: 'h1', id: 1, name: 'one.png' },
        related: [{ documentId: 'r', type: TAG }],
        tags: [{ documentId: 'a', locale: null }],
      },
      article,
      moved
    );
    expect(missing).toEqual([]);
    expect(result).toEqual({
      author: { id: 7, locale: 'fr' },
      cover: { hash: 'h1', id: 100, name: 'new' },
      related: [{ documentId: 'r', locale: 'fr', type: TAG }],
      tags: [{ documentId: 'a', locale: 'fr' }],
    });
  });
});

describe('references, whatever they are in', () => {
  const any = structure.chain((of) =>
    fc.record({
      structure: fc.constant(of),
      snapshot: fc.oneof(spoiltSnapshotOf(of), garbage as fc.Arbitrary<Snapshot>),
    })
  );

  it('never throw', () => {
    fc.assert(
      fc.property(any, fc.boolean(), ({ structure: of, snapshot }, isThere) => {
        collectReferences(snapshot, of);
        withoutMissing(snapshot, of, (reference) => (isThere ? { ...reference } : null));
      }),
      { numRuns: 1000 }
    );
  });

  it('stay what they are if nothing is gone', () => {
    fc.assert(
      fc.property(structureAndSnapshot, ({ structure: of, snapshot }) => {
        const { content: result, missing } = withoutMissing(snapshot, of, (reference) => reference);
        expect(same(result, snapshot)).toBe(true);
        expect(missing).toEqual([]);
      }),
      { numRuns: 500 }
    );
  });

  it('are either left or named as missing, and the content still fits', () => {
    fc.assert(
      fc.property(structureAndSnapshot, fc.func(fc.boolean()), ({ structure: of, snapshot }, isThere) => {
        const all = collectReferences(snapshot, of);
        const { content: result, missing } = withoutMissing(snapshot, of, (reference) =>
          isThere(reference.path) ? { ...reference } : null
        );
        expect(missing.map(({ path }) => path)).toEqual(
          all.filter(({ path }) => !isThere(path)).map(({ path }) => path)
        );
        expect(collectReferences(result, of)).toHaveLength(all.length - missing.length);
        expect(fits(result, of)).toBe(true);
      }),
      { numRuns: 500 }
    );
  });
});
