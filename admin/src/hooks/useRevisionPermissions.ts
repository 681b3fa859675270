import { useRBAC } from '@strapi/strapi/admin';

import { PERMISSIONS } from '../permissions';

interface RevisionPermissions {
  canRead: boolean;
  canRestore: boolean;
  canAnnotate: boolean;
}

/** What the signed-in user may do with revisions; all false until that is known. */
export const useRevisionPermissions = (): RevisionPermissions => {
  const { allowedActions } = useRBAC(PERMISSIONS);
  return {
    canRead: allowedActions.canRead === true,
    canRestore: allowedActions.canRestore === true,
    canAnnotate: allowedActions.canAnnotate === true,
  };
};
