import fc from 'fast-check';
import type { Structure } from '../../../server/src/core/structure';
import { files, morphToMany, repeatable, single, structureWith, toMany, toOne, zone } from './structures';

/** A page with all that an editor may have in it, in a few words that come up again and again. */

export const pageStructure: Structure = structureWith(
  {
    body: { type: 'blocks' },
    category: toOne('api::category.category'),
    facts: repeatable('page.fact'),
    gallery: files,
    isWide: { type: 'boolean' },
    layout: { type: 'enumeration', enum: ['one', 'two'] },
    meta: { type: 'json' },
    sections: zone('page.fact', 'page.group'),
    seo: single('page.seo'),
    tags: toMany('api::tag.tag'),
    text: { type: 'richtext' },
    topics: morphToMany,
  },
  {
    'page.fact': { name: { type: 'string' }, text: { type: 'text' } },
    'page.group': { facts: repeatable('page.fact'), options: { type: 'json' }, seo: single('page.seo') },
    'page.seo': { image: { type: 'media', multiple: false }, title: { type: 'string' } },
  }
);

const word = fc.constantFrom(
  'the',
  'quick',
  'brown',
  'fox',
  'jumps',
  'naïve',
  '東京都',
  'に行く',
  '👩‍👧',
  '\n',
  '…'
);
const sentence = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));

const textNode = fc
  .tuple(sentence, fc.subarray(['bold', 'italic', 'code'], { maxLength: 2 }))
  .map(([text, marks]) => ({ type: 'text', text, ...Object.fromEntries(marks.map((name) => [name, true])) }));
const link = fc.record({
  type: fc.constant('link'),
  url: fc.constantFrom('/a', '/b'),
  children: fc.array(textNode, { minLength: 1, maxLength: 2 }),
});
const inline = fc.array(fc.oneof({ arbitrary: textNode, weight: 3 }, link), { minLength: 1, maxLength: 3 });
const listItem = fc.record({ type: fc.constant('list-item'), children: inline });
const list = fc.record({
  type: fc.constant('list'),
  format: fc.constantFrom('ordered', 'unordered'),
  children: fc.array(listItem, { maxLength: 4 }),
});
const block = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph', 'quote'), children: inline }),
  fc.record({ type: fc.constant('heading'), level: fc.integer({ min: 1, max: 3 }), children: inline }),
  list,
  fc.record({
    type: fc.constant('image'),
    image: fc.record({ url: fc.constantFrom('/1.png', '/2.png'), alternativeText: sentence }),
    children: fc.constant([{ type: 'text', text: '' }]),
  })
);
const reference = (ids: string[]) =>
  fc.record({ documentId: fc.constantFrom(...ids), locale: fc.constantFrom('en', 'fr', null) });
const topic = fc.oneof(
  fc.record({
    documentId: fc.constantFrom('a', 'b'),
    locale: fc.constant(null),
    type: fc.constant('api::tag.tag'),
  }),
  fc.record({ id: fc.nat(3), type: fc.constantFrom('api::tag.tag', 'api::page.page') })
);
const file = fc.nat(6).chain((id) =>
  fc.record({
    hash: fc.constant(`h${id}`),
    id: fc.constant(id),
    name: fc.constantFrom('a.png', 'b.png', null),
  })
);
const json = fc.record({
  links: fc.array(
    fc.oneof(
      fc.record({ url: fc.constantFrom('/a', '/b', '/c'), text: sentence }),
      fc.record({ id: fc.nat(5), text: sentence, 'a.b': fc.array(fc.nat(3), { maxLength: 3 }) }),
      fc.constantFrom('x', 'y', 1, null, true)
    ),
    { maxLength: 6 }
  ),
  size: fc.record({ width: fc.nat(3) }),
});
const fact = fc.record({ name: fc.constantFrom('Note', 'Size', null), text: sentence });
const seo = fc.option(fc.record({ image: fc.option(file), title: fc.option(sentence) }));
const group = fc.record({ facts: fc.array(fact, { maxLength: 3 }), options: fc.option(json), seo });

const tagged = (uid: string, content: fc.Arbitrary<Record<string, unknown>>) =>
  content.map((fields) => ({ __component: uid, ...fields }));

export const page: fc.Arbitrary<Record<string, unknown>> = fc.record({
  body: fc.option(fc.array(block, { maxLength: 6 })),
  category: fc.option(reference(['a', 'b'])),
  facts: fc.array(fact, { maxLength: 8 }),
  gallery: fc.array(file, { maxLength: 6 }),
  isWide: fc.option(fc.boolean()),
  layout: fc.constantFrom('one', 'two', null),
  meta: fc.option(json),
  sections: fc.array(fc.oneof(tagged('page.fact', fact), tagged('page.group', group)), { maxLength: 6 }),
  seo,
  tags: fc.array(reference(['a', 'b', 'c', 'd']), { maxLength: 6 }),
  text: fc.option(sentence),
  topics: fc.array(topic, { maxLength: 4 }),
});
