import { isBaseQueryError } from '@strapi/strapi/admin';

import type { QueryError } from './queryError';

export interface FieldError {
  path?: (string | number)[];
  message: string;
}

/** What the server has to say of single fields. */
export const fieldErrorsOf = (error: QueryError): FieldError[] => {
  const details = isBaseQueryError(error)
    ? (error.details as { errors?: FieldError[] } | undefined)
    : undefined;
  return details?.errors ?? [];
};
