import { Button } from '@strapi/design-system';

import { useOpenCompare } from '../hooks/useOpenCompare';
import { useTranslate } from '../hooks/useTranslate';
import { draftRef } from '../utils/draftPath';
import { currentSession } from './draftStore';
import { useFlushThen } from './useFlushThen';

import type { DraftView } from './engine/session';

/** To the compare page: current, and what the draft makes of it. */
export const SeeChanges = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const { uid, documentId, collectionType, locale } = view.place;
  const openCompare = useOpenCompare({ uid, documentId: documentId ?? '', collectionType });
  const flushThen = useFlushThen();

  const open = () => {
    const id = currentSession()?.view().save.draft?.id;
    if (id !== undefined) openCompare({ from: 'current', to: draftRef(id), locale });
  };

  return (
    <Button variant="secondary" size="S" onClick={() => void flushThen(open)}>
      {t(view.mode === 'saved' ? 'draft.compare' : 'draft.see-changes')}
    </Button>
  );
};
