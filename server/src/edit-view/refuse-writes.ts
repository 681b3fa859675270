import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { getService } from '../services';
import { draftIdIn, revisionIn, type Middleware, type Request } from './request';

const isSingleType = ({ originalUrl }: Request): boolean => originalUrl.includes('/single-types/');

/** Whether the draft of the address is of a document that the request would save over. */
const isOfDocument = async (strapi: Core.Strapi, request: Request, draftId: number): Promise<boolean> => {
  if (request.params.id !== undefined) return true;
  if (!isSingleType(request) || Number.isNaN(draftId)) return false;
  const draft = await getService(strapi, 'drafts').find(draftId);
  return draft !== null && draft.documentId !== null;
};

/**
 * What the page shows is not the document: saving it would write an old revision, or a draft that is to be applied,
 * over the current content. A new document may be saved from its draft.
 */
export const refuseWrites =
  (strapi: Core.Strapi): Middleware =>
  async (request, next) => {
    if (revisionIn(request) !== null) {
      throw new errors.ValidationError(
        'A revision cannot be changed. Go back to editing, or restore the revision.'
      );
    }
    const draftId = draftIdIn(request);
    if (draftId !== null && (await isOfDocument(strapi, request, draftId))) {
      throw new errors.ValidationError('A draft is open here. Apply it, or go back to the current content.');
    }
    return next();
  };
