import type { Core } from '@strapi/strapi';
import type { Access } from '../access/access';
import { meant, type Intent } from '../capture/intent';

/**
 * Writes one locale of a document through the Document Service, so that validation, lifecycles and webhooks hold
 * (rule 10), credited to the admin who asked for it.
 *
 * @param documentId of a new document the one that it is to have; null: Strapi makes one
 * @param locale '' where the type is not localized
 * @returns the document's documentId
 */
export const writeLocale = async (
  strapi: Core.Strapi,
  {
    uid,
    documentId,
    locale,
    data,
    access,
    create,
    intent,
  }: {
    uid: string;
    documentId: string | null;
    locale: string;
    data: Record<string, unknown>;
    access: Access;
    create: boolean;
    intent: Intent;
  }
): Promise<string> => {
  const documents = strapi.documents(uid as never);
  const written = { ...data, ...(access.adminId !== null && { updatedBy: access.adminId }) };
  const where = { locale: locale || undefined };
  if (!create) {
    await documents.update(meant({ ...where, documentId, data: written }, intent) as never);
    return documentId!;
  }
  const made = {
    ...written,
    ...(documentId === null ? access.adminId !== null && { createdBy: access.adminId } : { documentId }),
  };
  const created = await documents.create(meant({ ...where, data: made }, intent) as never);
  return (created as { documentId: string }).documentId;
};
