import { errors } from '@strapi/utils';

/** A draft is no longer what its editor saw: answered with 409, and with what the server has (public interface, section 4). */
export class DraftConflictError extends errors.ApplicationError {
  constructor(
    message: string,
    /** of the draft as it is; 0 where there is none */
    readonly lockVersion: number
  ) {
    super(message);
  }
}
