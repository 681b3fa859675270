import * as React from 'react';

import {
  unstable_useDocumentLayout as useDocumentLayout,
  useAuth,
  useDocumentRBAC,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useLocation, useParams } from 'react-router-dom';

import { useGetTrackingQuery } from '../api/revisionsApi';
import { useHistoryId } from '../hooks/useHistoryId';
import { isLocalized } from '../utils/isLocalized';
import { localeIn } from '../utils/historySearch';
import { draftIdIn } from './draftSearch';
import { useDraftPermissions } from './useDraftPermissions';

import type { Place } from './engine/place';

interface Document {
  documentId?: string;
  locale?: string | null;
}

/**
 * What the page edits, where it can be kept in a draft; null where it cannot: in history, on the tab "Published", while
 * an entry is being duplicated, without the rights, or where autosave is off.
 */
export const useDraftPlace = (uid: string, document: Document | undefined): Place | null => {
  const { search } = useLocation();
  const { origin, id, collectionType = '' } = useParams();
  const [{ query }] = useQueryParams<{ status?: string }>();
  const isInHistory = useHistoryId() !== null;
  const { edit } = useDocumentLayout(uid);
  const { data: tracked } = useGetTrackingQuery();
  const userId = useAuth('useDraftPlace', ({ user }) => user?.id);
  const canUpdate = useDocumentRBAC('useDraftPlace', (rights) => rights.canUpdate);
  const canCreate = useDocumentRBAC('useDraftPlace', (rights) => rights.canCreate);
  const { canCreate: canDraft, canReadPeer } = useDraftPermissions();

  const draftId = draftIdIn(search);
  const isSingle = collectionType === 'single-types';
  const documentId = document?.documentId ?? (isSingle || id === 'create' ? null : (id ?? null));
  const locale = isLocalized(edit.options) ? (localeIn(search) ?? document?.locale ?? null) : null;
  const delay = tracked?.autosaveDelay;
  const mayEdit = documentId === null ? canCreate : canUpdate;
  const isKept =
    draftId === null || documentId === null ? tracked?.autosave.includes(uid) : tracked?.uids.includes(uid);
  // Somebody else's may be looked at.
  const isAllowed = draftId !== null && documentId !== null ? canDraft || canReadPeer : canDraft && mayEdit;
  const isThere = !isInHistory && !origin && query.status !== 'published' && isAllowed && isKept === true;

  // Once an unsaved draft has its name in the address, it is the same one still.
  const named = documentId === null ? null : draftId;
  const unsavedId = documentId === null ? draftId : null;
  return React.useMemo(() => {
    if (!isThere || delay === undefined || userId === undefined) return null;
    const userKey = String(userId);
    const key = [userKey, uid, documentId ?? 'create', locale ?? '', named ?? ''].join('|');
    return {
      key,
      userId: userKey,
      uid,
      documentId,
      collectionType,
      locale,
      draftId: named,
      unsavedId,
      delay,
    };
  }, [collectionType, delay, documentId, isThere, locale, named, uid, unsavedId, userId]);
};
