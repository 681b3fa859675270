import * as React from 'react';

import { useNotification } from '@strapi/strapi/admin';

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
  const [send, { isLoading }] = useRestoreRevisionMutation();
  const [isDone, setIsDone] = React.useState(false);
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
    setIsDone(true);
    await close(revision.locale);
    toggleNotification({ type: 'success', message: t('restore.done', { number: revision.number }) });
    onDone();
  };

  // Until the page shows what was restored, the dialog stays as it is.
  return { restore, isLoading: isLoading || isDone, failure };
};
