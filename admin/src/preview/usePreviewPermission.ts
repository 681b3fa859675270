import { useRBAC } from '@strapi/strapi/admin';

import { SHARES_PREVIEWS } from '../permissions';

/** Whether the signed-in user may share previews; false until that is known. */
export const usePreviewPermission = (): boolean => {
  const { allowedActions } = useRBAC(SHARES_PREVIEWS);
  return allowedActions.canCreate === true;
};
