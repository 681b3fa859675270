import { errors } from '@strapi/utils';
import { revisionIn, type Middleware } from './request';

/** What the page shows is not the document: saving it would write an old revision over the current content. */
export const refuseWrites: Middleware = async (request, next) => {
  if (revisionIn(request) === null) return next();
  throw new errors.ValidationError(
    'A revision cannot be changed. Go back to editing, or restore the revision.'
  );
};
