import type { Core } from '@strapi/strapi';
import { readMedia, readRelation } from '../core/read-reference';
import { isRecord } from '../core/record';
import type { Snapshot } from '../core/snapshot';
import type { Attributes, AttributeShape, Structure } from '../core/structure';
import type { Targets } from './targets';

/**
 * What to fill in: the database form of Strapi's `fields` and `populate`, which is `true`, a list of paths or an
 * object. Without `populate` everything: all scalars, components whole, references with the scalars of their targets.
 */
export interface Selection {
  select?: string[];
  populate?: unknown;
}

const FILE = 'plugin::upload.file';

interface Wanted {
  target: string;
  query: Record<string, unknown>;
  documentIds: Set<string>;
  ids: Set<number>;
  rows: Record<string, unknown>[];
  /** the rows in their order, with no more than was asked for */
  shown: Record<string, unknown>[];
}

type Populated = Record<string, unknown>;

/**
 * Gives content the shape of an entry: references become their targets as they are now. Targets are loaded once a
 * type and query, however often they occur.
 *
 * @param content in today's structure, without references whose target is gone
 */
export const hydrate = async (
  strapi: Core.Strapi,
  {
    content,
    structure,
    selection = {},
    targets,
  }: {
    content: Snapshot;
    structure: Structure;
    selection?: Selection;
    /** what was loaded already */
    targets?: Targets;
  }
): Promise<Record<string, unknown>> => {
  const wanted = new Map<string, Wanted>();
  const pass = (fill: boolean) =>
    walk({ source: content, attributes: structure.attributes, structure, selection, fill, wanted });
  pass(false);
  for (const request of wanted.values()) {
    if (!take(strapi, request, targets)) await load(strapi, request);
  }
  return pass(true);
};

interface Walk {
  source: Record<string, unknown>;
  attributes: Attributes;
  structure: Structure;
  selection: Selection;
  /** false: only note what is wanted */
  fill: boolean;
  wanted: Map<string, Wanted>;
}

const REFERENCES = new Set(['relation', 'media']);
const NESTED = new Set([...REFERENCES, 'component', 'dynamiczone']);

/** One look-up for each target and query: what only arranges the found ones makes no difference. */
const keyOf = (target: string, { select, populate, where, orderBy }: Populated): string =>
  JSON.stringify([target, select, populate, where, orderBy]);

const walk = ({ source, attributes, selection, ...rest }: Walk): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  if (typeof source.__component === 'string') result.__component = source.__component;
  const asked = selection.populate === undefined ? null : byAttribute(selection.populate, attributes);
  for (const [name, shape] of Object.entries(attributes)) {
    if (!NESTED.has(shape.type)) {
      if (!selection.select || selection.select.includes(name)) result[name] = source[name];
    } else if (!asked) {
      result[name] = walkValue(source[name], shape, null, rest);
    } else if (Object.hasOwn(asked, name)) {
      result[name] = walkValue(source[name], shape, asked[name]!, rest);
    }
  }
  return result;
};

/** `populate` as an object by attribute, each with what is asked of it. */
export const byAttribute = (populate: unknown, attributes: Attributes): Record<string, Populated> => {
  if (populate === true) return byAttribute(Object.keys(attributes), attributes);
  if (Array.isArray(populate)) {
    const paths: Record<string, string[]> = {};
    for (const path of populate as string[]) {
      const [name, ...rest] = path.split('.');
      paths[name!] = [...(paths[name!] ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])];
    }
    return Object.fromEntries(Object.entries(paths).map(([name, below]) => [name, { populate: below }]));
  }
  return Object.fromEntries(
    Object.entries((populate ?? {}) as Record<string, Populated | boolean>).flatMap(([name, below]) =>
      below === false ? [] : [[name, { populate: {}, ...(below === true ? {} : below) }]]
    )
  );
};

const walkValue = (
  value: unknown,
  shape: AttributeShape,
  below: Populated | null,
  rest: Omit<Walk, 'source' | 'attributes' | 'selection'>
): unknown => {
  if (!Array.isArray(value)) {
    return value === null || value === undefined ? null : walkItem(value, shape, below, rest);
  }
  if (below?.count === true) return { count: value.length };
  const items = value.map((item) => walkItem(item, shape, below, rest)).filter(Boolean);
  return below && REFERENCES.has(shape.type) ? arrange(items, shape, below, rest) : items;
};

/** The order and the part of a list of targets that `sort`, `start` and `limit` ask for; without them as recorded. */
const arrange = (
  items: unknown[],
  shape: AttributeShape,
  below: Populated,
  { wanted }: Pick<Walk, 'wanted'>
): unknown[] => {
  const { orderBy, offset = 0, limit } = below as { orderBy?: unknown; offset?: number; limit?: number };
  const target = shape.type === 'media' ? FILE : shape.target;
  const shown: unknown[] | undefined = wanted.get(keyOf(target ?? '', below))?.shown;
  const sorted = orderBy && shown ? [...items].sort((a, b) => shown.indexOf(a) - shown.indexOf(b)) : items;
  return sorted.slice(offset, limit !== undefined && limit >= 0 ? offset + limit : undefined);
};

