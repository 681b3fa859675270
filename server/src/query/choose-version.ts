import type { Core } from '@strapi/strapi';
import { refuseMany } from '../core/query/parse-query';
import { asValidationError } from './reading';
import { takeVersion } from './version';

interface KoaContext {
  method: string;
  path: string;
  query: Record<string, unknown>;
  get(header: string): string;
}

const HEADER = 'X-Include-Drafts';

/** Whether a path is one of a content type's own routes: `/api/articles`, `/api/articles/abc`, `/api/homepage`. */
const createIsOfType = (strapi: Core.Strapi): ((path: string) => boolean) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const own = Object.values(strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
  const namesOf = (kind: string): Set<string> =>
    new Set(
      own
        .filter((type) => type.kind === kind)
        .map(({ kind: of, info }) => (of === 'singleType' ? info.singularName : info.pluralName))
    );
  const [collections, singles] = [namesOf('collectionType'), namesOf('singleType')];
  return (path) => {
    if (!path.startsWith(`${prefix}/`)) return false;
    const [name = '', ...rest] = path.slice(prefix.length + 1).split('/');
    const below = rest.filter(Boolean).length;
    return (below === 0 && singles.has(name)) || (below <= 1 && collections.has(name));
  };
};

/**
 * `version` and the header of DatoCMS as Strapi's own `status`, before Strapi gives that its default. They need what
 * `status` needs. An explicit `version` or `status` wins over the header. Here a parameter that is given twice is refused as
 * well: later on Strapi would, without saying which. To be called in `bootstrap`: behind Strapi's
 * middlewares, which read the address and format errors, and before the routes.
 */
export const chooseVersion = (strapi: Core.Strapi): void => {
  const isOfType = createIsOfType(strapi);
  // no async function: most requests have nothing of ours, and should not have a promise more
  strapi.server.use((context: unknown, next: () => Promise<unknown>) => {
    const ctx = context as KoaContext;
    if (ctx.method === 'GET' && isOfType(ctx.path)) {
      const { version, status } = ctx.query;
      try {
        refuseMany(ctx.query);
        if (version !== undefined) ctx.query = takeVersion(ctx.query);
        else if (status === undefined && ctx.get(HEADER) === 'true')
          ctx.query = { ...ctx.query, status: 'draft' };
      } catch (error) {
        throw asValidationError(error);
      }
    }
    return next();
  });
};
