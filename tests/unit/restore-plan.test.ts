import fc from 'fast-check';
import { planRestore } from '../../server/src/core/restore-plan';
import type { AttributeShape } from '../../server/src/core/structure';
import { structureAndSnapshot } from './support/arbitraries';
import { file, repeatable, structureWith, toMany } from './support/structures';

const string: AttributeShape = { type: 'string' };
const none = { changed: [], emptied: [], shared: [] };

const of = structureWith(
  { cards: repeatable('x.card'), cover: file, tags: toMany('api::tag.tag'), text: string, title: string },
  { 'x.card': { text: string } }
);
const revision = {
  cards: [{ text: 'a' }],
  cover: { hash: 'h', id: 1, name: 'old.png' },
  tags: [{ documentId: 'a', locale: null }],
  text: null,
  title: 'T',
};

describe('planRestore', () => {
  it('finds nothing to do where current is what the revision was', () => {
    const current = {
      ...revision,
      cards: [{ id: 5, text: 'a' }],
      cover: { hash: 'h', id: 1, name: 'renamed since.png' },
      tags: [{ documentId: 'a' }],
    };
    expect(planRestore({ revision, current, structure: of })).toEqual(none);
  });

  it('names what will change, of what is asked for', () => {
    const current = { ...revision, cards: [{ id: 5, text: 'b' }], tags: [], title: 'U' };
    expect(planRestore({ revision, current, structure: of })).toEqual({
      ...none,
      changed: ['cards', 'tags', 'title'],
    });
    expect(planRestore({ revision, current, structure: of, fields: ['title', 'text', 'nope'] })).toEqual({
      ...none,
      changed: ['title'],
    });
  });

  it('knows the order of a list as a change', () => {
    const [a, b] = [{ text: 'a' }, { text: 'b' }];
    expect(
      planRestore({
        revision: { ...revision, cards: [b, a] },
        current: { ...revision, cards: [a, b] },
        structure: of,
      }).changed
    ).toEqual(['cards']);
  });

  it('names what becomes empty because the revision had no such attribute', () => {
    const current = { ...revision, text: 'x', title: 'U' };
    expect(planRestore({ revision: { ...revision, title: null }, current, structure: of })).toEqual({
      ...none,
      changed: ['text', 'title'],
    });
    expect(planRestore({ revision, current, structure: of, added: [{ path: 'text' }] })).toEqual({
      ...none,
      changed: ['text', 'title'],
      emptied: ['text'],
    });
    const { text: _text, ...without } = revision;
    expect(planRestore({ revision: without, current, structure: of }).emptied).toEqual(['text']);
  });

  it('does not call empty what gets a default, or was empty anyway', () => {
    const added = [{ path: 'text' }, { path: 'title' }];
    const current = { ...revision, text: 'x', title: null };
    expect(
      planRestore({ revision: { ...revision, text: 'default', title: null }, current, structure: of, added })
    ).toEqual({ ...none, changed: ['text'] });
  });

  it('names what the other locales will get, too', () => {
    const attributes = { sku: { ...string, localized: false }, title: { ...string, localized: true } };
    const current = { sku: '1', title: 'a' };
    const plan = (localized: boolean, sku: string) =>
      planRestore({
        revision: { sku, title: 'b' },
        current,
        structure: structureWith(attributes, {}, localized),
      });
    expect(plan(true, '2')).toEqual({ ...none, changed: ['sku', 'title'], shared: ['sku'] });
    expect(plan(true, '1')).toEqual({ ...none, changed: ['title'] });
    expect(plan(false, '2')).toEqual({ ...none, changed: ['sku', 'title'] });
  });

  it('brings everything back where there is nothing', () => {
    expect(planRestore({ revision, current: null, structure: of })).toEqual({
      ...none,
      changed: ['cards', 'cover', 'tags', 'title'],
    });
  });

  it('has nothing to do for content that is the same, whatever it is', () => {
    fc.assert(
      fc.property(structureAndSnapshot, ({ structure, snapshot }) => {
        expect(planRestore({ revision: snapshot, current: snapshot, structure })).toEqual(none);
      })
    );
  });
});
