import type { Core } from '@strapi/strapi';
import { originOf } from '../query/origin';
import { answerNested, type NestedField } from './answer-nested';
import { isDraftRow, markDraftRows } from './draft-rows';
import { fieldsOf, graphqlService, type Resolve, type Schema } from './graphql-plugin';
import { contextWithStatus, viewFor } from './root-arguments';
import { inView, type View } from './view';

interface Attribute {
  type: string;
  target?: string;
  relation?: string;
  multiple?: boolean;
  repeatable?: boolean;
}

const CONNECTION = '_connection';
const NESTED = new Set(['relation', 'media', 'component', 'dynamiczone']);

const isList = ({ type, relation = '', multiple, repeatable }: Attribute): boolean =>
  type === 'dynamiczone' || relation.endsWith('Many') || multiple === true || repeatable === true;

/** Strapi looks these up by the row id of what they are on; a revision or a draft has none, and its content to hand. */
const wrapNested =
  (strapi: Core.Strapi, resolve: Resolve, field: NestedField): Resolve =>
  async (parent, args, context, info) => {
    const origin = originOf(parent);
    // in place of a row, what is no part of the content is the row's
    const isOurs = origin && !(origin.isRow && !Object.hasOwn(origin.content, field.attribute));
    const view = viewFor(context, info);
    if (isOurs) return answerNested({ strapi, origin, field, args, context, view });
    const isDraft = isDraftRow(parent);
    const rowContext = isDraft ? contextWithStatus(context, info, 'draft') : context;
    const rows = await resolve(parent, args, rowContext, info);
    const shown = view && field.type === 'relation' ? await rowsInView(view, field, rows) : rows;
    return isDraft ? markDraftRows(shown) : shown;
  };

const rowsInView = async (view: View, { target, isConnection }: NestedField, rows: unknown) => {
  if (!isConnection) return inView(view, target, rows);
  const { nodes, ...connection } = rows as { nodes: unknown };
  return { ...connection, nodes: await inView(view, target, nodes) };
};

/** A draft of a document that does not exist has no `documentId`, where Strapi's types must have one. */
const wrapDocumentId =
  (resolve: Resolve): Resolve =>
  (parent, args, context, info) =>
    originOf(parent) && (parent as { documentId: unknown }).documentId === null
      ? ''
      : resolve(parent, args, context, info);

/** What is nested in an answer as of a time says which revision it is, where that is asked for. */
const wrapRevision =
  (resolve: Resolve): Resolve =>
  async (parent, args, context, info) => {
    const found = await resolve(parent, args, context, info);
    return found === undefined ? (await originOf(parent)?.words?.())?._revision : found;
  };

const byName =
  (name: string): Resolve =>
  (parent) =>
    (parent as Record<string, unknown>)[name];

/** Fields below an entry, so that a revision or a draft answers from what it is. On any other entry they are as they were. */
export const wrapFields = (strapi: Core.Strapi, schema: Schema): void => {
  const { naming } = graphqlService(strapi, 'utils');
  const models = [
    ...Object.values(strapi.contentTypes).map((model) => ({ model, type: naming.getTypeName(model) })),
    ...Object.values(strapi.components).map((model) => ({ model, type: naming.getComponentName(model) })),
  ];
  for (const { model, type } of models) {
    for (const [name, field] of Object.entries(fieldsOf(schema, type))) {
      const resolve = field.resolve ?? byName(name);
      if (name === 'documentId') field.resolve = wrapDocumentId(resolve);
      if (name === '_revision') field.resolve = wrapRevision(resolve);
      const isConnection = !Object.hasOwn(model.attributes, name) && name.endsWith(CONNECTION);
      const attribute = isConnection ? name.slice(0, -CONNECTION.length) : name;
      const definition = (model.attributes as Record<string, Attribute>)[attribute];
      if (!definition || !NESTED.has(definition.type)) continue;
      const { type: kind, target } = definition;
      const nested = { owner: model.uid, attribute, type: kind, target, isConnection };
      field.resolve = wrapNested(strapi, resolve, { ...nested, isList: isList(definition) });
    }
  }
};
