import * as React from 'react';

import { useTranslate } from './useTranslate';

import type { RestoreWarning } from '../../../contracts/revision';
import type { TranslationKey } from './useTranslate';

const TEXTS: Record<RestoreWarning['code'], TranslationKey> = {
  'attribute-removed': 'warning.attribute-removed',
  'type-changed': 'warning.type-changed',
  'component-removed': 'warning.component-removed',
  'component-not-allowed': 'warning.component-not-allowed',
  'value-not-allowed': 'warning.value-not-allowed',
  'locale-removed': 'warning.locale-removed',
  missing: 'warning.missing',
  emptied: 'warning.emptied',
  shared: 'warning.shared',
  forbidden: 'warning.forbidden',
};

type Warning = Pick<RestoreWarning, 'code' | 'label'>;

/** Why something does not come back, or not as it was, in words. */
export const useWarningText = (): ((warning: Warning) => string) => {
  const t = useTranslate();

  return React.useCallback(
    ({ code, label }) => {
      if (code === 'missing' && label) return t('warning.missing.named', { name: label });
      return t(TEXTS[code]);
    },
    [t]
  );
};
