import type { Core } from '@strapi/strapi';

/** Edits of the playground's content as people and programs make them, chosen by a seed: a failure can be had again. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the Document Service is driven with data of every type
type Any = any;

export interface Random {
  /** 0 to below `below` */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Up to `most` of them, in any order, none twice. */
  some<T>(list: readonly T[], most?: number): T[];
}

/** mulberry32 */
export const seeded = (seed: number): Random => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(list.length)]!,
    some(list, most = list.length) {
      const left = [...list];
      return Array.from({ length: int(Math.min(most, list.length) + 1) }, () =>
        left.splice(int(left.length), 1)
      ).flat();
    },
  };
};

/** What there is to point at, and to edit. Documents by uid; all of them have an English row. */
export interface World {
  strapi: Core.Strapi;
  random: Random;
  documents: Record<string, string[]>;
  files: number[];
}

export const ARTICLE = 'api::article.article';
export const AUTHOR = 'api::author.author';
export const CATEGORY = 'api::category.category';
export const PAGE = 'api::page.page';
export const TAG = 'api::tag.tag';
export const TERM = 'api::glossary-term.glossary-term';
export const HOMEPAGE = 'api::homepage.homepage';
export const SETTINGS = 'api::site-setting.site-setting';

export const SECRET = 'Pa55word-never-recorded';

const TEXTS = [
  '',
  'plain',
  'it\'s "quoted" and \\ back\\slashed \\n \\u0041',
  'line\nbreak\r\n\ttab',
  '😀 👩‍👩‍👧 ünïcödé e\u0301 漢字 \u202e',
  '\u0001\u0008\u001f\u007f\u0085\u2028\ufeff',
  '  around  ',
  "%s ? ?? :name $1 {} [] '); --",
  '</script><!--',
  '0',
  'null',
  'x'.repeat(180),
];

const NUMBERS: Record<string, unknown[]> = {
  integer: [0, 1, -1, 2147483647, -2147483648],
  biginteger: ['0', '-1', '9007199254740993', '9223372036854775807', '-9223372036854775808'],
  // the column is a decimal(10, 2)
  decimal: [0, 4.5, -0.01, 99999999.99, 0.1, -12345678.91],
  float: [0, 0.1 + 0.2, Math.PI, 1 / 3, -1e-7, 123456789.12345679, 1e21, 1.7976931348623157e308, 5e-300],
};

const MOMENTS: Record<string, unknown[]> = {
  date: ['1970-01-01', '2024-02-29', '1000-01-01', '9999-12-31'],
  time: ['00:00:00.000', '23:59:59.999', '12:30:00.500'],
  timestamp: ['1970-01-01T00:00:00.001Z', '2024-02-29T23:59:59.999Z'],
  datetime: ['1970-01-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z', '2038-01-19T03:14:08.001Z'],
};

/** No text at the top: the databases do not agree on what Strapi makes of it. */
const JSONS: unknown[] = [
  {},
  [],
  [[], [[{}]], null],
  { z: 1, a: { d: [1, [2, [{ z: null }]]], c: '' }, A: true },
  JSON.parse('{"__proto__":{"x":1},"constructor":"c","":"empty","toString":null}'),
  { 10: 'ten', 9: 'nine', é: 1, '😀': ['\\', '"', '\n', '\u0001'] },
  [0.1 + 0.2, 1e100, -0.000001, 9007199254740991, 1 / 3],
  { id: 3, hash: 'not a file', name: 'but looks like one' },
  [{ documentId: 'nor', locale: 'a relation' }],
  12.5,
  7,
];

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const randomBlocks = (random: Random): unknown => [
  ...random.some(TEXTS, 3).map(paragraph),
  ...random.some<unknown>(
    [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Head', bold: true, italic: true }] },
      {
        type: 'list',
        format: 'ordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: 'One' }] }],
      },
      {
        type: 'quote',
        children: [
          { type: 'link', url: 'https://example.com/?a=1&b=2', children: [{ type: 'text', text: 'there' }] },
        ],
      },
      { type: 'code', language: 'ts', children: [{ type: 'text', text: 'const a = `${b}`;\n' }] },
    ],
    2
  ),
  paragraph(''),
];

