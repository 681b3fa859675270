import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useAnnotateRevisionMutation } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { Revision } from '../../../contracts/revision';

/** Pins a revision, or lets it go again. */
export const usePin = ({ id, number, pinned }: Revision): (() => Promise<void>) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const [annotate] = useAnnotateRevisionMutation();

  return async () => {
    const answer = await annotate({ id, changes: { pinned: !pinned } });
    if ('error' in answer && answer.error) {
      toggleNotification({ type: 'danger', message: formatAPIError(answer.error) });
    } else {
      toggleNotification({
        type: 'success',
        message: t(pinned ? 'annotate.unpinned' : 'annotate.pinned', { number }),
      });
    }
  };
};
