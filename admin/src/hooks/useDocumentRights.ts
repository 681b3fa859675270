import * as React from 'react';

import { useRBAC } from '@strapi/strapi/admin';

interface DocumentRights {
  canUpdate: boolean;
  canPublish: boolean;
}

/**
 * What the signed-in user may do with documents of a type, inside the content manager and out of it; false until that
 * is known. Each use asks anew: lists take the content manager's own answer, see `useCanRestore`.
 */
export const useDocumentRights = (uid: string): DocumentRights => {
  const permissions = React.useMemo(
    () =>
      ['update', 'publish'].map((name) => ({
        action: `plugin::content-manager.explorer.${name}`,
        subject: uid,
      })),
    [uid]
  );
  const { allowedActions } = useRBAC(permissions);
  return { canUpdate: allowedActions.canUpdate === true, canPublish: allowedActions.canPublish === true };
};
