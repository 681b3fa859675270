import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { stepsOf } from '../core/path-steps';
import { getService } from '../services';
import { isGranted } from './is-granted';
import { pathOf, type Access, type DocumentAction, type Place } from './access';

/** The content API's actions that give a right on a document; any of them will do. */
const SCOPES: Record<DocumentAction, string[]> = {
  read: ['find', 'findOne'],
  create: ['create'],
  update: ['update'],
  publish: ['update'],
};

/** API tokens, Users & Permissions roles: a right on a type is a right on all its documents. */
export const contentApiAccess = (strapi: Core.Strapi, auth: unknown, uid: string): Access => {
  const schema = strapi.contentType(uid as never);
  const options = { auth } as never;

  const verified = new Map<string, Promise<boolean>>();
  const mayDo = (scope: string): Promise<boolean> => {
    const known = verified.get(scope) ?? isGranted(strapi, auth, scope);
    verified.set(scope, known);
    return known;
  };

  /**
   * Strapi's sanitizer takes out what is private, and relations whose target the caller may not find, by what it points
   * at where a morph relation could be anything (@strapi/utils, sanitize/visitors/remove-restricted-relations).
   */
  const isReadable = async (place: Place): Promise<boolean> => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    for (const { uid: owner, name, shape } of stepsOf(pathOf(place), structure)) {
      if (contentTypes.isPrivateAttribute(strapi.getModel(owner as never), name)) return false;
      if (shape.type !== 'relation') continue;
      const target = shape.target ?? (typeof place === 'string' ? undefined : place.target);
      if (target !== undefined && !(await mayDo(`${target}.find`))) return false;
    }
    return true;
  };

  return {
    adminId: null,
    entityOf: async ({ documentId, locale }) => ({ documentId, locale: locale || null }),
    async can(action) {
      for (const name of SCOPES[action]) if (await mayDo(`${uid}.${name}`)) return true;
      return false;
    },
    sanitize: (content) => strapi.contentAPI.sanitize.output(content as never, schema, options) as never,
    sanitizeInput: (data) => strapi.contentAPI.sanitize.input(data as never, schema, options) as never,
    async sanitizeQuery(query) {
      await strapi.contentAPI.validate.query(query, schema, options);
      return strapi.contentAPI.sanitize.query(query, schema, options);
    },
    async readable(places) {
      const shown = await Promise.all(places.map(isReadable));
      return places.filter((_, index) => shown[index]);
    },
  };
};
