import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import { useTranslate } from '../hooks/useTranslate';

import type { Pagination } from '../../../contracts/revision';

interface HistoryPagingProps {
  pagination: Pagination;
  onChange: (page: number) => void;
}

/** Where in the list one is, and the way to newer and older revisions. */
export const HistoryPaging = ({ pagination, onChange }: HistoryPagingProps) => {
  const t = useTranslate();
  const { page, pageSize, pageCount, total } = pagination;

  if (total === 0) return null;

  return (
    <Flex tag="nav" justifyContent="space-between" gap={2} aria-label={t('paging.label')}>
      <Typography variant="pi" textColor="neutral600" aria-live="polite">
        {t('paging.range', { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total })}
      </Typography>
      {pageCount > 1 && (
        <Flex gap={1}>
          <IconButton
            label={t('paging.newer')}
            size="XS"
            disabled={page <= 1}
            onClick={() => onChange(page - 1)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={t('paging.older')}
            size="XS"
            disabled={page >= pageCount}
            onClick={() => onChange(page + 1)}
          >
            <ChevronRight />
          </IconButton>
        </Flex>
      )}
    </Flex>
  );
};
