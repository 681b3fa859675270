import type { Core } from '@strapi/strapi';
import type { RelationReference } from '../core/snapshot';
import { contentTypeOf } from '../services/content-type-of';

interface TargetQuery {
  /** uid of the content type or component that has the relation */
  source: string;
  attribute: string;
  target: string;
  references: RelationReference[];
  userAbility: unknown;
}

interface Row {
  status?: string;
  id: number;
  documentId?: string;
  locale?: string | null;
  publishedAt?: string | null;
}

const BASIC = ['id', 'documentId', 'locale', 'publishedAt', 'updatedAt'];

/** Which attribute of a target the edit view shows; `documentId` where the user may not read that one. */
const mainFieldOf = async (
  strapi: Core.Strapi,
  { source, attribute, target }: TargetQuery,
  canRead: (field: string) => boolean
): Promise<string> => {
  const model = strapi.getModel(source as never) as { modelType: string };
  const settings = await strapi
    .plugin('content-manager')
    .service(model.modelType === 'component' ? 'components' : 'content-types')
    .findConfiguration(model);
  const mainField: string = settings?.metadatas?.[attribute]?.edit?.mainField ?? 'documentId';
  if (target === 'plugin::users-permissions.role') return 'name';
  return canRead(mainField) ? mainField : 'documentId';
};

const hasDraftAndPublish = (strapi: Core.Strapi, uid: string): boolean =>
  contentTypeOf(strapi, uid)?.options?.draftAndPublish === true;

/** Draft, published or modified, as the content manager tells it. */
const addStatus = async (strapi: Core.Strapi, target: string, rows: Row[]): Promise<Row[]> => {
  if (rows.length === 0 || !hasDraftAndPublish(strapi, target)) return rows;
  const published = (await strapi.db.query(target as never).findMany({
    where: { documentId: { $in: rows.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } },
    select: ['id', 'documentId', 'locale', 'updatedAt', 'publishedAt'],
  })) as Row[];
  const metadata = strapi.plugin('content-manager').service('document-metadata');
  return rows.map((row) => {
    const others = published.filter(
      ({ documentId, locale }) => documentId === row.documentId && (!row.locale || locale === row.locale)
    );
    return { ...row, status: metadata.getStatus(row, others) };
  });
};

const isTarget = (row: Row, { documentId, id, locale }: RelationReference): boolean => {
  if (!documentId) return row.id === id;
  return row.documentId === documentId && (!locale || !row.locale || row.locale === locale);
};

/**
 * What a revision's relations point at, in their order, as the content manager answers: of targets that a condition
 * keeps from the user the bare ids, those that are gone left out.
 */
export const loadTargets = async (strapi: Core.Strapi, query: TargetQuery): Promise<Row[]> => {
  const { target, references, userAbility } = query;
  if (references.length === 0 || !strapi.db.metadata.has(target)) return [];

  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: target });
  const mainField = await mainFieldOf(strapi, query, (field) => checker.can.read(null, field));
  const { attributes } = strapi.db.metadata.get(target);
  const select = BASIC.filter((name) => Object.hasOwn(attributes, name));

  const documentIds = references.flatMap(({ documentId }) => documentId ?? []);
  const ids = references.flatMap(({ documentId, id }) => (documentId ? [] : (id ?? [])));
  const rows = (await strapi.db.query(target as never).findMany({
    select,
    where: {
      $or: [{ documentId: { $in: documentIds } }, { id: { $in: ids } }],
      ...(hasDraftAndPublish(strapi, target) && { publishedAt: null }),
    },
  })) as Row[];
  const found = references.flatMap((reference) => rows.find((row) => isTarget(row, reference)) ?? []);

  const permitted = await checker.sanitizedQuery.read({ fields: [...new Set([...select, mainField])] });
  const filters = { $and: [permitted.filters ?? {}, { id: { $in: found.map(({ id }) => id) } }] };
  const readable = (await strapi.db
    .query(target as never)
    .findMany(strapi.get('query-params').transform(target, { ...permitted, filters }))) as Row[];

  const named = found.map((row) => readable.find(({ id }) => id === row.id) ?? row);
  return addStatus(strapi, target, named);
};
