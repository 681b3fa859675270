import type { Core } from '@strapi/strapi';
import { readMedia, readRelation } from '../core/read-reference';
import { isRecord } from '../core/record';
import type { Snapshot } from '../core/snapshot';
import type { Attributes, AttributeShape, Structure } from '../core/structure';
import { contentTypeOf } from './content-type-of';
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

type Row = Record<string, unknown>;

/** Targets of one type that are asked for with one query: one look-up, however often they occur. */
interface Wanted {
  target: string;
  query: Record<string, unknown>;
  documentIds: Set<string>;
  ids: Set<number>;
  rows: Row[];
  /** the rows in their order, with no more than was asked for */
  shown: Row[];
  /** where in them a reference's row is; undefined where it is gone */
  placeOf: (reference: Reference) => number | undefined;
}

/** A reference as it is in content, and the type that it points at. */
interface Reference {
  target: string;
  documentId?: string;
  locale?: string | null;
  id?: number;
}

type Populated = Record<string, unknown>;

interface Hydration {
  structure: Structure;
  selection?: Selection;
  /** what was loaded already */
  targets?: Targets;
}

/**
 * Gives content the shape of an entry: references become their targets as they are now.
 *
 * @param content in today's structure, without references whose target is gone
 */
export const hydrate = async (
  strapi: Core.Strapi,
  { content, ...rest }: Hydration & { content: Snapshot }
): Promise<Record<string, unknown>> => (await hydrateAll(strapi, { contents: [content], ...rest }))[0]!;

/** Several of one structure: targets are loaded once a type and query, in however many of them they occur. */
export const hydrateAll = async (
  strapi: Core.Strapi,
  { contents, structure, selection = {}, targets }: Hydration & { contents: Snapshot[] }
): Promise<Record<string, unknown>[]> => {
  const wanted = new Map<string, Wanted>();
  const plan = planOf(structure.attributes, selection, { structure, wanted });
  for (const content of contents) note(content, plan);
  for (const request of wanted.values()) {
    if (!take(strapi, request, targets)) await load(strapi, request);
    request.placeOf = placesOf(request.rows);
  }
  return contents.map((content) => fill(content, plan));
};

/** What is asked of an entry, or of a component in one: its attributes in their order. */
type Plan = Step[];

interface Step {
  name: string;
  shape: AttributeShape;
  /** null: a scalar */
  nested: Nested | null;
}

interface Nested {
  /** null: everything */
  below: Populated | null;
  /** of a component; null: it is not asked for */
  planFor: (uid: string) => Plan | null;
  /** the look-up that brings targets of a type; null: they are not asked for */
  wantedOf: (target: string) => Wanted | null;
}

interface Planning {
  structure: Structure;
  wanted: Map<string, Wanted>;
}

const REFERENCES = new Set(['relation', 'media']);
const NESTED = new Set([...REFERENCES, 'component', 'dynamiczone']);

/** The same answer as the last time, for each of a few keys. */
const memoized = <T>(work: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
};

/** Worked out once for all contents: what is asked for is the same of each. */
const planOf = (attributes: Attributes, selection: Selection, planning: Planning): Plan => {
  const asked = selection.populate === undefined ? null : byAttribute(selection.populate, attributes);
  return Object.entries(attributes).flatMap(([name, shape]): Step[] => {
    if (!NESTED.has(shape.type)) {
      return !selection.select || selection.select.includes(name) ? [{ name, shape, nested: null }] : [];
    }
    if (asked && !Object.hasOwn(asked, name)) return [];
    return [{ name, shape, nested: nestedOf(asked ? asked[name]! : null, planning) }];
  });
};

const nestedOf = (below: Populated | null, planning: Planning): Nested => ({
  below,
  planFor: memoized((uid) => {
    // a dynamic zone may be asked for component by component
    const on = below?.on as Record<string, Populated | true> | undefined;
    if (on && !Object.hasOwn(on, uid)) return null;
    const selection = on
      ? on[uid] === true
        ? { populate: {} }
        : { populate: {}, ...(on[uid] as object) }
      : below;
    return planOf(planning.structure.components[uid] ?? {}, selection ?? {}, planning);
  }),
  wantedOf: memoized((target) => {
    const { on, ...own } = (below ?? {}) as Populated & { on?: Record<string, Populated> };
    const query = on ? on[target] : own;
    return query ? wantedFor(target, query, planning) : null;
  }),
});

