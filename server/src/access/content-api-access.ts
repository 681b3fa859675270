import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Access, DocumentAction } from './access';

/** The content API's actions that give a right on a document; any of them will do. */
const SCOPES: Record<DocumentAction, string[]> = {
  read: ['find', 'findOne'],
  create: ['create'],
  update: ['update'],
  publish: ['update'],
};

const isRefusal = (error: unknown): boolean =>
  error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError;

/** API tokens, Users & Permissions roles: a right on a type is a right on all its documents. */
export const contentApiAccess = (strapi: Core.Strapi, auth: unknown, uid: string): Access => {
  const schema = strapi.contentType(uid as never);
  const options = { auth } as never;
  const { attributes } = schema as unknown as { attributes: Record<string, { private?: boolean }> };

  const isGranted = async (scope: string): Promise<boolean> => {
    try {
      await strapi.auth.verify(auth as never, { scope: [scope] });
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };

  return {
    adminId: null,
    async can(action) {
      for (const name of SCOPES[action]) if (await isGranted(`${uid}.${name}`)) return true;
      return false;
    },
    sanitize: (content) => strapi.contentAPI.sanitize.output(content as never, schema, options) as never,
    sanitizeInput: (data) => strapi.contentAPI.sanitize.input(data as never, schema, options) as never,
    async sanitizeQuery(query) {
      await strapi.contentAPI.validate.query(query, schema, options);
      return strapi.contentAPI.sanitize.query(query, schema, options);
    },
    readable: async (names) => names.filter((name) => attributes[name]?.private !== true),
  };
};
