import type { Core } from '@strapi/strapi';
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
  const names = new Set(
    Object.values(strapi.contentTypes)
      .filter(({ uid }) => uid.startsWith('api::'))
      .flatMap(({ info }) => [info.pluralName, info.singularName])
  );
  return (path) => path.startsWith(`${prefix}/`) && names.has(path.slice(prefix.length + 1).split('/')[0]!);
};

/**
 * `version` and the header of DatoCMS as Strapi's own `status`, before Strapi gives that its default. They need what
 * `status` needs. An explicit `version` or `status` wins over the header. To be called in `bootstrap`: behind Strapi's
 * middlewares, which read the address and format errors, and before the routes.
 */
export const chooseVersion = (strapi: Core.Strapi): void => {
  const isOfType = createIsOfType(strapi);
  strapi.server.use(async (context: unknown, next: () => Promise<unknown>) => {
    const ctx = context as KoaContext;
    const isAsked = (): boolean => ctx.query.version !== undefined || ctx.get(HEADER) === 'true';
    if (ctx.method === 'GET' && isOfType(ctx.path) && isAsked()) {
      const { version, status } = ctx.query;
      try {
        if (version !== undefined) ctx.query = takeVersion(ctx.query);
        else if (status === undefined) ctx.query = { ...ctx.query, status: 'draft' };
      } catch (error) {
        throw asValidationError(error);
      }
    }
    return next();
  });
};
