import { Cog, Trash, ArrowsHorizontal } from '@strapi/icons';
import { useLocation, useMatch } from 'react-router-dom';

import { useOpenCompare } from '../hooks/useOpenCompare';
import { useTranslate } from '../hooks/useTranslate';
import { draftRef } from '../utils/draftPath';
import { draftIdIn } from './draftSearch';
import { currentSession, openDialog, useDialog, useDraftView, useKnownRights } from './draftStore';
import { useFlushThen } from './useFlushThen';

import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';

/** They are about the content type, or lead elsewhere. */
const KEPT = new Set<DocumentActionComponent['type']>(['configure-the-view', 'edit-the-model']);

/** Whether the address opens a draft of a document that there is. On the create page Save makes the document. */
const useIsDraftOpen = (): boolean => {
  const { search } = useLocation();
  const isCreating = useMatch('/content-manager/:collectionType/:slug/create') !== null;
  return draftIdIn(search) !== null && !isCreating;
};

/**
 * Save and Publish while a draft is open: they apply it. What else changes the document is not there meanwhile; Strapi's
 * own shortcuts rest too, since they believe themselves on the tab "Published".
 */
export const whileDraftIsOpen = (Action: DocumentActionComponent): DocumentActionComponent => {
  const { type } = Action;
  if (KEPT.has(type)) return Action;

  const Replaced: DocumentActionComponent = (props) => {
    const t = useTranslate();
    const isOpen = useIsDraftOpen();
    const view = useDraftView();
    const dialog = useDialog();
    const { mayApply, mayPublish } = useKnownRights();
    const description = Action(isOpen ? { ...props, activeTab: 'published' } : props);
    if (!isOpen) return description;
    if ((type !== 'update' && type !== 'publish') || !description) return null;

    const isPublish = type === 'publish';
    const isBusy = dialog === (isPublish ? 'publish' : 'apply');
    return {
      label: t(isPublish ? 'draft.apply.publish' : 'draft.apply'),
      position: ['panel'],
      loading: isBusy,
      disabled: view?.status !== 'open' || dialog !== null || !(isPublish ? mayPublish : mayApply),
      onClick: (event) => {
        event.preventDefault();
        openDialog(isPublish ? 'publish' : 'apply');
      },
    };
  };
  return Object.assign(Replaced, { type, position: Action.position });
};

const DraftSettings: DocumentActionComponent = () => {
  const t = useTranslate();
  const isOpen = useIsDraftOpen();
  const { mayEdit } = useKnownRights();
  if (!isOpen || !mayEdit) return null;
  return {
    label: t('draft.settings'),
    icon: <Cog />,
    position: 'header',
    onClick: () => openDialog('settings'),
  };
};
DraftSettings.position = 'header';

const DraftCompare: DocumentActionComponent = ({ model, documentId, collectionType }) => {
  const t = useTranslate();
  const isOpen = useIsDraftOpen();
  const view = useDraftView();
  const openCompare = useOpenCompare({ uid: model, documentId: documentId ?? '', collectionType });
  const flushThen = useFlushThen();
  const id = view?.save.draft?.id;
  if (!isOpen || id === undefined) return null;
  return {
    label: t('draft.compare'),
    icon: <ArrowsHorizontal />,
    position: 'header',
    onClick: () =>
      void flushThen(() =>
        openCompare({
          from: 'current',
          to: draftRef(id),
          locale: currentSession()?.place.locale ?? null,
        })
      ),
  };
};
DraftCompare.position = 'header';

const DraftDelete: DocumentActionComponent = () => {
  const t = useTranslate();
  const isOpen = useIsDraftOpen();
  const { mayDelete } = useKnownRights();
  if (!isOpen || !mayDelete) return null;
  return {
    label: t('draft.delete'),
    icon: <Trash />,
    variant: 'danger',
    position: 'header',
    onClick: () => openDialog('delete'),
  };
};
DraftDelete.position = 'header';

/** In the header's menu while a draft is open. */
export const DRAFT_ACTIONS = [DraftCompare, DraftSettings, DraftDelete];
