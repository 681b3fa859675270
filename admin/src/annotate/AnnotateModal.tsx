import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useAnnotateRevisionMutation } from '../api/revisionsApi';
import { NameDialog } from '../components/NameDialog';
import { useTranslate } from '../hooks/useTranslate';

import type { Revision } from '../../../contracts/revision';

/** Gives a revision a label and notes. */
export const AnnotateModal = ({ revision, onClose }: { revision: Revision; onClose: () => void }) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const [annotate] = useAnnotateRevisionMutation();
  const { id, number } = revision;

  const save = async ({ name, notes }: { name: string; notes: string }) => {
    const answer = await annotate({ id, changes: { label: name || null, notes: notes || null } });
    if ('error' in answer && answer.error) return formatAPIError(answer.error);
    toggleNotification({ type: 'success', message: t('annotate.saved', { number }) });
    onClose();
    return null;
  };

  return (
    <NameDialog
      title={t('annotate.title', { number })}
      nameLabel={t('annotate.label')}
      nameHint={t('annotate.label.hint')}
      notesLabel={t('annotate.notes')}
      confirm={t('annotate.save')}
      before={{ name: revision.label ?? '', notes: revision.notes ?? '' }}
      onSubmit={save}
      onClose={onClose}
    />
  );
};
