import type { Core } from '@strapi/strapi';
import { offerRelations } from './offer-relations';
import { refuseWrites } from './refuse-writes';
import { showRelations } from './show-relations';
import { showRevision } from './show-revision';
import type { Middleware } from './request';

interface Route {
  method: string;
  handler: unknown;
  config?: { middlewares?: unknown[] };
}

const READS: Record<string, (strapi: Core.Strapi) => Middleware> = {
  'collection-types.findOne': showRevision,
  'single-types.find': showRevision,
  'relations.findExisting': showRelations,
  'relations.findAvailable': () => offerRelations,
};

const isWrite = ({ method, handler }: Route): boolean =>
  method !== 'GET' && /^(collection|single)-types\./.test(String(handler));

/**
 * Shows a revision in the real edit view. Its address names the revision (`plugins[revisions][revisionId]=12`), the
 * content manager passes that on with every request, and here its answers are put in place of the live ones.
 *
 * On the content manager's routes and not in a Document Service middleware: its own checks (roles, conditions on the
 * live document) run first and as ever, what other code reads during the request stays what it is, and relations,
 * which do not pass through the Document Service, are served the same way.
 *
 * To be called in `register`, before the routes are mounted.
 */
export const registerEditView = ({ strapi }: { strapi: Core.Strapi }): void => {
  const { admin } = strapi.plugin('content-manager').routes as unknown as { admin: { routes: Route[] } };

  for (const route of admin.routes) {
    const middleware = (isWrite(route) ? refuseWrites : READS[String(route.handler)])?.(strapi);
    if (!middleware) continue;
    route.config = {
      ...route.config,
      middlewares: [...(route.config?.middlewares ?? []), middleware],
    };
  }
};
