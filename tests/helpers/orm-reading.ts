import type { Core } from '@strapi/strapi';

/**
 * A document as Strapi's own query layer gives it, everything populated, in the shape of a snapshot. It knows nothing
 * of the plugin's reading: where the two differ, one of them is wrong.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a content type holds
type Any = any;

const SYSTEM = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

const attributesOf = (uid: string): [string, Any][] =>
  Object.entries((strapi.getModel(uid as never) as Any).attributes as Record<string, Any>)
    .filter(
      ([name, { type, unstable_virtual }]) => !SYSTEM.has(name) && type !== 'password' && !unstable_virtual
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));

const populateOf = (uid: string): Record<string, Any> =>
  Object.fromEntries(
    attributesOf(uid).flatMap(([name, attribute]): [string, Any][] => {
      switch (attribute.type) {
        case 'relation':
        case 'media':
          return [[name, true]];
        case 'component':
          return [[name, { populate: populateOf(attribute.component) }]];
        case 'dynamiczone': {
          const on = attribute.components.map((uid: string) => [uid, { populate: populateOf(uid) }]);
          return [[name, { on: Object.fromEntries(on) }]];
        }
        default:
          return [];
      }
    })
  );

const referenceTo = (target: Any, isMorph: boolean) => ({
  documentId: target.documentId,
  locale: target.locale ?? null,
  ...(isMorph && { type: target.__type }),
});

/** A target that is linked with its draft and with its published row counts once. */
const once = (references: object[]): object[] => [
  ...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values(),
];

const byDocumentId = (a: Any, b: Any) => (a.documentId < b.documentId ? -1 : 1);

const sorted = (value: Any): Any => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
};

const valueOf = (value: Any, attribute: Any): Any => {
  switch (attribute.type) {
    case 'relation': {
      const isMorph = !attribute.target;
      if (!Array.isArray(value)) return value ? referenceTo(value, isMorph) : null;
      const references = once(value.map((target) => referenceTo(target, isMorph)));
      // without a join table there is nothing that could hold an order
      if (attribute.useJoinTable === false || attribute.joinColumn) references.sort(byDocumentId);
      return references;
    }
    case 'media': {
      const file = ({ hash, id, name }: Any) => ({ hash, id, name });
      return Array.isArray(value) ? value.map(file) : value ? file(value) : null;
    }
    case 'component':
      if (attribute.repeatable) return (value ?? []).map((item: Any) => contentOf(item, attribute.component));
      return value ? contentOf(value, attribute.component) : null;
    case 'dynamiczone':
      return (value ?? []).map((item: Any) => ({
        __component: item.__component,
        ...contentOf(item, item.__component),
      }));
    default:
      return value ?? null;
  }
};

const contentOf = (entry: Any, uid: string): Record<string, Any> =>
  Object.fromEntries(attributesOf(uid).map(([name, attribute]) => [name, valueOf(entry[name], attribute)]));

/** As text, keys sorted: what a snapshot of the same content must be, character by character. */
export const asText = (content: unknown): string => JSON.stringify(sorted(content));

/**
 * @returns by locale ('' on a type without locales) the content of each row of a document
 */
export const readThroughOrm = async (
  strapi: Core.Strapi,
  uid: string,
  { documentId, version = 'current' }: { documentId: string; version?: 'current' | 'published' }
): Promise<Record<string, Record<string, Any>>> => {
  const model = strapi.getModel(uid as never) as Any;
  const rows: Any[] = await strapi.db.query(uid as never).findMany({
    where: {
      documentId,
      ...(model.options?.draftAndPublish && { publishedAt: { $null: version === 'current' } }),
    } as never,
    populate: populateOf(uid) as never,
  });
  const exact = await exactIntegers(strapi, uid, rows);
  return Object.fromEntries(
    rows
      .sort((a, b) => ((a.locale ?? '') < (b.locale ?? '') ? -1 : 1))
      .map((row) => [row.locale ?? '', { ...contentOf(row, uid), ...exact.get(row.id) }])
  );
};

/** SQLite's driver hands out big integers as rounded numbers: theirs are asked for as text. */
const exactIntegers = async (strapi: Core.Strapi, uid: string, rows: Any[]): Promise<Map<number, object>> => {
  const names = attributesOf(uid).flatMap(([name, { type }]) => (type === 'biginteger' ? [name] : []));
  if (strapi.db.dialect.client !== 'sqlite' || names.length === 0) return new Map();
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const knex = strapi.db.connection;
  const found: Any[] = await knex(tableName)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .select(
      'id',
      ...names.map((name) =>
        // a number that was too big for an integer is a rounded one
        knex.raw(
          "case typeof(:column:) when 'real' then printf('%!.1f', :column:) else cast(:column: as text) end as :name:",
          {
            column: (attributes[name] as Any).columnName ?? name,
            name,
          }
        )
      )
    );
  const whole = (text: string | null) => (text?.includes('.') ? BigInt(Number(text)).toString() : text);
  return new Map(
    found.map(({ id, ...values }) => [
      id,
      Object.fromEntries(Object.entries(values as Any).map(([name, text]) => [name, whole(text as string)])),
    ])
  );
};
