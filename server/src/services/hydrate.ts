import type { Core } from '@strapi/strapi';
import { readMedia, readRelation } from '../core/read-reference';
import type { Snapshot } from '../core/snapshot';
import type { Attributes, AttributeShape, Structure } from '../core/structure';

/**
 * What to fill in: the database form of Strapi's `populate` and `fields`. `null` stands for everything: all scalars,
 * components whole, references with the scalars of their targets.
 */
export interface Selection {
  select?: string[];
  populate?: Record<string, unknown> | null;
}

const FILE = 'plugin::upload.file';

interface Wanted {
  target: string;
  query: Record<string, unknown>;
  documentIds: Set<string>;
  ids: Set<number>;
  rows: Record<string, unknown>[];
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
  { content, structure, selection = {} }: { content: Snapshot; structure: Structure; selection?: Selection }
): Promise<Record<string, unknown>> => {
  const wanted = new Map<string, Wanted>();
  const pass = (fill: boolean) =>
    walk({ source: content, attributes: structure.attributes, structure, selection, fill, wanted });
  pass(false);
  for (const request of wanted.values()) await load(strapi, request);
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

const NESTED = new Set(['relation', 'media', 'component', 'dynamiczone']);

const walk = ({ source, attributes, selection, ...rest }: Walk): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  if (typeof source.__component === 'string') result.__component = source.__component;
  for (const [name, shape] of Object.entries(attributes)) {
    if (!NESTED.has(shape.type)) {
      if (!selection.select || selection.select.includes(name)) result[name] = source[name];
      continue;
    }
    const below = belowOf(selection, name);
    if (below !== false) result[name] = walkValue(source[name], shape, below, rest);
  }
  return result;
};

/** What is asked of an attribute: false where it is not asked for. */
const belowOf = ({ populate }: Selection, name: string): Populated | null | false => {
  if (populate === undefined) return null;
  if (populate === null || !Object.hasOwn(populate, name)) return false;
  const below = populate[name];
  if (below === true) return { populate: {} };
  return below && typeof below === 'object' ? { populate: {}, ...below } : false;
};

const walkValue = (
  value: unknown,
  shape: AttributeShape,
  below: Populated | null,
  rest: Omit<Walk, 'source' | 'attributes' | 'selection'>
): unknown => {
  if (Array.isArray(value)) return value.map((item) => walkItem(item, shape, below, rest)).filter(Boolean);
  return value === null || value === undefined ? null : walkItem(value, shape, below, rest);
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
  const key = `${target} ${JSON.stringify(query)}`;
  let request = wanted.get(key);
  if (!request) {
    request = { target, query: query as Populated, documentIds: new Set(), ids: new Set(), rows: [] };
    wanted.set(key, request);
  }
  const id = media?.id ?? relation?.id;
  if (!fill) {
    if (relation?.documentId) request.documentIds.add(relation.documentId);
    else if (id !== undefined) request.ids.add(id);
    return null;
  }
  const found = request.rows.find((row) =>
    relation?.documentId
      ? row.documentId === relation.documentId && (row.locale ?? null) === (relation.locale ?? null)
      : row.id === id
  );
  if (!found) return null;
  return shape.target || media ? found : { ...found, __type: target };
};

/** Targets as they are now; of a type with Draft & Publish the draft, as an editor sees it. */
const load = async (strapi: Core.Strapi, request: Wanted): Promise<void> => {
  const { target, query, documentIds, ids } = request;
  if (!strapi.db.metadata.has(target)) return;
  const any: object[] = [];
  if (documentIds.size > 0) any.push({ documentId: { $in: [...documentIds] } });
  if (ids.size > 0) any.push({ id: { $in: [...ids] } });
  if (any.length === 0) return;
  const { attributes } = strapi.db.metadata.get(target);
  const model = strapi.contentTypes[target as never] as
    { options?: { draftAndPublish?: boolean } } | undefined;
  const select = query.select as string[] | undefined;
  const needed = ['id', 'documentId', 'locale'].filter((name) => Object.hasOwn(attributes, name));
  request.rows = await strapi.db.query(target as never).findMany({
    populate: (query.populate as never) ?? undefined,
    ...(select && { select: [...new Set([...select, ...needed])] }),
    where: {
      $and: [
        { $or: any },
        ...(model?.options?.draftAndPublish ? [{ publishedAt: null }] : []),
        ...(query.where ? [query.where as object] : []),
      ],
    },
  });
};
