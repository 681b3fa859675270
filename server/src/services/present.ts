import type { Core } from '@strapi/strapi';
import type { Access, Entity } from '../access/access';
import type { Snapshot } from '../core/snapshot';
import { entryOf } from './entry-of';
import type { Selection } from './hydrate';

/**
 * Content as an entry, with what the caller may see of it; references whose target is gone are left out.
 *
 * @param locale '' where the type is not localized
 */
export const present = async (
  strapi: Core.Strapi,
  {
    uid,
    documentId,
    locale,
    content,
    access,
    selection,
  }: {
    uid: string;
    documentId: string | null;
    locale: string;
    content: Snapshot;
    access: Access;
    selection?: Selection;
  }
): Promise<Entity> => {
  const entry = await entryOf(strapi, uid, content, selection);
  return access.sanitize({ ...entry, documentId, locale: locale || null });
};
