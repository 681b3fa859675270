import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { accessOf } from '../access/access-of';
import { getService } from '../services';
import type { RevisionContent } from '../services/content';
import type { Context } from './context';

export interface VisibleRevision {
  found: RevisionContent;
  access: Access;
  entity: Entity;
}

/**
 * A revision, if the caller may read the document it is of. The permission is asked of the row, never of what the
 * request says about it.
 *
 * @throws NotFoundError: unknown and not visible look alike
 */
export const loadVisibleRevision = async (
  strapi: Core.Strapi,
  ctx: Context,
  id: number
): Promise<VisibleRevision> => {
  const found = await getService(strapi, 'content').load(id, { shown: true });
  if (found) {
    const { uid, documentId } = found.document;
    const access = accessOf(strapi, ctx, uid);
    const entity = await access.entityOf({ documentId, locale: found.row.locale });
    if (await access.can('read', entity)) return { found, access, entity };
  }
  throw new errors.NotFoundError(`No revision ${id}`);
};
