import { useDocumentRBAC } from '@strapi/strapi/admin';

import { useRevisionPermissions } from './useRevisionPermissions';

/** Restoring writes the document: it needs the right to restore and the right to update. */
export const useCanRestore = (): boolean => {
  const { canRestore } = useRevisionPermissions();
  const canUpdate = useDocumentRBAC('useCanRestore', (state) => state.canUpdate);
  return canRestore && canUpdate === true;
};
