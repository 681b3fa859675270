import { useTranslate } from '../hooks/useTranslate';
import { SharePreview } from '../preview/SharePreview';
import { currentSession } from './draftStore';

import type { DraftView } from './engine/session';
import type { SharedId } from '../api/previewsApi';

/** Shares the draft that is open, with what was typed last. */
export const ShareDraft = ({ view, onClose }: { view: DraftView; onClose: () => void }) => {
  const t = useTranslate();
  const { uid, documentId, collectionType, locale } = view.place;
  const name =
    view.mode === 'saved' ? t('share.draft', { name: view.save.draft?.name ?? '' }) : t('share.provisional');

  const ask = async (): Promise<SharedId | null> => {
    const session = currentSession();
    await session?.flush();
    const save = session?.view().save;
    if (!save?.draft || save.phase === 'paused' || save.phase === 'offline') return null;
    return { draftId: save.draft.id };
  };

  return (
    <SharePreview
      address={{ uid, documentId: documentId ?? '', collectionType }}
      locale={locale}
      name={name}
      text={t('share.text.draft')}
      ask={ask}
      onClose={onClose}
    />
  );
};
