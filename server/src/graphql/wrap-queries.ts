import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { asValidationError } from '../query/reading';
import { takeVersion } from '../query/version';
import { getService } from '../services';
import { ARGUMENTS } from './add-arguments';
import {
  fieldsOf,
  type Arguments,
  type Resolve,
  type ResolverContext,
  type ResolverInfo,
  type Schema,
} from './graphql-plugin';
import { setRootArguments } from './root-arguments';
import { viewOf, type View } from './view';

const HEADER = 'X-Include-Drafts';

/** `status` has a default: whether a query gives it is in its text only. */
const givesStatus = ({ status }: Arguments, { fieldNodes, variableValues }: ResolverInfo): boolean =>
  status !== null &&
  fieldNodes.some((node) =>
    node.arguments?.some(
      ({ name, value }) =>
        name.value === 'status' &&
        (value.kind !== 'Variable' || Object.hasOwn(variableValues, value.name!.value))
    )
  );

/** `version`, and the header, as `status`. @throws ParameterError where `version` is none, or at odds with `status` */
const chooseStatus = (
  { version, status, ...args }: Arguments,
  context: ResolverContext,
  info: ResolverInfo
): Arguments => {
  const isGiven = givesStatus({ status }, info);
  if (version !== undefined) {
    return { ...args, ...takeVersion({ version, ...(isGiven && { status }) }) };
  }
  if (!isGiven && context.koaContext.get(HEADER) === 'true') return { ...args, status: 'draft' };
  return status === undefined ? args : { ...args, status };
};

/** An argument that is null is not given. */
const withoutNulls = (args: Arguments): Arguments =>
  Object.fromEntries(
    Object.entries(args).filter(([name, value]) => value !== null || !Object.hasOwn(ARGUMENTS, name))
  );

const wrap =
  (strapi: Core.Strapi, resolve: Resolve): Resolve =>
  async (parent, args, context, info) => {
    let chosen: Arguments;
    let view: View | undefined;
    try {
      chosen = chooseStatus(withoutNulls(args), context, info);
      view = viewOf(strapi, chosen);
    } catch (error) {
      throw asValidationError(error);
    }
    setRootArguments(context, info, { status: chosen.status, view });
    const answer = await resolve(parent, chosen, context, info);
    const isNamed = chosen.draftId !== undefined || chosen.revisionId !== undefined;
    // one entry, and no list: as REST answers it
    if (isNamed && (answer === null || answer === undefined)) throw new errors.NotFoundError('Not Found');
    return answer;
  };

/** The generated queries: what their arguments say besides what the Document Service reads in them. */
export const wrapQueries = (strapi: Core.Strapi, schema: Schema): void => {
  for (const field of Object.values(fieldsOf(schema, 'Query'))) {
    const uid = field.extensions?.strapi?.contentType?.uid;
    // the header is for all of a site's own types, as it is in REST
    if (!uid || !(uid.startsWith('api::') || getService(strapi, 'tracking').find(uid))) continue;
    field.resolve = wrap(strapi, field.resolve!);
  }
};
