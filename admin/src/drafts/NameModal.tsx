import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useCreateDraftMutation, useSaveDraftMutation, useUpdateDraftMutation } from '../api/draftsApi';
import { NameDialog } from '../components/NameDialog';
import { useTranslate } from '../hooks/useTranslate';
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

interface Given {
  name: string;
  notes: string;
}

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

  const isUnsent = () => ['paused', 'offline'].includes(currentSession()?.view().save.phase ?? '');

  const write = async ({ name, notes }: Given): Promise<{ data?: Draft; error?: unknown }> => {
    const given = { name: name || undefined, notes: notes || undefined };
    const session = currentSession();
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

  const submit = async (given: Given): Promise<string | null> => {
    await currentSession()?.flush();
    // A draft without it would be all that is left.
    if (!isSettings && isUnsent()) return t('draft.name.unsaved');
    const { data, error } = await write(given);
    if (error || !data) return formatAPIError(error as Parameters<typeof formatAPIError>[0]);
    const title = data.name ?? given.name;
    const said = t(isSettings ? 'draft.name.saved' : 'draft.name.created', { name: title });
    toggleNotification({ type: 'success', message: said });
    onClose();
    if (isSettings) {
      currentSession()?.note(data);
      return null;
    }
    // What was over the document lives in the draft now.
    currentSession()?.end();
    await open(data.id);
    return null;
  };

  return (
    <NameDialog
      title={t(TITLES[purpose])}
      intro={isSettings ? undefined : t(view.changed.length > 0 ? 'draft.name.moves' : 'draft.name.begins')}
      nameLabel={t('draft.name.name')}
      nameHint={isSettings ? undefined : t('draft.name.hint')}
      isNameRequired={isSettings}
      notesLabel={t('draft.name.notes')}
      confirm={t(isSettings ? 'draft.name.confirm' : 'draft.name.confirm.create')}
      before={{ name: (isSettings && draft?.name) || '', notes: (isSettings && draft?.notes) || '' }}
      onSubmit={submit}
      onClose={onClose}
    />
  );
};
