import type { Core } from '@strapi/strapi';
import { matches, populateFor } from '../core/query/matches';
import { sortEntries } from '../core/query/sort-entries';
import { toList } from '../core/record';
import type { AttributeShape } from '../core/structure';
import { modelOf } from '../query/model-of';
import { withOrigin, type Origin } from '../query/origin';
import { asValidationError } from '../query/reading';
import { hydrate } from '../services/hydrate';
import { markDraftRows } from './draft-rows';
import { graphqlService, type Arguments, type ResolverContext } from './graphql-plugin';
import { inView, type View } from './view';

/** A field that Strapi would look up by the row id of what it is on. */
export interface NestedField {
  /** uid of the content type or component that it is on */
  owner: string;
  attribute: string;
  type: string;
  /** uid of what a relation points at; undefined where it may be of several types */
  target?: string;
  /** `<attribute>_connection` */
  isConnection: boolean;
  isList: boolean;
}

interface Asked {
  strapi: Core.Strapi;
  origin: Origin;
  field: NestedField;
  shape: AttributeShape;
  args: Arguments;
  context: ResolverContext;
  view: View | undefined;
}

type Item = Record<string, unknown>;

const FILE = 'plugin::upload.file';

/**
 * A part of a revision or draft, from its content: with the arguments, and what Strapi's own resolver looks at in them
 * (@strapi/plugin-graphql, builders/resolvers).
 */
export const answerNested = async (given: Omit<Asked, 'shape'>) => {
  const { origin, field } = given;
  const shape = origin.structure.attributes[field.attribute];
  // Strapi's own, such as `localizations`: they are no part of the content
  if (!shape) return listOf(field, []);
  const asked = { ...given, shape };
  switch (shape.type) {
    case 'component':
      return componentsOf(asked).catch((error) => {
        throw asValidationError(error);
      });
    case 'dynamiczone':
      return itemsOf(asked);
    default:
      return targetsOf(asked);
  }
};

const listOf = ({ isConnection, isList }: NestedField, rows: unknown[], info?: object): unknown => {
  if (isConnection) return { nodes: rows, info };
  return isList ? rows : (rows[0] ?? null);
};

/** A query's arguments, as Strapi takes them. */
const queryOf = async ({ strapi, args, context }: Asked, uid: string): Promise<Item> => {
  const { transformArgs } = graphqlService(strapi, 'builders').utils;
  const model = strapi.getModel(uid as never);
  const given = transformArgs(args, { contentType: model, usePagination: true });
  const auth = context.state.auth as never;
  await strapi.contentAPI.validate.query(given, model, { auth });
  return strapi.contentAPI.sanitize.query(given, model, { auth });
};

/**
 * Components as entries. Their rows are not in a snapshot, and a cache by ids must not take them for what is live: they
 * get ids of their own.
 */
const itemsOf = ({ origin, field: { attribute }, shape }: Asked): Item[] =>
  (toList(origin.content[attribute]) as Item[]).map((content, index) => {
    const attributes = origin.structure.components[shape.component ?? String(content.__component)] ?? {};
    const place = `${origin.place}-${attribute}-${index}`;
    return withOrigin(
      { ...content, id: place },
      {
        ...origin,
        content,
        linked: undefined,
        structure: { ...origin.structure, attributes },
        place,
        isRow: false,
      }
    );
  });

const componentsOf = async (asked: Asked): Promise<unknown> => {
  const { strapi, origin, shape } = asked;
  const items = itemsOf(asked);
  if (!shape.repeatable) return items[0] ?? null;

  const { filters, sort, start, limit } = await queryOf(asked, shape.component!);
  const attributes = origin.structure.components[shape.component!]!;
  const structure = { ...origin.structure, attributes };
  const model = modelOf(strapi, shape.component!);
  const chosen: { item: Item; entry: Item }[] = [];
  for (const item of items) {
    const selection = { populate: populateFor(filters) };
    const entry = filters
      ? await hydrate(strapi, { content: item, structure, selection, targets: origin.targets })
      : item;
    if (matches(entry, filters, model)) chosen.push({ item, entry });
  }
  const sorted = sort ? sortEntries(chosen, { sort, entryOf: ({ entry }) => entry, model }) : chosen;
  const [from, count] = [Number(start ?? 0), Number(limit ?? -1)];
  return sorted.slice(from, count < 0 ? undefined : from + count).map(({ item }) => item);
};

/** What relations and media point at, as it is now. */
const targetsOf = async (asked: Asked): Promise<unknown> => {
  const { strapi, origin, field, shape, context, view } = asked;
  const target = shape.type === 'media' ? FILE : shape.target;
  const given = target && (await queryOf(asked, target));
  const query = given ? strapi.get('query-params').transform(target as never, given as never) : {};
  const content = origin.linked ? await origin.linked([field.attribute]) : origin.content;
  const filled = await hydrate(strapi, {
    ...origin,
    content,
    selection: { select: [], populate: { [field.attribute]: query } },
  });
  const rows = toList(filled[field.attribute]);

  if (shape.type === 'media') {
    const { signFileUrls } = strapi.plugin('upload').service('file');
    const signed: unknown[] = [];
    for (const row of rows) signed.push(await signFileUrls(row));
    return listOf(field, signed, { args: given, resourceUID: target });
  }
  if (!target) {
    // what may point anywhere: only here is not decided by the field who may see the targets
    const sanitized = await strapi.contentAPI.sanitize.output(
      { [field.attribute]: filled[field.attribute] } as never,
      strapi.getModel(field.owner as never),
      { auth: context.state.auth as never }
    );
    const allowed = (sanitized as Item)[field.attribute];
    return markDraftRows(view ? await inView(view, undefined, allowed) : allowed);
  }
  const shown = view ? ((await inView(view, target, rows)) as Item[]) : rows;
  return listOf(field, markDraftRows(shown), { args: given, resourceUID: target });
};
