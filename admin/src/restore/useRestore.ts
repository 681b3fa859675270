import * as React from 'react';

import { useForm, useNotification } from '@strapi/strapi/admin';

import { useRestoreRevisionMutation } from '../api/revisionsApi';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';

import type { Choice } from './choice';
import type { QueryError } from '../utils/queryError';
import type { Revision } from '../../../contracts/revision';

interface RestoreTask {
  revision: Revision;
  uid: string;
  collectionType: string;
  onDone: () => void;
}

interface Restoring {
  restore: (choice: Choice, fields: string[] | undefined) => Promise<void>;
  isLoading: boolean;
  failure: QueryError | null;
}

/** Restores, and goes back to the edit form with what was restored in it. */
export const useRestore = ({ revision, uid, collectionType, onDone }: RestoreTask): Restoring => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { close } = useRevisionNavigation();
  const resetForm = useForm('useRestore', (form) => form.resetForm);
  const [send, { isLoading }] = useRestoreRevisionMutation();
  const [failure, setFailure] = React.useState<QueryError | null>(null);

  const restore = async ({ locales, publish, notes }: Choice, fields: string[] | undefined) => {
    setFailure(null);
    const answer = await send({
      id: revision.id,
      uid,
      documentId: revision.documentId,
      collectionType,
      fields,
      locales,
      publish: publish || undefined,
      notes: notes || undefined,
    });
    if ('error' in answer && answer.error) {
      setFailure(answer.error as QueryError);
      return;
    }
    toggleNotification({ type: 'success', message: t('restore.done', { number: revision.number }) });
    onDone();
    // Some inputs touch their value when they are shown; that is no change to warn about.
    resetForm();
    close(revision.locale);
  };

  return { restore, isLoading, failure };
};
