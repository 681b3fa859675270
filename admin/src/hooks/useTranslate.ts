import * as React from 'react';
import { useIntl } from 'react-intl';

import { PLUGIN_ID } from '../pluginId';
import en from '../translations/en.json';

export type TranslationKey = keyof typeof en;

export type Translate = (key: TranslationKey, values?: Record<string, string | number>) => string;

/** Descriptor of one of our texts, for Strapi's own components, which translate for themselves. */
export const message = (key: TranslationKey): { id: string; defaultMessage: string } => ({
  id: `${PLUGIN_ID}.${key}`,
  defaultMessage: en[key],
});

/** `t('panel.title')`: our texts in the admin's language. */
export const useTranslate = (): Translate => {
  const { formatMessage } = useIntl();
  return React.useCallback((key, values) => formatMessage(message(key), values), [formatMessage]);
};
