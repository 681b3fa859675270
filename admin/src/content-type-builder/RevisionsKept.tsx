import { Field, NumberInput } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';

import type { BuilderInputProps } from './builderInput';

/** How many revisions are kept per entry and locale. Only whole numbers get through: Strapi would not start with others. */
export const RevisionsKept = ({ name, value, onChange }: BuilderInputProps) => {
  const t = useTranslate();

  const handleChange = (count: number | undefined) => {
    const kept = count === undefined || Number.isNaN(count) ? undefined : Math.max(0, Math.trunc(count));
    onChange({ target: { name, value: kept, type: 'number' } });
  };

  return (
    <Field.Root name={name} hint={t('builder.maxRevisions.hint')}>
      <Field.Label>{t('builder.maxRevisions')}</Field.Label>
      <NumberInput
        value={typeof value === 'number' ? value : undefined}
        placeholder={t('builder.maxRevisions.placeholder')}
        step={1}
        onValueChange={handleChange}
      />
      <Field.Hint />
    </Field.Root>
  );
};
