import type { Core } from '@strapi/strapi';
import { originOf } from '../query/origin';
import { answerNested, type NestedField } from './answer-nested';
import { isDraftRow, markDraftRows } from './draft-rows';
import { fieldsOf, graphqlService, type Resolve, type Schema } from './graphql-plugin';
import { contextWithStatus } from './root-status';

interface Attribute {
  type: string;
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
    if (isOurs) return answerNested({ strapi, origin, field, args, context });
    if (!isDraftRow(parent)) return resolve(parent, args, context, info);
    return markDraftRows(await resolve(parent, args, contextWithStatus(context, info, 'draft'), info));
  };

/** A draft of a document that does not exist has no `documentId`, where Strapi's types must have one. */
const wrapDocumentId =
  (resolve: Resolve): Resolve =>
  (parent, args, context, info) =>
    originOf(parent) && (parent as { documentId: unknown }).documentId === null
      ? ''
      : resolve(parent, args, context, info);

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
      const isConnection = !Object.hasOwn(model.attributes, name) && name.endsWith(CONNECTION);
      const attribute = isConnection ? name.slice(0, -CONNECTION.length) : name;
      const definition = (model.attributes as Record<string, Attribute>)[attribute];
      if (!definition || !NESTED.has(definition.type)) continue;
      const nested = { owner: model.uid, attribute, isConnection, isList: isList(definition) };
      field.resolve = wrapNested(strapi, resolve, nested);
    }
  }
};
