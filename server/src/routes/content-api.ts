import type { Core } from '@strapi/strapi';
import { ENDPOINTS, type Endpoint } from './endpoints';
import { noNul } from './no-nul';

type Handler = (ctx: unknown) => unknown;

/**
 * Strapi lists every controller function that a content API route names as a permission of its own. Only those of the
 * public interface (`find`, `restore`, …) are to be listed: the others are called past the name.
 */
const handlerOf = (strapi: Core.Strapi, { controller, handler, content }: Endpoint): string | Handler => {
  if (handler === content) return `${controller}.${handler}`;
  return (ctx) => {
    const functions = strapi.plugin('revisions').controller(controller) as unknown as Record<string, Handler>;
    return functions[handler]!(ctx);
  };
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  type: 'content-api' as const,
  routes: ENDPOINTS.map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    handler: handlerOf(strapi, endpoint),
    config: {
      auth: { scope: [`plugin::revisions.${endpoint.controller}.${endpoint.content}`] },
      middlewares: [noNul],
    },
  })),
});
