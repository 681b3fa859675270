import { useDocumentRBAC } from '@strapi/strapi/admin';

import { useDraftPermissions } from './useDraftPermissions';
import { useIsMine } from './useIsMine';
import { NO_RIGHTS } from './draftStore';

import type { DraftRights } from './draftStore';
import type { DraftView } from './engine/session';

/** What the user may do with the draft that is open (public interface, section 6). */
export const useDraftRights = (view: DraftView | null): DraftRights => {
  const isMine = useIsMine();
  const { isLoading, canCreate, canReadPeer, canUpdatePeer, canDeletePeer, canApply } = useDraftPermissions();
  const canUpdate = useDocumentRBAC('useDraftRights', (rights) => rights.canUpdate) === true;
  const canPublish = useDocumentRBAC('useDraftRights', (rights) => rights.canPublish) === true;
  const draft = view?.save.draft;

  if (!draft || isLoading) return NO_RIGHTS;
  const mine = isMine(draft);
  const mayApply = canUpdate && (mine ? canCreate : canReadPeer && canApply);
  return {
    isKnown: true,
    mayEdit: canUpdate && (mine ? canCreate : canUpdatePeer),
    mayDelete: mine ? canCreate : canDeletePeer,
    mayApply,
    mayPublish: mayApply && canPublish,
  };
};
