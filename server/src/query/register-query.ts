import type { Core } from '@strapi/strapi';
import { PARAMETERS } from '../core/query/parse-query';
import { answerRead, asksForOurs, READS, type ReadContext } from './answer-read';

interface Route {
  method?: string;
  info?: { apiName?: string };
  request?: { query?: object };
}

/** Strapi keeps routes where it is started again within one process, and refuses what they have already. */
const isReadOfType =
  (name: string) =>
  ({ method, info, request }: Route): boolean =>
    method === 'GET' && Boolean(info?.apiName) && !Object.hasOwn(request?.query ?? {}, name);

/**
 * Makes the parameters known: to the Document Service, and, so that `strictParams` lets them through and the OpenAPI
 * document names them, to the content types' own routes. What they hold is checked by us: a union is more than Strapi's
 * schemas of parameters may be. To be called in `register`.
 */
export const registerQuery = (strapi: Core.Strapi): void => {
  strapi.documents.use((context, next) =>
    READS.has(context.action) && asksForOurs(context.params as Record<string, unknown>)
      ? (answerRead(strapi, context as unknown as ReadContext, next as () => Promise<unknown>) as never)
      : next()
  );
  strapi.contentAPI.addQueryParams(
    Object.fromEntries(
      [...PARAMETERS, 'version'].map((name) => [
        name,
        {
          schema: (z: typeof import('@strapi/utils').z) =>
            z.string(`${name}: give one value, as text`).optional(),
          matchRoute: isReadOfType(name),
        },
      ])
    ) as never
  );
};
