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
    // no role has a right on what the schema lost; that it once was there is no secret
    if (!attributes[name] || checker.can.read(entity, name)) return true;
    // a role is granted the leaves of a component, never the component itself
    const attribute = attributes[name];
    if (attribute?.type !== 'component') return false;
    const { component } = attribute as unknown as { component: string };
    const model = strapi.getModel(component as never) as { attributes: object } | undefined;
    return Object.keys(model?.attributes ?? {}).some((leaf) => checker.can.read(entity, `${name}.${leaf}`));
  };

  /**
   * A role's locales are those there are. What is left of one that was removed is shown to whom the default locale
   * is: else nobody could look at it any more.
   */
  const inKnownLocale = async (entity: Entity): Promise<Entity> => {
    const i18n = strapi.plugin('i18n')?.service('locales');
    if (!i18n || typeof entity.locale !== 'string') return entity;
    locales ??= i18n.find() as Promise<{ code: string }[]>;
    const known = await locales;
    if (known.some(({ code }) => code === entity.locale)) return entity;
    return { ...entity, locale: await i18n.getDefaultLocale() };
  };
  let locales: Promise<{ code: string }[]> | undefined;

  return {
    adminId: state.user?.id ?? null,
    can: async (action, entity) => checker.can[action](await inKnownLocale(entity)),
    async sanitize(content) {
      const sanitized = await checker.sanitizeOutput(await inKnownLocale(content));
      return Object.hasOwn(content, 'locale') ? { ...sanitized, locale: content.locale } : sanitized;
    },
    async sanitizeInput(data, entity) {
      // without the right itself, Strapi's sanitizer lets everything through
      if (checker.cannot.update(entity)) return {};
      return checker.sanitizeUpdateInput(entity)(data);
    },
    async sanitizeQuery(query) {
      await checker.validateQuery(query);
      return checker.sanitizeQuery(query);
    },
    async readable(names, entity) {
      const known = await inKnownLocale(entity);
      return names.filter((name) => mayRead(name, known));
    },
  };
};
