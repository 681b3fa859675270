import * as React from 'react';

import { useTranslate } from './useTranslate';

import type { Actor } from '../../../contracts/revision';

/** Who did it, in words: the name where there is one, else what kind of visitor it was. */
export const useActorName = (): ((actor: Actor | null) => string) => {
  const t = useTranslate();

  return React.useCallback(
    (actor) => {
      if (actor?.name) return actor.name;
      switch (actor?.type) {
        case 'admin':
          return t('actor.admin', { id: actor.id ?? '?' });
        case 'user':
          return t('actor.user', { id: actor.id ?? '?' });
        case 'api-token':
          return t('actor.api-token', { id: actor.id ?? '?' });
        default:
          return t('actor.system');
      }
    },
    [t]
  );
};
