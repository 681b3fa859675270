import { Flex, Tooltip, Typography } from '@strapi/design-system';

import { Pill } from '../components/Pill';
import { useTranslate } from '../hooks/useTranslate';
import { useDraftCount } from './useDraftCount';

interface DraftCellProps {
  uid: string;
  documentId: string;
}

/** Whether one has unsaved changes of a document, and how many saved drafts of it there are. */
export const DraftCell = ({ uid, documentId }: DraftCellProps) => {
  const t = useTranslate();
  const count = useDraftCount(uid, documentId);

  if (!count || (!count.isEdited && count.drafts === 0)) {
    return (
      <Typography textColor="neutral600" aria-hidden>
        -
      </Typography>
    );
  }

  return (
    <Flex gap={2}>
      {count.isEdited && (
        <Tooltip label={t('column.edited.tooltip')}>
          <span>
            <Pill variant="secondary">{t('column.edited')}</Pill>
          </span>
        </Tooltip>
      )}
      {count.drafts > 0 && (
        <Typography textColor="neutral800">{t('column.drafts', { count: count.drafts })}</Typography>
      )}
    </Flex>
  );
};
