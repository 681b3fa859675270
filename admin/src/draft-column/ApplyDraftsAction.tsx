import * as React from 'react';

import { useDocumentRBAC, useTable } from '@strapi/strapi/admin';

import { useGetDraftCountsQuery } from '../api/draftsApi';
import { useTranslate } from '../hooks/useTranslate';
import { BulkApply } from './BulkApply';
import { chunkOf } from './chunkOf';
import { hasDraftColumn } from './known';

import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';

/** "Apply drafts" among what can be done with selected entries, where one of them has a draft. */
export const ApplyDraftsAction: BulkActionComponent = ({ documents, model, collectionType }) => {
  const t = useTranslate();
  const canUpdate = useDocumentRBAC('ApplyDraftsAction', (state) => state.canUpdate);
  const [isOpen, setIsOpen] = React.useState(false);
  const rows = useTable('ApplyDraftsAction', (state) => state.rows) as { documentId?: string }[];
  const isOffered = hasDraftColumn() && canUpdate === true;

  const documentIds = React.useMemo(() => documents.map(({ documentId }) => documentId), [documents]);
  // What the column asked for already.
  const { data: counts } = useGetDraftCountsQuery(
    {
      uid: model,
      documentIds: chunkOf(
        rows.flatMap(({ documentId }) => (documentId ? [documentId] : [])),
        documentIds[0] ?? ''
      ),
    },
    { skip: !isOffered || documentIds.length === 0 }
  );
  const hasDrafts = documentIds.some((id) => {
    const count = counts?.[id];
    return count !== undefined && (count.isEdited || count.drafts > 0);
  });

  // The same component as long as it is open: another one would begin anew.
  const content = React.useCallback(
    ({ onClose }: { onClose: () => void }) => (
      <BulkApply uid={model} collectionType={collectionType} documentIds={documentIds} onClose={onClose} />
    ),
    [collectionType, documentIds, model]
  );

  // When all are applied none has a draft any more; what became of them is still to be read.
  if (!isOffered || (!hasDrafts && !isOpen)) return null;

  return {
    label: t('column.apply'),
    variant: 'tertiary',
    onClick: () => setIsOpen(true),
    dialog: {
      type: 'modal',
      title: t('column.apply'),
      content,
      onClose: () => setIsOpen(false),
    },
  };
};
