import * as React from 'react';

import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';

/** Until when a link works, in words. */
export const useUntil = (): ((expiresAt: string | null) => string) => {
  const t = useTranslate();
  const { formatDate } = useIntl();

  return React.useCallback(
    (expiresAt) =>
      expiresAt === null
        ? t('share.endless')
        : t('share.until', { until: formatDate(expiresAt, { dateStyle: 'medium', timeStyle: 'short' }) }),
    [formatDate, t]
  );
};
