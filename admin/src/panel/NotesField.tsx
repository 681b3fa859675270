import * as React from 'react';

import { Field, Textarea } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';

import { useTranslate } from '../hooks/useTranslate';
import { NOTES_MAX } from '../utils/limits';
import { NOTES_KEY, notesIn } from './notesKey';

interface NotesFieldProps {
  hint?: React.ReactNode;
  onEdit?: () => void;
}

/** Why the next save is made. It is part of the form, and so goes with whatever saves the form. */
export const NotesField = ({ hint, onEdit }: NotesFieldProps) => {
  const t = useTranslate();
  const value = useForm('NotesField', (form) => notesIn(form.values));
  const isDisabled = useForm('NotesField', (form) => form.disabled);
  const onChange = useForm('NotesField', (form) => form.onChange);

  const handleChange = (event: React.ChangeEvent<HTMLTextAreaElement>) => {
    onEdit?.();
    // Emptied, it is gone: an empty note must not make the form count as modified.
    onChange(NOTES_KEY, event.target.value || undefined);
  };

  return (
    <Field.Root name={NOTES_KEY} hint={hint}>
      <Field.Label>{t('notes.label')}</Field.Label>
      <Textarea
        value={value ?? ''}
        placeholder={t('notes.placeholder')}
        maxLength={NOTES_MAX}
        disabled={isDisabled}
        minHeight="6.4rem"
        onChange={handleChange}
      />
      <Field.Hint />
    </Field.Root>
  );
};
