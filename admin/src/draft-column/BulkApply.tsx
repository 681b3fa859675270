import * as React from 'react';

import { Button, Modal, Typography } from '@strapi/design-system';

import { useGetMyDraftsOfQuery } from '../api/myDraftsApi';
import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { DraftsInTurn } from '../drafts-page/DraftsInTurn';
import { sharingDocument } from '../drafts-page/applyOrder';
import { useTranslate } from '../hooks/useTranslate';

interface BulkApplyProps {
  uid: string;
  collectionType: string;
  documentIds: string[];
  onClose: () => void;
}

/**
 * One's own drafts of the selected documents, to apply them. Where a document has several, none of them is chosen
 * beforehand.
 */
export const BulkApply = ({ uid, collectionType, documentIds, onClose }: BulkApplyProps) => {
  const t = useTranslate();
  const { data, error, refetch } = useGetMyDraftsOfQuery({ uid, documentIds });

  const drafts = React.useMemo(
    () => data?.map((draft) => ({ draft, collectionType })),
    [collectionType, data]
  );
  const ticked = React.useMemo(() => {
    const open = (drafts ?? []).filter(({ draft }) => draft.mayApply);
    const shared = sharingDocument(open);
    return new Set(open.map(({ draft }) => draft.id).filter((id) => !shared.has(id)));
  }, [drafts]);

  if (drafts && drafts.length > 0) {
    return <DraftsInTurn verb="apply" drafts={drafts} ticked={ticked} onClose={onClose} />;
  }
  return (
    <>
      <Modal.Body>
        {error && <LoadError error={error} onRetry={refetch} />}
        {!error && !drafts && <LoadingRows count={2} />}
        {drafts && <Typography>{t('column.apply.none')}</Typography>}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('close')}
        </Button>
      </Modal.Footer>
    </>
  );
};