let counter = 0;
/** A text that no other call gives, for what has to be unique. */
const uniqueText = () => `unique-${process.pid}-${counter++}`;

const randomText = (random: Random, { maxLength = 180, required }: Any): string => {
  const texts = TEXTS.map((text) => (text.length > maxLength ? 'x'.repeat(maxLength) : text));
  return random.pick(required ? texts.filter((text) => text.trim() !== '') : texts);
};

const LOCALIZED = [ARTICLE, TERM, HOMEPAGE];

/** What a document in this locale may point at: Strapi links a localized target in the same locale. */
const targetsOf = async ({ strapi, documents }: World, target: string, locale: string): Promise<string[]> => {
  if (!LOCALIZED.includes(target) || locale === 'en') return documents[target] ?? [];
  const rows = await strapi.db.query(target as never).findMany({ where: { locale } as never });
  return (documents[target] ?? []).filter((id) => rows.some(({ documentId }) => documentId === id));
};

/** Morph relations are by row id. */
const MORPH_TARGETS = [AUTHOR, CATEGORY, TAG];

/** The draft's where there is one. */
export const rowIdOf = async (strapi: Core.Strapi, uid: string, documentId: string): Promise<number> => {
  const { options } = strapi.getModel(uid as never) as Any;
  const where = { documentId, ...(options?.draftAndPublish && { publishedAt: null }) };
  return (await strapi.db.query(uid as never).findOne({ where } as never)).id;
};

const morphItem = async (world: World): Promise<Any> => {
  const type = world.random.pick(MORPH_TARGETS);
  const documentId = world.random.pick(world.documents[type]!);
  return { id: await rowIdOf(world.strapi, type, documentId), __type: type };
};

const randomRelation = async (world: World, attribute: Any, locale: string): Promise<unknown> => {
  const { random } = world;
  const { relation, target } = attribute;
  if (relation === 'morphToOne') return random.chance(0.2) ? null : morphItem(world);
  if (relation === 'morphToMany') {
    const items = await Promise.all(
      // Strapi takes an empty `set` for no change here
      Array.from({ length: 1 + random.int(3) }, () => morphItem(world))
    );
    return {
      set: items.filter(
        (item, index) =>
          items.findIndex((other) => other.id === item.id && other.__type === item.__type) === index
      ),
    };
  }
  const targets = await targetsOf(world, target, locale);
  // Strapi looks up no documentId for these
  if (attribute.useJoinTable === false) {
    return targets.length > 0 && random.chance(0.8)
      ? rowIdOf(world.strapi, target, random.pick(targets))
      : null;
  }
  const most = /ToMany$|morphMany/.test(relation) ? 4 : 1;
  return {
    set: random.some(targets, most).map((documentId) => ({
      documentId,
      ...(LOCALIZED.includes(target) && { locale }),
      ...(attribute.morphBy && { __type: target }),
    })),
  };
};

const randomValue = async (world: World, attribute: Any, locale: string): Promise<unknown> => {
  const { random, files } = world;
  const { type, required } = attribute;
  if (!required && !['relation', 'component', 'dynamiczone', 'media'].includes(type) && random.chance(0.15)) {
    return null;
  }
  switch (type) {
    case 'string':
      if (attribute.customField) return random.pick(['#ff8800', '#000000']);
      return attribute.unique ? uniqueText() : randomText(random, attribute);
    case 'text':
    case 'richtext':
      return randomText(random, attribute);
    case 'uid':
      return uniqueText();
    case 'password':
      return SECRET;
    case 'email':
      return random.pick(["o'neil+tag@example.com", 'a@b.example']);
    case 'enumeration':
      return random.pick(attribute.enum);
    case 'boolean':
      return random.chance(0.5);
    case 'json':
      return random.pick(JSONS);
    case 'blocks':
      return randomBlocks(random);
    case 'media':
      return attribute.multiple ? random.some(files, 3) : random.chance(0.2) ? null : random.pick(files);
    case 'relation':
      return randomRelation(world, attribute, locale);
    case 'component':
      if (attribute.repeatable)
        return list(random.int(4), () => randomComponent(world, attribute.component, locale));
      return random.chance(0.2) ? null : randomComponent(world, attribute.component, locale);
    case 'dynamiczone':
      return list(random.int(5), async () => {
        // few of them, so that one component occurs several times
        const uid = random.pick((attribute.components as string[]).slice(0, 5));
        return { __component: uid, ...(await randomComponent(world, uid, locale)) };
      });
    case 'integer':
      if (attribute.max) return attribute.min + random.int(attribute.max);
      return random.pick(NUMBERS.integer!);
    default:
      return random.pick((NUMBERS[type] ?? MOMENTS[type])!);
  }
};

