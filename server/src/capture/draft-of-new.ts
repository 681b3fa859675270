import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import { draftIdIn } from '../edit-view/request';
import { getService } from '../services';
import { ownerKey, removeDraft, findDraft } from '../store/drafts';
import { currentRequest } from './door';

/**
 * The page on which a document is made keeps what is typed in a draft of a document that does not exist yet, and names
 * it in its address. When the document is saved there, that draft ends with it.
 */
export const endDraftOfNew = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { uid, actor }: { uid: string; actor: Actor }
): Promise<void> => {
  const { originalUrl = '' } = currentRequest(strapi) ?? {};
  if (!originalUrl.includes('/content-manager/')) return;
  const { dialect } = getService(strapi, 'store');
  const id = draftIdIn({ originalUrl });
  const draft = id === null || Number.isNaN(id) ? null : await findDraft(trx, dialect, id);
  if (!draft || draft.uid !== uid || draft.documentId !== null) return;
  if (ownerKey(draft.actor) === ownerKey(actor)) await removeDraft(trx, dialect, draft.id);
};
