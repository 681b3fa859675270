import * as React from 'react';

import { Button, Field, Flex, Modal, TextInput, Textarea, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useCreateDraftMutation, useSaveDraftMutation, useUpdateDraftMutation } from '../api/draftsApi';
import { useTranslate } from '../hooks/useTranslate';
import { LABEL_MAX, NOTES_MAX } from '../utils/limits';
import { currentSession } from './draftStore';
import { useDraftNavigation } from './useDraftNavigation';

import type { DraftView } from './engine/session';
import type { Draft } from '../../../contracts/draft';
import type { TranslationKey } from '../hooks/useTranslate';

type Purpose = 'create' | 'save' | 'settings';

const TITLES: Record<Purpose, TranslationKey> = {
  create: 'draft.name.create',
  save: 'draft.name.save',
  settings: 'draft.name.settings',
};

interface NameModalProps {
  view: DraftView;
  purpose: Purpose;
  onClose: () => void;
}

/**
 * Names a draft: the one that is open, or a new one. What one has not saved of the document goes with the new one, and
 * the document is as it was.
 */
export const NameModal = ({ view, purpose, onClose }: NameModalProps) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const { open } = useDraftNavigation();
  const [create] = useCreateDraftMutation();
  const [save] = useSaveDraftMutation();
  const [update] = useUpdateDraftMutation();
  const isSettings = purpose === 'settings';
  const { draft } = view.save;
  const [name, setName] = React.useState(isSettings ? (draft?.name ?? '') : '');
  const [notes, setNotes] = React.useState(isSettings ? (draft?.notes ?? '') : '');
  const [isBusy, setIsBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<string | null>(null);

  const nameError = name.trim().length > LABEL_MAX ? t('error.too-long', { max: LABEL_MAX }) : undefined;
  const notesError = notes.length > NOTES_MAX ? t('error.too-long', { max: NOTES_MAX }) : undefined;
  const isMissing = isSettings && name.trim() === '';

  const write = async (): Promise<{ data?: Draft; error?: unknown }> => {
    const given = { name: name.trim() || undefined, notes: notes || undefined };
    const session = currentSession();
    await session?.flush();
    const known = session?.view().save.draft ?? null;
    if (isSettings && known) {
      return update({ id: known.id, changes: { name: given.name, notes: notes || null } });
    }
    if (known && (session?.view().changed.length ?? 0) > 0) return save({ id: known.id, ...given });
    const { uid, documentId, collectionType, locale } = view.place;
    return create({
      uid,
      documentId: documentId ?? '',
      collectionType,
      locale: locale ?? undefined,
      ...given,
    });
  };

  const submit = async () => {
    if (nameError || notesError || isMissing) return;
    setIsBusy(true);
    setFailure(null);
    const { data, error } = await write();
    setIsBusy(false);
    if (error || !data) {
      setFailure(formatAPIError(error as Parameters<typeof formatAPIError>[0]));
      return;
    }
    const title = data.name ?? name;
    if (isSettings) {
      currentSession()?.note(data);
      toggleNotification({ type: 'success', message: t('draft.name.saved', { name: title }) });
      onClose();
      return;
    }
    toggleNotification({ type: 'success', message: t('draft.name.created', { name: title }) });
    onClose();
    // What was over the document lives in the draft now.
    currentSession()?.end();
    await open(data.id);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t(TITLES[purpose])}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {!isSettings && (
              <Typography textColor="neutral700">
                {t(view.changed.length > 0 ? 'draft.name.moves' : 'draft.name.begins')}
              </Typography>
            )}
            <Field.Root
              name="draft-name"
              error={nameError}
              hint={isSettings ? undefined : t('draft.name.hint')}
              required={isSettings}
            >
              <Field.Label>{t('draft.name.name')}</Field.Label>
              <TextInput value={name} onChange={(event) => setName(event.target.value)} />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="draft-notes" error={notesError}>
              <Field.Label>{t('draft.name.notes')}</Field.Label>
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
            loading={isBusy}
            disabled={Boolean(nameError || notesError) || isMissing}
            onClick={() => void submit()}
          >
            {t(isSettings ? 'draft.name.confirm' : 'draft.name.confirm.create')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
