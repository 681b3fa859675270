import * as React from 'react';

import { isBaseQueryError, useAPIErrorHandler, useForm, useNotification } from '@strapi/strapi/admin';
import { useLocation, useNavigate } from 'react-router-dom';

import { useApplyDraftMutation } from '../api/draftsApi';
import { useTranslate } from '../hooks/useTranslate';
import { applyConflictOf } from '../utils/applyConflict';
import { draftSearch } from './draftSearch';
import { currentSession, noteEnded, openDialog, useKnownRights } from './draftStore';

import type { DraftView } from './engine/session';
import type { QueryError } from '../utils/queryError';

interface ApplyRunnerProps {
  view: DraftView;
  publish: boolean;
  onClose: () => void;
}

/**
 * Applies the draft that is open. What both sides changed has to be decided first: nothing is chosen silently. It shows
 * nothing of its own; the buttons show that something is under way.
 */
export const ApplyRunner = ({ view, publish, onClose }: ApplyRunnerProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError, _unstableFormatValidationErrors: formatValidationErrors } =
    useAPIErrorHandler();
  const [apply] = useApplyDraftMutation();
  const { mayEdit } = useKnownRights();
  const setErrors = useForm('ApplyRunner', (form) => form.setErrors);
  const hasBegun = React.useRef(false);

  const run = async () => {
    const session = currentSession();
    await session?.flush();
    const now = session?.view();
    const draft = now?.save.draft;
    if (!session || !now || !draft) return;
    if (now.save.phase === 'paused' || now.save.phase === 'offline') {
      toggleNotification({ type: 'danger', message: t('draft.apply.unsaved') });
      return;
    }
    if (now.conflicts.length > 0) {
      if (mayEdit) openDialog('resolve');
      else toggleNotification({ type: 'warning', message: t('draft.apply.undecided') });
      return;
    }

    const { uid, documentId, collectionType } = view.place;
    const answer = await apply({
      id: draft.id,
      uid,
      documentId: documentId ?? '',
      collectionType,
      lockVersion: draft.lockVersion,
      publish: publish || undefined,
    });
    if ('error' in answer && answer.error) {
      const error = answer.error as QueryError;
      const conflict = applyConflictOf(error, draft);
      const message = conflict ? t(conflict) : formatAPIError(error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      if (isBaseQueryError(error) && error.name === 'ValidationError') {
        setErrors(formatValidationErrors(error as Parameters<typeof formatValidationErrors>[0]));
      }
      if (conflict === 'drafts.failed.changed') await session.refresh();
      return;
    }
    noteEnded(draft.id);
    session.end();
    navigate({ pathname, search: draftSearch(search, null) }, { replace: true });
    toggleNotification({
      type: 'success',
      message: t(publish ? 'draft.applied.published' : 'draft.applied', { name: draft.name ?? '' }),
    });
  };

  React.useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    // Another dialog may have taken its place by the end.
    void run().finally(() => onClose());
    // Once for each time that somebody asks for it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return null;
};
