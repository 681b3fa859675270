import type { Core } from '@strapi/strapi';
import type { Actor, Origin } from '../../../contracts/revision';

/** Who saves, and through which door: read off the request that is being answered, if there is one. */
export interface Door {
  actor: Actor;
  origin: Origin;
}

const SYSTEM: Actor = { type: 'system', id: null, name: null };

interface RequestContext {
  originalUrl?: string;
  request?: { headers?: Record<string, string | string[] | undefined>; body?: unknown };
  state?: {
    user?: { id: number; firstname?: string; lastname?: string; username?: string };
    auth?: {
      strategy?: { name?: string };
      credentials?: { id: number; name?: string; username?: string } | null;
    };
    route?: { info?: { type?: string } };
  };
}

/** The request being answered; undefined in a job, a script or at the start. */
export const currentRequest = (strapi: Core.Strapi): RequestContext | undefined =>
  strapi.requestContext.get() as RequestContext | undefined;

const nameOf = (...parts: (string | undefined | null)[]): string | null =>
  parts.filter(Boolean).join(' ').trim() || null;

const actorOf = (state: RequestContext['state']): Actor => {
  const credentials = state?.auth?.credentials;
  switch (state?.auth?.strategy?.name) {
    case 'admin':
    case 'admin-token': {
      const user = state.user;
      if (!user) return SYSTEM;
      return {
        type: 'admin',
        id: user.id,
        name: nameOf(user.firstname, user.lastname) ?? user.username ?? null,
      };
    }
    case 'users-permissions': {
      const user = state.user ?? credentials;
      return user ? { type: 'user', id: user.id, name: user.username ?? null } : SYSTEM;
    }
    case 'content-api-token':
    case 'api-token':
      return credentials ? { type: 'api-token', id: credentials.id, name: credentials.name ?? null } : SYSTEM;
    default:
      return SYSTEM;
  }
};

const originOf = (strapi: Core.Strapi, { originalUrl = '', state }: RequestContext): Origin => {
  const path = originalUrl.split('?')[0]!;
  const endpoint = strapi.config.get<string>('plugin::graphql.endpoint', '/graphql');
  if (path === endpoint) return 'graphql';
  if (state?.route?.info?.type === 'admin') return 'admin';
  if (state?.auth?.strategy?.name === 'admin') return 'admin';
  return 'rest';
};

export const doorOf = (strapi: Core.Strapi): Door => {
  const request = currentRequest(strapi);
  if (!request) return { actor: SYSTEM, origin: 'service' };
  return { actor: actorOf(request.state), origin: originOf(strapi, request) };
};
