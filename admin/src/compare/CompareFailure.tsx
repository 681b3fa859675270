import { Flex, Typography } from '@strapi/design-system';
import { isBaseQueryError } from '@strapi/strapi/admin';

import { LoadError } from '../components/LoadError';
import { useTranslate } from '../hooks/useTranslate';

import type { QueryError } from '../utils/queryError';

/** There is nothing to show: one side is not there, or it could not be fetched. */
export const CompareFailure = ({ error, onRetry }: { error: QueryError; onRetry: () => unknown }) => {
  const t = useTranslate();
  const isGone = isBaseQueryError(error) && ['NotFoundError', 'ValidationError'].includes(error.name ?? '');

  if (!isGone) return <LoadError error={error} onRetry={onRetry} />;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={6}
      role="alert"
    >
      <Typography tag="h2" variant="delta">
        {t('compare.gone')}
      </Typography>
      <Typography variant="omega" textColor="neutral600">
        {t('compare.gone.text')}
      </Typography>
    </Flex>
  );
};
