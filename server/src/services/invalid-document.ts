import { errors } from '@strapi/utils';

/** What is to be published would not be valid: answered with 422, and Strapi's own details of what is wrong. */
export class InvalidDocumentError extends errors.ValidationError {
  static from(error: unknown): unknown {
    return error instanceof errors.ValidationError
      ? new InvalidDocumentError(error.message, error.details)
      : error;
  }
}
