import { Box, Flex, VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';

/** Keeps the place of rows that are on their way. */
export const LoadingRows = ({ count }: { count: number }) => {
  const t = useTranslate();

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <Box key={index} background="neutral150" hasRadius height="4rem" />
      ))}
    </Flex>
  );
};
