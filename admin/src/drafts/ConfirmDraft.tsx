import * as React from 'react';

import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useLocation, useNavigate } from 'react-router-dom';

import { useDeleteDraftMutation } from '../api/draftsApi';
import { useReturnFocus } from '../hooks/useReturnFocus';
import { useTranslate } from '../hooks/useTranslate';
import { draftSearch } from './draftSearch';
import { currentSession, noteEnded } from './draftStore';
import { useForgetDraftsMutation } from './draftTags';

import type { DraftView } from './engine/session';

interface ConfirmDraftProps {
  view: DraftView;
  purpose: 'discard' | 'delete';
  onClose: () => void;
}

/** Nothing brings a draft back: one is asked before it goes. */
export const ConfirmDraft = ({ view, purpose, onClose }: ConfirmDraftProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { toggleNotification } = useNotification();
  const returnFocus = useReturnFocus();
  const [deleteDraft] = useDeleteDraftMutation();
  const [forgetDrafts] = useForgetDraftsMutation();
  const [isBusy, setIsBusy] = React.useState(false);
  const { draft } = view.save;
  const isDelete = purpose === 'delete';

  const act = async () => {
    const session = currentSession();
    if (!isDelete) {
      await session?.discard();
      void forgetDrafts();
      if (view.mode === 'new') navigate({ pathname, search: draftSearch(search, null) }, { replace: true });
      return;
    }
    if (!draft) return;
    const answer = await deleteDraft(draft.id);
    if ('error' in answer && answer.error) throw answer.error;
    noteEnded(draft.id);
    session?.end();
    navigate({ pathname, search: draftSearch(search, null) }, { replace: true });
    toggleNotification({ type: 'success', message: t('draft.deleted', { name: draft.name ?? '' }) });
  };

  const confirm = async () => {
    setIsBusy(true);
    try {
      await act();
      onClose();
    } catch {
      setIsBusy(false);
      toggleNotification({ type: 'danger', message: t('draft.discard.failed') });
    }
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content onCloseAutoFocus={returnFocus}>
        <Dialog.Header>{t(isDelete ? 'draft.delete.title' : 'draft.discard.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}>
          <Flex direction="column" gap={2}>
            <Typography textAlign="center" style={{ overflowWrap: 'anywhere' }}>
              {isDelete
                ? t('draft.delete.text', { name: draft?.name ?? '' })
                : t('draft.discard.text', { count: view.changed.length })}
            </Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth loading={isBusy} onClick={() => void confirm()}>
            {t(isDelete ? 'draft.delete' : 'draft.discard')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
