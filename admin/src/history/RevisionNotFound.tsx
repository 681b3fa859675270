import { Button, Flex, Typography } from '@strapi/design-system';
import { isBaseQueryError } from '@strapi/strapi/admin';

import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';

import type { QueryError } from '../utils/queryError';

/** The address names a revision that is gone, never was, or is not for this user. */
export const RevisionNotFound = ({ error }: { error?: QueryError }) => {
  const t = useTranslate();
  const { close } = useRevisionNavigation();
  const isForbidden = error !== undefined && isBaseQueryError(error) && error.name === 'ForbiddenError';

  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="h2" variant="delta">
          {t(isForbidden ? 'banner.forbidden' : 'banner.gone')}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t(isForbidden ? 'banner.forbidden.text' : 'banner.gone.text')}
        </Typography>
      </Flex>
      <Button variant="tertiary" onClick={() => void close()}>
        {t('banner.back')}
      </Button>
    </Flex>
  );
};
