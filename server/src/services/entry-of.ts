import type { Core } from '@strapi/strapi';
import { withoutMissing } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import { hydrate, type Selection } from './hydrate';
import { createResolve } from './resolve-references';
import { createTargets } from './targets';
import { getService } from '.';

/** Content, in today's structure, as an entry; references whose target is gone are left out. */
export const entryOf = async (
  strapi: Core.Strapi,
  uid: string,
  content: Snapshot,
  selection?: Selection
): Promise<Record<string, unknown>> => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const targets = createTargets(strapi, { whole: true });
  const resolve = await createResolve(targets, content, structure);
  const { content: kept } = withoutMissing(content, structure, resolve);
  return hydrate(strapi, { content: kept, structure, targets, selection });
};
