import type { Core } from '@strapi/strapi';

/** documentId of a single type's only document; null where it has none yet, and of any other type. */
export const singleDocumentOf = async (strapi: Core.Strapi, uid: string): Promise<string | null> => {
  const { kind } = strapi.contentType(uid as never) as { kind?: string };
  if (kind !== 'singleType') return null;
  const row = (await strapi.db.query(uid as never).findOne({ select: ['documentId'] } as never)) as {
    documentId: string;
  } | null;
  return row?.documentId ?? null;
};
