import * as React from 'react';

import { Button, Field, Flex, Modal, TextInput, Textarea, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useAnnotateRevisionMutation } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';
import { LABEL_MAX, NOTES_MAX } from '../utils/limits';

import type { Revision } from '../../../contracts/revision';

/** Gives a revision a label and notes. */
export const AnnotateModal = ({ revision, onClose }: { revision: Revision; onClose: () => void }) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const [annotate, { isLoading }] = useAnnotateRevisionMutation();
  const [label, setLabel] = React.useState(revision.label ?? '');
  const [notes, setNotes] = React.useState(revision.notes ?? '');
  const [failure, setFailure] = React.useState<string | null>(null);

  const labelError = label.trim().length > LABEL_MAX ? t('error.too-long', { max: LABEL_MAX }) : undefined;
  const notesError = notes.length > NOTES_MAX ? t('error.too-long', { max: NOTES_MAX }) : undefined;

  const save = async () => {
    if (labelError || notesError) return;
    const changes = { label: label.trim() || null, notes: notes || null };
    const answer = await annotate({ id: revision.id, changes });
    if ('error' in answer && answer.error) {
      setFailure(formatAPIError(answer.error));
      return;
    }
    toggleNotification({ type: 'success', message: t('annotate.saved', { number: revision.number }) });
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('annotate.title', { number: revision.number })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="label" error={labelError} hint={t('annotate.label.hint')}>
              <Field.Label>{t('annotate.label')}</Field.Label>
              <TextInput value={label} onChange={(event) => setLabel(event.target.value)} />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="notes" error={notesError}>
              <Field.Label>{t('annotate.notes')}</Field.Label>
              <Textarea value={notes} onChange={(event) => setNotes(event.target.value)} />
              <Field.Error />
            </Field.Root>
            {failure && (
              <Typography textColor="danger600" role="alert">
                {failure}
              </Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={isLoading}
            disabled={Boolean(labelError || notesError)}
            onClick={() => void save()}
          >
            {t('annotate.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
