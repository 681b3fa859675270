import { useRBAC } from '@strapi/strapi/admin';

const PERMISSIONS = ['create', 'read-peer', 'update-peer', 'delete-peer', 'apply'].map((name) => ({
  action: `plugin::revisions.draft.${name}`,
  subject: null,
}));

interface DraftPermissions {
  isLoading: boolean;
  canCreate: boolean;
  canReadPeer: boolean;
  canUpdatePeer: boolean;
  canDeletePeer: boolean;
  canApply: boolean;
}

/** What the signed-in user may do with drafts; all false until that is known. */
export const useDraftPermissions = (): DraftPermissions => {
  const { allowedActions, isLoading } = useRBAC(PERMISSIONS);
  const may = (name: string) => (allowedActions as Record<string, boolean>)[name] === true;
  return {
    isLoading,
    canCreate: may('canCreate'),
    canReadPeer: may('canReadPeer'),
    canUpdatePeer: may('canUpdatePeer'),
    canDeletePeer: may('canDeletePeer'),
    canApply: may('canApply'),
  };
};
