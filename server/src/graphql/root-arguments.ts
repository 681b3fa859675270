import type { Arguments, ResolverContext, ResolverInfo } from './graphql-plugin';
import type { View } from './view';

/**
 * Only queries at the root have arguments of ours, and `status`. Strapi's plugin keeps them in the context, by the name
 * that each has in the answer, and its resolvers of relations take their `status` from there (plugin-graphql, bootstrap:
 * `rootQueryArgsByPath`). What else is to be known below is kept along with them.
 */
const VIEW = Symbol('revisions.view');

type RootArguments = Arguments & { [VIEW]?: View };

const rootKeyOf = ({ path }: ResolverInfo): string | number => {
  let root = path;
  while (root.prev) root = root.prev;
  return root.key;
};

const rootArguments = (
  { rootQueryArgsByPath }: ResolverContext,
  info: ResolverInfo
): { all: Map<string | number, Arguments>; key: string | number; own: RootArguments } | null => {
  const key = rootKeyOf(info);
  const own = rootQueryArgsByPath?.get(key);
  return own ? { all: rootQueryArgsByPath!, key, own } : null;
};

/** For all that is nested in this query. */
export const setRootArguments = (
  context: ResolverContext,
  info: ResolverInfo,
  { status, view }: { status: unknown; view: View | undefined }
): void => {
  const root = rootArguments(context, info);
  root?.all.set(root.key, { ...root.own, status, ...(view && { [VIEW]: view }) } as RootArguments);
};

/** How what is nested in the query that this field is in is to be seen; undefined: as it is. */
export const viewFor = (context: ResolverContext, info: ResolverInfo): View | undefined =>
  rootArguments(context, info)?.own[VIEW];

/** For one resolver. */
export const contextWithStatus = (
  context: ResolverContext,
  info: ResolverInfo,
  status: string
): ResolverContext => {
  const root = rootArguments(context, info);
  if (!root) return context;
  const changed = new Map(root.all).set(root.key, { ...root.own, status });
  return Object.assign(Object.create(context) as ResolverContext, { rootQueryArgsByPath: changed });
};
