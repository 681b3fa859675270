import type { Core } from '@strapi/strapi';
import type { Access, DocumentAction, Entity } from './access';

interface Checker {
  can: Record<DocumentAction, (entity?: Entity, field?: string) => boolean>;
  cannot: Record<DocumentAction, (entity?: Entity, field?: string) => boolean>;
  sanitizeOutput(data: Entity): Promise<Entity>;
  sanitizeQuery(query: object): Promise<Record<string, unknown>>;
  validateQuery(query: object): Promise<void>;
  sanitizeCreateInput(data: object): Promise<Record<string, unknown>>;
  sanitizeUpdateInput(entity: Entity): (data: object) => Promise<Record<string, unknown>>;
}

export interface AdminState {
  user?: { id: number };
  userAbility?: unknown;
}

/** The content manager's own checks: roles, conditions, locales, fields. */
export const adminAccess = (strapi: Core.Strapi, state: AdminState, uid: string): Access => {
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: state.userAbility, model: uid }) as Checker;
  const { attributes } = strapi.contentType(uid as never) as { attributes: Record<string, { type: string }> };

  const mayRead = (name: string, entity: Entity): boolean => {
    if (checker.can.read(entity, name)) return true;
    // a role is granted the leaves of a component, never the component itself
    const attribute = attributes[name];
    if (attribute?.type !== 'component') return false;
    const { component } = attribute as unknown as { component: string };
    const model = strapi.getModel(component as never) as { attributes: object } | undefined;
    return Object.keys(model?.attributes ?? {}).some((leaf) => checker.can.read(entity, `${name}.${leaf}`));
  };

  return {
    adminId: state.user?.id ?? null,
    can: async (action, entity) => checker.can[action](entity),
    sanitize: (content) => checker.sanitizeOutput(content),
    async sanitizeInput(data, entity) {
      // without the right itself, Strapi's sanitizer lets everything through
      if (checker.cannot.update(entity)) return {};
      return checker.sanitizeUpdateInput(entity)(data);
    },
    async sanitizeQuery(query) {
      await checker.validateQuery(query);
      return checker.sanitizeQuery(query);
    },
    readable: (names, entity) => names.filter((name) => mayRead(name, entity)),
  };
};
