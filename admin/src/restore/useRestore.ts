import * as React from 'react';

import { useNotification } from '@strapi/strapi/admin';

import { useRestoreRevisionMutation } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { Choice } from './choice';
import type { QueryError } from '../utils/queryError';
import type { Revision } from '../../../contracts/revision';

interface RestoreTask {
  revision: Revision;
  uid: string;
  collectionType: string;
  /** goes to where what was restored is seen */
  onRestored: () => Promise<void> | void;
  onDone: () => void;
}

interface Restoring {
  restore: (choice: Choice, fields: string[] | undefined) => Promise<void>;
  isLoading: boolean;
  failure: QueryError | null;
}

/** Restores, and goes to what was restored. */
export const useRestore = ({ revision, uid, collectionType, onRestored, onDone }: RestoreTask): Restoring => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
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
    await onRestored();
    toggleNotification({ type: 'success', message: t('restore.done', { number: revision.number }) });
    onDone();
  };

  // Until the page shows what was restored, the dialog stays as it is.
  return { restore, isLoading: isLoading || isDone, failure };
};
