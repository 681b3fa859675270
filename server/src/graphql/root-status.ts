import type { Arguments, ResolverContext, ResolverInfo } from './graphql-plugin';

/**
 * Strapi's resolvers of relations take their `status` from the query at the root, whose arguments its plugin keeps in
 * the context (plugin-graphql, bootstrap: `rootQueryArgsByPath`).
 */

const rootKeyOf = ({ path }: ResolverInfo): string | number => {
  let root = path;
  while (root.prev) root = root.prev;
  return root.key;
};

const rootArguments = (
  { rootQueryArgsByPath }: ResolverContext,
  info: ResolverInfo
): { all: Map<string | number, Arguments>; key: string | number; own: Arguments } | null => {
  const key = rootKeyOf(info);
  const own = rootQueryArgsByPath?.get(key);
  return own ? { all: rootQueryArgsByPath!, key, own } : null;
};

/** For all that is nested in this query. */
export const setRootStatus = (context: ResolverContext, info: ResolverInfo, status: unknown): void => {
  const root = rootArguments(context, info);
  root?.all.set(root.key, { ...root.own, status });
};

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
