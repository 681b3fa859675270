import { errors } from '@strapi/utils';

/** A restore that would leave a document that is not valid: answered with 422, and Strapi's own details of what is wrong. */
export class InvalidDocumentError extends errors.ValidationError {
  static from(error: unknown): unknown {
    return error instanceof errors.ValidationError
      ? new InvalidDocumentError(error.message, error.details)
      : error;
  }
}
