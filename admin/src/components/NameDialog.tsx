import * as React from 'react';

import { Button, Field, Flex, Modal, TextInput, Textarea, Typography } from '@strapi/design-system';

import { useReturnFocus } from '../hooks/useReturnFocus';
import { useTranslate } from '../hooks/useTranslate';
import { LABEL_MAX, NOTES_MAX } from '../utils/limits';

interface Named {
  name: string;
  notes: string;
}

interface NameDialogProps {
  title: string;
  intro?: string;
  nameLabel: string;
  nameHint?: string;
  isNameRequired?: boolean;
  notesLabel: string;
  confirm: string;
  before: Named;
  /** @returns why it did not work, or null */
  onSubmit: (given: Named) => Promise<string | null>;
  onClose: () => void;
}

/** Asks for a short name, and for notes. */
export const NameDialog = ({
  title,
  intro,
  before,
  confirm,
  onSubmit,
  onClose,
  ...texts
}: NameDialogProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const input = React.useRef<HTMLInputElement>(null);
  const formId = React.useId();
  const [name, setName] = React.useState(before.name);
  const [notes, setNotes] = React.useState(before.notes);
  const [isBusy, setIsBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<string | null>(null);

  const tooLong = (text: string, max: number) =>
    text.length > max ? t('error.too-long', { max }) : undefined;
  const nameError = tooLong(name.trim(), LABEL_MAX);
  const notesError = tooLong(notes, NOTES_MAX);
  const isMissing = texts.isNameRequired === true && name.trim() === '';
  const isRefused = Boolean(nameError || notesError) || isMissing;

  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    // To React it lies within the edit form, which would save itself.
    event.stopPropagation();
    if (isRefused || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const reason = await onSubmit({ name: name.trim(), notes });
    setIsBusy(false);
    setFailure(reason);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          input.current?.focus();
        }}
        onCloseAutoFocus={returnFocus}
      >
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {intro && <Typography textColor="neutral700">{intro}</Typography>}
              <Field.Root
                name="revisions-name"
                error={nameError}
                hint={texts.nameHint}
                required={texts.isNameRequired}
              >
                <Field.Label>{texts.nameLabel}</Field.Label>
                <TextInput ref={input} value={name} onChange={(event) => setName(event.target.value)} />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              <Field.Root name="revisions-notes" error={notesError}>
                <Field.Label>{texts.notesLabel}</Field.Label>
                <Textarea value={notes} onChange={(event) => setNotes(event.target.value)} />
                <Field.Error />
              </Field.Root>
              {failure && (
                <Typography textColor="danger600" role="alert">
                  {failure}
                </Typography>
              )}
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={isBusy} disabled={isRefused}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