const list = async (length: number, make: () => Promise<unknown>): Promise<unknown[]> => {
  const items: unknown[] = [];
  while (items.length < length) items.push(await make());
  return items;
};

const attributesOf = (uid: string): [string, Any][] =>
  Object.entries((strapi.getModel(uid as never) as Any).attributes as Record<string, Any>).filter(
    ([name, { unstable_virtual, type, target }]) =>
      ![
        'createdAt',
        'updatedAt',
        'publishedAt',
        'createdBy',
        'updatedBy',
        'locale',
        'localizations',
      ].includes(name) &&
      !unstable_virtual &&
      !(type === 'relation' && target?.startsWith('admin::'))
  );

const randomComponent = async (world: World, uid: string, locale: string): Promise<object> => {
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of attributesOf(uid)) data[name] = await randomValue(world, attribute, locale);
  return data;
};

/** Values for some of a type's attributes, the required ones among them; `inverse`: relations of other types, too. */
export const randomData = async (
  world: World,
  uid: string,
  { share = 0.3, locale = 'en', inverse = false }: { share?: number; locale?: string; inverse?: boolean } = {}
): Promise<Record<string, unknown>> => {
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of attributesOf(uid)) {
    if (!inverse && (attribute.mappedBy || attribute.morphBy)) continue;
    if (attribute.required || world.random.chance(share)) {
      data[name] = await randomValue(world, attribute, locale);
    }
  }
  return data;
};

export const createFile = async (strapi: Core.Strapi, called?: string): Promise<number> => {
  const name = uniqueText();
  const file = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: called ?? `${name} ü.png`,
      hash: `hash_${name}`,
      ext: '.png',
      mime: 'image/png',
      size: 12.5,
      url: `/uploads/hash_${name}.png`,
      provider: 'local',
      folderPath: '/',
    },
  });
  return file.id;
};

/** Some documents of every type, each with random content. */
export const createWorld = async (strapi: Core.Strapi, random: Random): Promise<World> => {
  const world: World = { strapi, random, documents: {}, files: [] };
  while (world.files.length < 5) world.files.push(await createFile(strapi));

  for (const [uid, count] of [
    [TAG, 4],
    [AUTHOR, 3],
    [CATEGORY, 3],
    [ARTICLE, 4],
    [PAGE, 2],
    [TERM, 2],
    [HOMEPAGE, 1],
    [SETTINGS, 1],
  ] as const) {
    for (let i = 0; i < count; i += 1) {
      const data = await randomData(world, uid, { share: 0.8 });
      const { documentId } = await strapi.documents(uid as never).create({ data } as never);
      (world.documents[uid] ??= []).push(documentId);
    }
  }
  return world;
};

interface Touched {
  uid: string;
  documentId: string;
}

type Edit = (world: World) => Promise<Touched>;

const PUBLISHABLE = [ARTICLE, PAGE, CATEGORY, HOMEPAGE];

const choose = ({ random, documents }: World, uids: string[]): Touched => {
  const uid = random.pick(uids);
  return { uid, documentId: random.pick(documents[uid]!) };
};

