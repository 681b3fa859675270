import type { Schemas, SchemaJson } from '../tests/helpers/app-copy';

/**
 * The content types of the bench, added to the playground's: what is measured must not change when the playground
 * does. All have Draft & Publish. `bench-story` is not localized; `bench-tale` is the same with locales, and shares
 * what is no text between them, as most sites do.
 */

export const STORY = 'api::bench-story.bench-story';
export const TALE = 'api::bench-tale.bench-tale';
/** A page of the real history. */
export const PAGE = 'api::bench-page.bench-page';
/** What relations point at. */
export const TARGETS = {
  author: 'api::bench-author.bench-author',
  category: 'api::bench-category.bench-category',
  tags: 'api::bench-tag.bench-tag',
} as const;

const pluralOf = (name: string): string => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`);

const contentType = (uid: string, attributes: SchemaJson, pluginOptions: SchemaJson = {}): SchemaJson => {
  const name = uid.split('.')[1]!;
  return {
    kind: 'collectionType',
    collectionName: pluralOf(name).replace('-', '_'),
    info: { singularName: name, pluralName: pluralOf(name), displayName: name },
    options: { draftAndPublish: true },
    pluginOptions,
    attributes,
  };
};

const component = (name: string, attributes: SchemaJson): SchemaJson => ({
  collectionName: `components_bench_${name}s`,
  info: { displayName: name },
  options: {},
  attributes,
});

const relation = (target: string, kind: 'manyToOne' | 'manyToMany'): SchemaJson => ({
  type: 'relation',
  relation: kind,
  target,
});

const image = { type: 'media', multiple: false, allowedTypes: ['images'] };

export const SECTIONS = ['bench.prose', 'bench.quote', 'bench.callout', 'bench.figure'];

/** 19 KB of content go in here: see document.ts. */
const storyAttributes: Record<string, SchemaJson> = {
  title: { type: 'string', required: true },
  slug: { type: 'uid', targetField: 'title' },
  summary: { type: 'text' },
  body: { type: 'richtext' },
  kind: { type: 'enumeration', enum: ['report', 'essay', 'review'], default: 'report' },
  readingTime: { type: 'integer' },
  rating: { type: 'decimal' },
  featured: { type: 'boolean', default: false },
  issueDate: { type: 'date' },
  points: { type: 'component', component: 'bench.point', repeatable: true },
  sections: { type: 'dynamiczone', components: SECTIONS },
  author: relation(TARGETS.author, 'manyToOne'),
  category: relation(TARGETS.category, 'manyToOne'),
  tags: relation(TARGETS.tags, 'manyToMany'),
  cover: image,
};

const LOCALIZED = ['title', 'slug', 'summary', 'body', 'points', 'sections'];

const perLocale = (attributes: Record<string, SchemaJson>): Record<string, SchemaJson> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      { ...attribute, pluginOptions: { i18n: { localized: LOCALIZED.includes(name) } } },
    ])
  );

export const addBenchTypes = ({ contentTypes, components }: Schemas): void => {
  const name = { type: 'string', required: true };
  for (const uid of Object.values(TARGETS)) contentTypes[uid] = contentType(uid, { name });
  contentTypes[STORY] = contentType(STORY, storyAttributes);
  contentTypes[TALE] = contentType(TALE, perLocale(storyAttributes), { i18n: { localized: true } });
  contentTypes[PAGE] = contentType(PAGE, {
    title: { type: 'string' },
    label: { type: 'string' },
    order: { type: 'integer' },
    description: { type: 'text' },
    keywords: { type: 'text' },
    sections: { type: 'component', component: 'bench.section', repeatable: true },
  });

  components['bench.point'] = component('point', { heading: name, text: { type: 'text' } });
  components['bench.prose'] = component('prose', { heading: { type: 'string' }, text: { type: 'richtext' } });
  components['bench.quote'] = component('quote', { text: { type: 'text' }, by: { type: 'string' } });
  components['bench.callout'] = component('callout', {
    tone: { type: 'enumeration', enum: ['info', 'warning'], default: 'info' },
    text: { type: 'text' },
  });
  components['bench.figure'] = component('figure', { caption: { type: 'text' }, image });
  components['bench.section'] = component('section', {
    heading: { type: 'string' },
    body: { type: 'richtext' },
  });
};
