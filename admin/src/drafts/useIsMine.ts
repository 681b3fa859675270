import * as React from 'react';

import { useAuth } from '@strapi/strapi/admin';

import type { Draft } from '../../../contracts/draft';

/** Whether a draft is the signed-in user's. */
export const useIsMine = (): ((draft: Pick<Draft, 'creator'>) => boolean) => {
  const userId = useAuth('useIsMine', ({ user }) => user?.id);
  return React.useCallback(
    ({ creator }) => creator.type === 'admin' && creator.id === Number(userId),
    [userId]
  );
};