/** Row of the draft, or the only one. */
const rowOf = async ({ strapi }: World, { uid, documentId }: Touched, populate: Any = {}): Promise<Any> => {
  const hasDraft = PUBLISHABLE.includes(uid);
  return strapi.db.query(uid as never).findOne({
    where: {
      documentId,
      ...(hasDraft && { publishedAt: null }),
      ...(LOCALIZED.includes(uid) && { locale: 'en' }),
    },
    populate,
  } as never);
};

const columnOf = (uid: string, name: string): string =>
  (strapi.db.metadata.get(uid).attributes[name] as Any).columnName ?? name;

const writeColumns = async ({ strapi }: World, uid: string, id: number, values: Record<string, unknown>) => {
  const { tableName } = strapi.db.metadata.get(uid);
  const columns = Object.entries(values).map(([name, value]) => [columnOf(uid, name), value]);
  await strapi.db.connection(tableName).where({ id }).update(Object.fromEntries(columns));
};

/** Through the Document Service. */
export const EDITS: Record<string, Edit> = {
  async update(world) {
    const chosen = choose(world, Object.keys(world.documents));
    const { uid, documentId } = chosen;
    const locale = LOCALIZED.includes(uid) ? world.random.pick(['en', 'en', 'fr']) : undefined;
    const data = await randomData(world, uid, { locale });
    await world.strapi.documents(uid as never).update({ documentId, locale, data } as never);
    return chosen;
  },

  async 'update and publish at once'(world) {
    const chosen = choose(world, [ARTICLE, PAGE]);
    const { uid, documentId } = chosen;
    const data = await randomData(world, uid, { share: 0.1 });
    await world.strapi.documents(uid as never).update({ documentId, status: 'published', data } as never);
    return chosen;
  },

  async publish(world) {
    const chosen = choose(world, PUBLISHABLE);
    const { uid, documentId } = chosen;
    await world.strapi.documents(uid as never).publish!({ documentId } as never);
    return chosen;
  },

  async unpublish(world) {
    const chosen = choose(world, PUBLISHABLE);
    const { uid, documentId } = chosen;
    await world.strapi.documents(uid as never).unpublish!({ documentId } as never);
    return chosen;
  },

  async 'discard the draft'(world) {
    const chosen = choose(world, [ARTICLE, PAGE]);
    const { uid, documentId } = chosen;
    const live = await world.strapi.documents(uid as never).findFirst({
      status: 'published',
      filters: { documentId },
    } as never);
    // of a document that was never published nothing would be left
    if (live) await world.strapi.documents(uid as never).discardDraft!({ documentId } as never);
    return chosen;
  },

  async clone(world) {
    const { uid, documentId } = choose(world, [ARTICLE, PAGE]);
    const params = { documentId, data: { slug: uniqueText() } };
    const { entries } = (await world.strapi.documents(uid as never).clone(params as never)) as Any;
    const chosen = { uid, documentId: entries[0].documentId };
    world.documents[uid]!.push(chosen.documentId);
    return chosen;
  },

  async 'delete a locale'(world) {
    const chosen = choose(world, [ARTICLE]);
    const { uid, documentId } = chosen;
    await world.strapi.documents(uid as never).delete({ documentId, locale: 'fr' } as never);
    return chosen;
  },

  async 'reorder components'(world) {
    const chosen = choose(world, [ARTICLE]);
    const { facts, sections } = await rowOf(world, chosen, { facts: true, sections: true });
    const moved = (items: Any[]) =>
      world.random.some(items).map(({ id, __component }) => ({ id, ...(__component && { __component }) }));
    const data = { facts: moved(facts), sections: moved(sections) };
    await world.strapi.documents(ARTICLE).update({ documentId: chosen.documentId, data } as never);
    return chosen;
  },

  async 'move a relation'(world) {
    const chosen = choose(world, [ARTICLE]);
    const [first, second] = world.documents[TAG]!;
    const tags = {
      connect: [{ documentId: first, position: world.random.pick([{ start: true }, { end: true }]) }],
      disconnect: world.random.chance(0.5) ? [{ documentId: second }] : [],
    };
    await world.strapi.documents(ARTICLE).update({ documentId: chosen.documentId, data: { tags } } as never);
    return chosen;
  },
};