/** One look-up for each target and query: what only arranges the found ones makes no difference. */
const wantedFor = (target: string, query: Populated, { wanted }: Planning): Wanted => {
  const { select, populate, where, orderBy } = query;
  const key = JSON.stringify([target, select, populate, where, orderBy]);
  const known = wanted.get(key);
  if (known) return known;
  const lookUp = { documentIds: new Set<string>(), ids: new Set<number>() };
  const request = { target, query, ...lookUp, rows: [], shown: [], placeOf: () => undefined };
  wanted.set(key, request);
  return request;
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
    return Object.fromEntries(
      Object.entries(paths).map(([name, below]) => [name, { populate: below.length > 0 ? below : {} }])
    );
  }
  return Object.fromEntries(
    Object.entries((populate ?? {}) as Record<string, Populated | boolean>).flatMap(([name, below]) =>
      below === false ? [] : [[name, { populate: {}, ...(below === true ? {} : below) }]]
    )
  );
};

const readReference = (item: unknown, { type, target }: AttributeShape): Reference | null => {
  if (type === 'media') {
    const media = readMedia(item);
    return media && { target: FILE, id: media.id };
  }
  const relation = readRelation(item, target);
  const pointed = target ?? relation?.type;
  return relation && pointed ? { ...relation, target: pointed } : null;
};

const uidOf = (component: Record<string, unknown>, { component: uid }: AttributeShape): string =>
  uid ?? String(component.__component);

/** Tells the look-ups what a content refers to. */
const note = (source: Record<string, unknown>, plan: Plan): void => {
  for (const { name, shape, nested } of plan) {
    const value = source[name];
    if (!nested || value === null || value === undefined) continue;
    if (Array.isArray(value) && nested.below?.count === true) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (!REFERENCES.has(shape.type)) {
        const component = item as Record<string, unknown>;
        note(component, nested.planFor(uidOf(component, shape)) ?? []);
        continue;
      }
      const reference = readReference(item, shape);
      const request = reference && nested.wantedOf(reference.target);
      if (!reference || !request) continue;
      if (reference.documentId) request.documentIds.add(reference.documentId);
      else if (reference.id !== undefined) request.ids.add(reference.id);
    }
  }
};

const fill = (source: Record<string, unknown>, plan: Plan): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  if (typeof source.__component === 'string') result.__component = source.__component;
  for (const { name, shape, nested } of plan) {
    result[name] = nested ? fillValue(source[name], shape, nested) : source[name];
  }
  return result;
};

const fillValue = (value: unknown, shape: AttributeShape, nested: Nested): unknown => {
  const { below } = nested;
  if (!Array.isArray(value)) {
    return value === null || value === undefined ? null : fillItem(value, shape, nested);
  }
  if (below?.count === true) return { count: value.length };
  const items = value.map((item) => fillItem(item, shape, nested)).filter(Boolean);
  return below && REFERENCES.has(shape.type) ? arrange(items, shape, nested, below) : items;
};

/** The order and the part of a list of targets that `sort`, `start` and `limit` ask for; without them as recorded. */
const arrange = (
  items: unknown[],
  shape: AttributeShape,
  { wantedOf }: Nested,
  below: Populated
): unknown[] => {
  const { orderBy, offset = 0, limit } = below as { orderBy?: unknown; offset?: number; limit?: number };
  const target = shape.type === 'media' ? FILE : shape.target;
  const shown: unknown[] | undefined = orderBy && target ? wantedOf(target)?.shown : undefined;
  const sorted = shown ? [...items].sort((a, b) => shown.indexOf(a) - shown.indexOf(b)) : items;
  return sorted.slice(offset, limit !== undefined && limit >= 0 ? offset + limit : undefined);
};

const fillItem = (item: unknown, shape: AttributeShape, nested: Nested): unknown => {
  if (REFERENCES.has(shape.type)) return targetOf(item, shape, nested);
  const component = item as Record<string, unknown>;
  const plan = nested.planFor(uidOf(component, shape));
  return plan && fill(component, plan);
};

const targetOf = (item: unknown, shape: AttributeShape, { wantedOf }: Nested): unknown => {
  const reference = readReference(item, shape);
  const request = reference && wantedOf(reference.target);
  const place = request?.placeOf(reference!);
  const found = place === undefined ? undefined : request!.shown[place];
  if (!found) return null;
  return shape.target || shape.type === 'media' ? found : { ...found, __type: reference!.target };
};

/** The first row for each reference: of a document in the reference's locale, else by its id. */
const placesOf = (rows: Row[]): Wanted['placeOf'] => {
  const byDocument = new Map<unknown, number[]>();
  const byId = new Map<unknown, number>();
  rows.forEach(({ id, documentId }, place) => {
    if (!byId.has(id)) byId.set(id, place);
    const places = byDocument.get(documentId);
    if (places) places.push(place);
    else byDocument.set(documentId, [place]);
  });
  return ({ documentId, locale = null, id }) =>
    documentId
      ? byDocument.get(documentId)?.find((place) => (rows[place]!.locale ?? null) === locale)
      : byId.get(id);
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
  contentTypeOf(strapi, target)?.options?.draftAndPublish === true;

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
