import * as React from 'react';

import { Field, NumberInput } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';

import type { BuilderInputProps } from './builderInput';

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/**
 * How many revisions are kept per entry and locale. What is no such number is said to be wrong and left out: Strapi
 * would not start with it.
 */
export const RevisionsKept = ({ name, value, onChange }: BuilderInputProps) => {
  const t = useTranslate();
  const [typed, setTyped] = React.useState(typeof value === 'number' ? value : undefined);
  const isWrong = typed !== undefined && !isCount(typed);

  const handleChange = (count: number | undefined) => {
    setTyped(count);
    const kept = count !== undefined && isCount(count) ? count : undefined;
    onChange({ target: { name, value: kept, type: 'number' } });
  };

  return (
    <Field.Root
      name={name}
      hint={t('builder.maxRevisions.hint')}
      error={isWrong ? t('builder.maxRevisions.wrong') : undefined}
    >
      <Field.Label>{t('builder.maxRevisions')}</Field.Label>
      <NumberInput
        value={typed}
        placeholder={t('builder.maxRevisions.placeholder')}
        step={1}
        onValueChange={handleChange}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
