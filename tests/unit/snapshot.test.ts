import { canonicalJson, changedAttributes } from '../../server/src/core/snapshot';
import { files, repeatable, structureWith, toMany, zone } from './support/structures';

const json = { type: 'json' };

describe('changedAttributes', () => {
  const structure = structureWith(
    {
      cards: repeatable('x.card'),
      gallery: files,
      metadata: json,
      sections: zone('x.card'),
      tags: toMany('api::tag.tag'),
      title: { type: 'string' },
    },
    { 'x.card': { options: json, pictures: files, text: { type: 'string' } } }
  );
  const changed = (before: object | null, after: object) =>
    changedAttributes(before as never, after as never, structure);
  const file = (name: string) => ({ hash: 'h', id: 1, name });

  it('takes nothing for a change that changes nothing', () => {
    expect(changed({ tags: null, cards: [] }, { tags: [], title: null })).toEqual([]);
    expect(changed({ gone: 'once' }, { title: null })).toEqual([]);
    expect(changed({ gallery: [file('a.png')] }, { gallery: [file('b.png')] })).toEqual([]);
    expect(
      changed(
        { cards: [{ gone: 1, text: 'a', pictures: [file('a.png')] }] },
        { cards: [{ options: null, pictures: [file('b.png')], text: 'a' }] }
      )
    ).toEqual([]);
  });

  it('tells JSON that holds an empty list from none, and JSON that looks like a file from a file', () => {
    expect(changed({ metadata: null }, { metadata: [] })).toEqual(['metadata']);
    expect(changed({ metadata: file('a') }, { metadata: file('b') })).toEqual(['metadata']);
    const card = (options: unknown) => ({ cards: [{ options, text: 'a' }] });
    expect(changed(card(null), card([]))).toEqual(['cards']);
    expect(changed(card({ a: null }), card({}))).toEqual(['cards']);
    expect(changed(card(file('a')), card(file('b')))).toEqual(['cards']);
  });

  it('without a structure takes an empty list for nothing only where there was no attribute', () => {
    expect(changedAttributes(null, { tags: [], title: 'T' })).toEqual(['title']);
    expect(changedAttributes({}, { tags: [] })).toEqual([]);
    expect(changedAttributes({ metadata: null }, { metadata: [] })).toEqual(['metadata']);
  });

  it('tells order and type of components, and counts all that a first revision holds', () => {
    const [a, b] = [{ text: 'a' }, { text: 'b' }];
    expect(changed({ cards: [a, b] }, { cards: [b, a] })).toEqual(['cards']);
    expect(
      changed(
        { sections: [{ __component: 'x.card', ...a }] },
        { sections: [{ __component: 'x.gone', ...a }] }
      )
    ).toEqual(['sections']);
    expect(changed(null, { title: 'T', tags: [], metadata: [] })).toEqual(['metadata', 'title']);
  });
});

it('writes equal content as equal text, whatever the keys', () => {
  const odd = JSON.parse('{"b":[{"d":1,"c":2}],"__proto__":{"z":1,"a":2}}');
  expect(canonicalJson(odd)).toBe('{"__proto__":{"a":2,"z":1},"b":[{"c":2,"d":1}]}');
});
