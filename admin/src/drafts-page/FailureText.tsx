import { Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { applyConflictOf } from '../utils/applyConflict';
import { fieldErrorsOf } from '../utils/fieldErrors';

import type { ListedDraft } from '../../../contracts/draft';
import type { QueryError } from '../utils/queryError';
import type { TranslationKey } from '../hooks/useTranslate';

const REASONS: Record<string, TranslationKey> = {
  ForbiddenError: 'drafts.failed.forbidden',
  PolicyError: 'drafts.failed.forbidden',
  NotFoundError: 'drafts.failed.gone',
};

/** Why nothing came of it, field by field where the server says so. */
export const FailureText = ({ draft, error }: { draft: ListedDraft; error: QueryError }) => {
  const t = useTranslate();
  const labelOf = useFieldLabels(draft.uid);
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const reason = applyConflictOf(error, draft) ?? REASONS[error.name ?? ''];
  const fieldErrors = fieldErrorsOf(error);

  const texts =
    fieldErrors.length > 0
      ? fieldErrors.map(({ path, message }) =>
          path?.length ? `${labelOf(path.join('.'))}: ${message}` : message
        )
      : [reason ? t(reason) : formatAPIError(error as Parameters<typeof formatAPIError>[0])];

  return (
    <Typography
      variant="pi"
      textColor="danger600"
      style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
    >
      {texts.join('\n')}
    </Typography>
  );
};
