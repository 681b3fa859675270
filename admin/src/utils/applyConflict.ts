import type { ListedDraft } from '../../../contracts/draft';
import type { TranslationKey } from '../hooks/useTranslate';
import type { QueryError } from './queryError';

/** A name that Strapi's own requests never fail with. */
type Answered = { name?: string; details?: { lockVersion?: number } };

/**
 * Why a draft could not be applied, where it is not as it was; null where that is not the reason.
 *
 * @param draft as it was asked to be applied
 */
export const applyConflictOf = (
  error: QueryError,
  { documentId, lockVersion }: Pick<ListedDraft, 'documentId' | 'lockVersion'>
): TranslationKey | null => {
  const { name, details } = error as Answered;
  if (name !== 'ConflictError') return null;
  // The draft is the same: then it is its document that is gone.
  const isSame = documentId !== null && details?.lockVersion === lockVersion;
  return isSame ? 'drafts.failed.gone' : 'drafts.failed.changed';
};
