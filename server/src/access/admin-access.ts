import type { Core } from '@strapi/strapi';
import { stepsOf } from '../core/path-steps';
import type { AttributeShape } from '../core/structure';
import { getService } from '../services';
import { dependsOnRow } from './depends-on-row';
import { entityOf } from './entity-of';
import { pathOf, type Access, type DocumentAction, type Entity, type Place } from './access';
import { checkAdminQuery } from './admin-query';

interface Checker {
  can: Record<DocumentAction, (entity?: Entity, field?: string) => boolean>;
  cannot: Record<DocumentAction, (entity?: Entity, field?: string) => boolean>;
  sanitizeOutput(data: Entity): Promise<Entity>;
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

  /** A role is granted the leaves of a component, never the component itself; of a dynamic zone all or nothing. */
  const mayRead = (place: Place, entity: Entity): boolean => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    const isGranted = (field: string, { type, component }: AttributeShape, above: string[] = []): boolean => {
      if (checker.can.read(entity, field)) return true;
      if (type !== 'component' || component === undefined || above.includes(component)) return false;
      return Object.entries(structure.components[component] ?? {}).some(([leaf, shape]) =>
        isGranted(`${field}.${leaf}`, shape, [...above, component])
      );
    };

    const steps = stepsOf(pathOf(place), structure);
    const zone = steps.findIndex(({ shape }) => shape.type === 'dynamiczone');
    const granted = zone < 0 ? steps : steps.slice(0, zone + 1);
    const last = granted.at(-1);
    return !last || isGranted(granted.map(({ name }) => name).join('.'), last.shape);
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
    async entityOf({ documentId, locale }) {
      if (dependsOnRow(state.userAbility, uid)) return entityOf(strapi, { uid, documentId, locale });
      return { documentId, locale: locale || null };
    },
    can: async (action, entity) => checker.can[action](await inKnownLocale(entity)),
    async sanitize(content) {
      const sanitized = await checker.sanitizeOutput(await inKnownLocale(content));
      return Object.hasOwn(content, 'locale') ? { ...sanitized, locale: content.locale } : sanitized;
    },
    async sanitizeInput(data, entity, action = 'update') {
      // without the right itself, Strapi's sanitizer lets everything through
      if (checker.cannot[action](entity)) return {};
      return action === 'create'
        ? checker.sanitizeCreateInput(data)
        : checker.sanitizeUpdateInput(entity)(data);
    },
    async sanitizeQuery(query, entity) {
      const known = await inKnownLocale(entity);
      return checkAdminQuery(strapi, uid, query, (path) => mayRead(path, known));
    },
    async readable(places, entity) {
      const known = await inKnownLocale(entity);
      return places.filter((place) => mayRead(place, known));
    },
  };
};
