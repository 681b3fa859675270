import { isSyntheticId } from './component-ids';
import { EMPTY_PAGE, revisionIn, type Middleware } from './request';

/** What could be connected: nothing, to a revision. Strapi would look for its components' rows, which there are none of. */
export const offerRelations: Middleware = async (request, next) => {
  if (revisionIn(request) === null && !isSyntheticId(Number(request.query.id))) return next();
  request.body = EMPTY_PAGE;
  return undefined;
};
