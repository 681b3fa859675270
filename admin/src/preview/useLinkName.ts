import { useGetDraftsQuery } from '../api/draftsApi';
import { useGetRevisionQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Preview } from '../../../contracts/preview';

interface Options {
  address: DocumentAddress;
  /** the one on the page, whose drafts are asked for anyway */
  locale: string | null;
  preview: Preview;
}

/** What a link shows, in words. */
export const useLinkName = ({ address, locale, preview }: Options): string => {
  const t = useTranslate();
  const { draftId, revisionId } = preview;
  const { data: drafts } = useGetDraftsQuery(
    { ...address, locale: locale ?? undefined },
    { skip: draftId === null }
  );
  const { data: revision } = useGetRevisionQuery(revisionId ?? 0, { skip: revisionId === null });

  if (revisionId !== null) {
    const number = revision?.data._revision.number;
    return number === undefined ? t('share.some-revision') : t('revision.number', { number });
  }
  const draft = drafts?.find(({ id }) => id === draftId);
  if (draftId === null || draft?.kind === 'provisional') return t('share.provisional');
  return draft?.name ? t('share.draft', { name: draft.name }) : t('share.some-draft');
};
