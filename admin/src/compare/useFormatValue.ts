import * as React from 'react';

import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));

/** A scalar in words, by the attribute's type. */
export const useFormatValue = (): ((value: unknown, type?: string) => string) => {
  const t = useTranslate();
  const { formatDate } = useIntl();

  return React.useCallback(
    (value, type) => {
      if (typeof value === 'boolean') return t(value ? 'value.true' : 'value.false');
      if (typeof value !== 'string') {
        return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
      }
      // A day is the same one wherever one looks at it from.
      if (type === 'date' && isDate(value)) {
        return formatDate(value, { dateStyle: 'long', timeZone: 'UTC' });
      }
      if ((type === 'datetime' || type === 'timestamp') && isDate(value)) {
        return formatDate(value, { dateStyle: 'long', timeStyle: 'medium' });
      }
      // Midnight of the engine's own making is no more than noise.
      if (type === 'time') return value.replace(/(?::00)?\.0+$/, '');
      return value;
    },
    [formatDate, t]
  );
};
