import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Whether a caller of the content API was granted an action, such as `plugin::revisions.draft.find`. */
export const isGranted = async (strapi: Core.Strapi, auth: unknown, scope: string): Promise<boolean> => {
  try {
    await strapi.auth.verify(auth as never, { scope: [scope] } as never);
    return true;
  } catch (error) {
    if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
    throw error;
  }
};
