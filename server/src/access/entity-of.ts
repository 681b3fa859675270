import type { Core } from '@strapi/strapi';
import type { Entity } from './access';

/**
 * What conditions of a role may look at: the row as it is, with its creator. Where there is none in this locale, what
 * is known without one.
 */
export const entityOf = async (
  strapi: Core.Strapi,
  { uid, documentId, locale }: { uid: string; documentId: string; locale: string }
): Promise<Entity> => {
  const { attributes } = strapi.db.metadata.get(uid);
  const populate = Object.fromEntries(
    ['createdBy', 'updatedBy']
      .filter((name) => attributes[name])
      .map((name) => [name, { populate: ['roles'] }])
  );
  const row = await strapi.db.query(uid as never).findOne({
    where: { documentId, ...(locale && { locale }) },
    orderBy: { id: 'asc' },
    populate: populate as never,
  });
  return row ?? { documentId, locale: locale || null };
};
