import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { isBaseQueryError } from '@strapi/strapi/admin';

import { useTranslate } from '../hooks/useTranslate';

import type { QueryError } from '../utils/queryError';

/** Something could not be fetched; it can be tried again. */
export const LoadError = ({ error, onRetry }: { error?: QueryError; onRetry: () => unknown }) => {
  const t = useTranslate();
  const isForbidden = error !== undefined && isBaseQueryError(error) && error.name === 'ForbiddenError';

  return (
    <Flex direction="column" alignItems="flex-start" gap={2} role="alert">
      <Typography variant="pi" textColor="danger600">
        {t(isForbidden ? 'error.forbidden' : 'error.load')}
      </Typography>
      <Button variant="tertiary" size="S" startIcon={<ArrowClockwise />} onClick={() => onRetry()}>
        {t('error.retry')}
      </Button>
    </Flex>
  );
};
