import type { Core } from '@strapi/strapi';
import type { Access, Entity } from '../access/access';
import { withoutMissing } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import { hydrate, type Selection } from './hydrate';
import { createResolve } from './resolve-references';
import { createTargets } from './targets';
import { getService } from '.';

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
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const targets = createTargets(strapi, { whole: true });
  const { content: kept } = withoutMissing(
    content,
    structure,
    await createResolve(targets, content, structure)
  );
  const entry = await hydrate(strapi, { content: kept, structure, targets, selection });
  return access.sanitize({ ...entry, documentId, locale: locale || null });
};
