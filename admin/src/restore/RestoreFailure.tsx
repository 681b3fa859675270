import { Box, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { fieldErrorsOf } from '../utils/fieldErrors';

import type { QueryError } from '../utils/queryError';
import type { TranslationKey } from '../hooks/useTranslate';

const REASONS: Record<string, TranslationKey> = {
  ForbiddenError: 'restore.failed.forbidden',
  NotFoundError: 'restore.failed.not-found',
  ValidationError: 'restore.failed.invalid',
  YupValidationError: 'restore.failed.invalid',
};

/** Why it did not work, field by field where the server says so. Nothing was changed, and nothing chosen is lost. */
export const RestoreFailure = ({ uid, error }: { uid: string; error: QueryError }) => {
  const t = useTranslate();
  const labelOf = useFieldLabels(uid);
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const reason = REASONS[error.name ?? ''];
  const fieldErrors = fieldErrorsOf(error);

  return (
    <Box background="danger100" borderColor="danger200" hasRadius padding={4} role="alert">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="bold" textColor="danger700">
          {reason ? t(reason) : t('restore.failed')}
        </Typography>
        {fieldErrors.length === 0 && (
          <Typography variant="pi" textColor="neutral800">
            {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
          </Typography>
        )}
        {fieldErrors.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
            {fieldErrors.map(({ path, message }) => {
              const name = path?.join('.') ?? '';
              return (
                <li key={`${name}:${message}`}>
                  <Typography variant="pi" textColor="neutral800">
                    {name && <strong>{labelOf(name)}: </strong>}
                    {message}
                  </Typography>
                </li>
              );
            })}
          </Flex>
        )}
      </Flex>
    </Box>
  );
};