const walkItem = (
  item: unknown,
  shape: AttributeShape,
  below: Populated | null,
  rest: Omit<Walk, 'source' | 'attributes' | 'selection'>
): unknown => {
  if (shape.type === 'media' || shape.type === 'relation') return reference(item, shape, below, rest);
  const source = item as Record<string, unknown>;
  const uid = shape.component ?? String(source.__component);
  // a dynamic zone may be asked for component by component
  const on = below?.on as Record<string, Populated | true> | undefined;
  if (on && !Object.hasOwn(on, uid)) return null;
  const selection = on
    ? on[uid] === true
      ? { populate: {} }
      : { populate: {}, ...(on[uid] as object) }
    : below;
  return walk({
    ...rest,
    source,
    attributes: rest.structure.components[uid] ?? {},
    selection: selection ?? {},
  });
};

const reference = (
  item: unknown,
  shape: AttributeShape,
  below: Populated | null,
  { fill, wanted }: Omit<Walk, 'source' | 'attributes' | 'selection'>
): unknown => {
  const media = shape.type === 'media' ? readMedia(item) : null;
  const relation = shape.type === 'relation' ? readRelation(item, shape.target) : null;
  const target = media ? FILE : (shape.target ?? relation?.type);
  if (!target || !(media ?? relation)) return null;

  const { on, ...own } = (below ?? {}) as Populated & { on?: Record<string, Populated> };
  const query = on ? on[target] : own;
  if (!query) return null;
  const key = keyOf(target, query as Populated);
  let request = wanted.get(key);
  if (!request) {
    request = {
      target,
      query: query as Populated,
      documentIds: new Set(),
      ids: new Set(),
      rows: [],
      shown: [],
    };
    wanted.set(key, request);
  }
  const id = media?.id ?? relation?.id;
  if (!fill) {
    if (relation?.documentId) request.documentIds.add(relation.documentId);
    else if (id !== undefined) request.ids.add(id);
    return null;
  }
  const index = request.rows.findIndex((row) =>
    relation?.documentId
      ? row.documentId === relation.documentId && (row.locale ?? null) === (relation.locale ?? null)
      : row.id === id
  );
  const found = request.shown[index];
  if (!found) return null;
  return shape.target || media ? found : { ...found, __type: target };
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || (isRecord(value) && Object.keys(value).length === 0);

/** Whether all that is asked for is the rows, or a part of them in the recorded order. */
const isPlain = ({ offset: _offset, limit: _limit, ...query }: Populated): boolean =>
  Object.values(query).every(isEmpty);

/** Targets as they were loaded already, where nothing special is asked of them. */
const take = (strapi: Core.Strapi, request: Wanted, targets: Targets | undefined): boolean => {
  const { target, query } = request;
  if (!isPlain(query) || !targets?.holds(target, request)) return false;
  request.rows = targets.of(target);
  if (hasDraftAndPublish(strapi, target)) {
    request.rows = request.rows.filter(({ publishedAt }) => !publishedAt);
  }
  request.shown = request.rows;
  return true;
};

const hasDraftAndPublish = (strapi: Core.Strapi, target: string): boolean =>
  strapi.contentTypes[target as never]?.options?.draftAndPublish === true;

/** Targets as they are now; of a type with Draft & Publish the draft, as an editor sees it. */
const load = async (strapi: Core.Strapi, request: Wanted): Promise<void> => {
  const { target, query, documentIds, ids } = request;
  if (!strapi.db.metadata.has(target)) return;
  const any: object[] = [];
  if (documentIds.size > 0) any.push({ documentId: { $in: [...documentIds] } });
  if (ids.size > 0) any.push({ id: { $in: [...ids] } });
  if (any.length === 0) return;
  const { attributes } = strapi.db.metadata.get(target);
  const select = query.select as string[] | undefined;
  const needed = ['id', 'documentId', 'locale'].filter((name) => Object.hasOwn(attributes, name));
  // drafts, of what is populated further down as well
  const { filters } = strapi.get('query-params').transform(target as never, { status: 'draft' } as never);
  request.rows = await strapi.db.query(target as never).findMany({
    filters: filters as never,
    populate: (query.populate as never) ?? undefined,
    orderBy: (query.orderBy as never) ?? undefined,
    ...(select && { select: [...new Set([...select, ...needed])] }),
    where: {
      $and: [{ $or: any }, ...(query.where ? [query.where as object] : [])],
    },
  });
  const isLocaleAsked = !select || select.includes('locale');
  request.shown = isLocaleAsked ? request.rows : request.rows.map(({ locale: _locale, ...row }) => row);
};