/** Past it: nothing tells the plugin. */
export const EDITS_PAST_THE_DOCUMENT_SERVICE: Record<string, Edit> = {
  async 'a query of the database layer'(world) {
    const chosen = choose(world, Object.keys(world.documents));
    const { id } = await rowOf(world, chosen);
    const scalars = Object.entries(await randomData(world, chosen.uid, { share: 0.5 })).filter(
      ([name]) =>
        !['relation', 'media', 'component', 'dynamiczone', 'uid', 'password'].includes(
          (strapi.getModel(chosen.uid as never) as Any).attributes[name].type
        )
    );
    await world.strapi.db
      .query(chosen.uid as never)
      .update({ where: { id }, data: Object.fromEntries(scalars) } as never);
    return chosen;
  },

  async 'the columns of a row'(world) {
    const chosen = choose(world, [ARTICLE]);
    const { id } = await rowOf(world, chosen);
    const { random } = world;
    await writeColumns(world, ARTICLE, id, {
      title: random.pick(TEXTS),
      views: random.pick(NUMBERS.biginteger!),
      score: random.pick(NUMBERS.float!),
      rating: random.pick(NUMBERS.decimal!),
      metadata: JSON.stringify(random.pick(JSONS)),
    });
    return chosen;
  },

  async 'a row of a component'(world) {
    const chosen = choose(world, [ARTICLE]);
    const { seo } = await rowOf(world, chosen, { seo: true });
    if (seo)
      await writeColumns(world, 'shared.seo', seo.id, {
        metaTitle: randomText(world.random, { maxLength: 70 }),
      });
    return chosen;
  },

  async 'the order of a list of media'(world) {
    const chosen = choose(world, [ARTICLE]);
    const { id } = await rowOf(world, chosen);
    const links = world.strapi.db
      .connection('files_related_mph')
      .where({ related_id: id, related_type: ARTICLE, field: 'gallery' });
    for (const { id: link } of await links.clone().select('id')) {
      await links
        .clone()
        .where({ id: link })
        .update({ order: world.random.int(1000) + link / 1024 });
    }
    return chosen;
  },

  async 'articles of a category'(world) {
    const category = choose(world, [CATEGORY]);
    const article = choose(world, [ARTICLE]);
    await world.strapi.documents(CATEGORY).update({
      documentId: category.documentId,
      data: {
        articles: {
          [world.random.pick(['connect', 'disconnect'])]: [{ documentId: article.documentId, locale: 'en' }],
        },
      },
    } as never);
    return article;
  },

  async 'articles of a tag, by row id'(world) {
    const tag = await rowOf(world, choose(world, [TAG]));
    const article = choose(world, [ARTICLE]);
    const { id } = await rowOf(world, article);
    await world.strapi.db.query(TAG).update({
      where: { id: tag.id },
      data: { articles: { [world.random.pick(['connect', 'disconnect'])]: [id] } },
    } as never);
    return article;
  },

  async 'the pages an author is featured on'(world) {
    const author = choose(world, [AUTHOR]);
    const page = choose(world, [PAGE]);
    const { id } = await rowOf(world, page);
    const { id: authorId } = await rowOf(world, author);
    await world.strapi.db.query(PAGE).update({
      where: { id },
      data: { featuredItems: { connect: [{ id: authorId, __type: AUTHOR }] } },
    } as never);
    return author;
  },

  async 'a target disappears'(world) {
    const uid = world.random.pick([TAG, CATEGORY]);
    const gone = world.documents[uid]!.shift()!;
    await world.strapi.documents(uid as never).delete({ documentId: gone } as never);
    const data = await randomData(world, uid);
    const { documentId } = await world.strapi.documents(uid as never).create({ data } as never);
    world.documents[uid]!.push(documentId);
    return choose(world, [ARTICLE]);
  },

  async 'a file disappears'(world) {
    await world.strapi.db.query('plugin::upload.file').delete({ where: { id: world.files.shift() } });
    world.files.push(await createFile(world.strapi));
    return choose(world, [ARTICLE]);
  },
};
