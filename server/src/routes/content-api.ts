import type { Core } from '@strapi/strapi';
import { ENDPOINTS } from './endpoints';

type Handler = (ctx: unknown) => unknown;

/**
 * Strapi lists every controller function that a content API route names as a permission of its own. Only `find`,
 * `annotate` and `restore` are to be listed: the others are called past the name.
 */
const handlerOf = (
  strapi: Core.Strapi,
  { handler, content }: (typeof ENDPOINTS)[number]
): string | Handler => {
  if (handler === content) return `revision.${handler}`;
  return (ctx) => {
    const controller = strapi.plugin('revisions').controller('revision') as unknown as Record<
      string,
      Handler
    >;
    return controller[handler]!(ctx);
  };
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  type: 'content-api' as const,
  routes: ENDPOINTS.map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    handler: handlerOf(strapi, endpoint),
    config: { auth: { scope: [`plugin::revisions.revision.${endpoint.content}`] } },
  })),
});
