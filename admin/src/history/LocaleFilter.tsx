import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';

interface LocaleFilterProps {
  locales: string[];
  value: string;
  onChange: (locale: string) => void;
}

export const LocaleFilter = ({ locales, value, onChange }: LocaleFilterProps) => {
  const t = useTranslate();
  const { formatDisplayName } = useIntl();

  return (
    <Field.Root>
      <Field.Label>{t('filter.locale')}</Field.Label>
      <SingleSelect size="S" value={value} onChange={(locale) => onChange(String(locale))}>
        <SingleSelectOption value="this">{t('filter.locale.this')}</SingleSelectOption>
        <SingleSelectOption value="all">{t('filter.locale.all')}</SingleSelectOption>
        {locales.map((locale) => (
          <SingleSelectOption key={locale} value={locale}>
            {formatDisplayName(locale, { type: 'language' }) ?? locale}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
