import { Flex, TextButton } from '@strapi/design-system';
import { useAPIErrorHandler, useForm, useNotification } from '@strapi/strapi/admin';

import { useAnnotateRevisionMutation } from '../api/revisionsApi';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { NotesField } from './NotesField';
import { NOTES_KEY, notesIn } from './notesKey';
import { useUnsentNotes } from './useUnsentNotes';

import type { Revision } from '../../../contracts/revision';

interface UnsentNotesProps {
  newest: Revision | undefined;
  askedAt: number | undefined;
}

/** The notes for the next save; where the last save could not take them, the newest revision may. */
export const UnsentNotes = ({ newest, askedAt }: UnsentNotesProps) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const { canAnnotate } = useRevisionPermissions();
  const { wereKept, forget } = useUnsentNotes({ newest, askedAt });
  const [annotate] = useAnnotateRevisionMutation();
  const text = useForm('UnsentNotes', (form) => notesIn(form.values));
  const onChange = useForm('UnsentNotes', (form) => form.onChange);

  const addTo = async (revision: Revision) => {
    const notes = [revision.notes, text].filter(Boolean).join('\n');
    const answer = await annotate({ id: revision.id, changes: { notes } });
    if ('error' in answer && answer.error) {
      toggleNotification({ type: 'danger', message: formatAPIError(answer.error) });
      return;
    }
    forget();
    onChange(NOTES_KEY, undefined);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <NotesField hint={wereKept ? t('notes.kept') : t('notes.hint')} onEdit={forget} />
      {wereKept && canAnnotate && newest && (
        <TextButton onClick={() => void addTo(newest)}>
          {t('notes.add-to', { number: newest.number })}
        </TextButton>
      )}
    </Flex>
  );
};
