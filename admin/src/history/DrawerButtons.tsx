import { Flex, Typography } from '@strapi/design-system';
import { useIsDesktop } from '@strapi/strapi/admin';

import { useGetRevisionQuery } from '../api/revisionsApi';
import { useHistoryId } from '../hooks/useHistoryId';
import { useTranslate } from '../hooks/useTranslate';
import { HistoryButtons } from './HistoryButtons';

/**
 * On narrow screens the panels live in a drawer, below a bar that holds Save and Publish and is always in sight. While
 * the page shows a revision, that bar says so.
 */
export const DrawerButtons = () => {
  const t = useTranslate();
  const id = useHistoryId();
  const isDesktop = useIsDesktop();
  const { currentData } = useGetRevisionQuery(id ?? 0, { skip: id === null || Number.isNaN(id) });

  if (isDesktop || id === null || !currentData) return null;

  const revision = currentData.data._revision;
  return (
    <Flex justifyContent="space-between" gap={4} width="100%">
      <Typography variant="omega" fontWeight="bold">
        {t('revision.number', { number: revision.number })}
      </Typography>
      <HistoryButtons revision={revision} />
    </Flex>
  );
};
