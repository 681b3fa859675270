import type { Core } from '@strapi/strapi';
import { InvalidDocumentError } from './invalid-document';

/**
 * Whether an entry could be published, before it is: by the validator that Strapi's own writes and releases ask. To try
 * it and roll back would run every lifecycle, and not all that those do can be undone; what one of them would refuse is
 * not known here.
 *
 * @param entry with its components and the rows that its references point at; on an update only what is written
 * @param isNew whether there is no entry in this locale yet
 * @throws InvalidDocumentError with Strapi's own details
 */
export const checkValid = async (
  strapi: Core.Strapi,
  {
    uid,
    documentId,
    locale,
    entry,
    isNew,
  }: {
    uid: string;
    documentId: string;
    locale: string | null;
    entry: Record<string, unknown>;
    isNew: boolean;
  }
): Promise<void> => {
  // the row that will be replaced: what is to be unique may be so in it
  const published = await strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: { $notNull: true }, ...(locale !== null && { locale }) },
    select: ['id'],
  });
  const options = {
    isDraft: false,
    locale,
    strictRelations: strapi.config.get('api.documents.strictRelations') === true,
  };
  const { validateEntityCreation, validateEntityUpdate } = strapi.entityValidator;
  // an update leaves alone what is not there, such as passwords; a creation wants all that is required
  const validate = (isNew ? validateEntityCreation : validateEntityUpdate) as (
    model: unknown,
    data: unknown,
    options: unknown,
    entity: unknown
  ) => Promise<unknown>;
  try {
    await validate(strapi.contentType(uid as never), entry, options, published ?? undefined);
  } catch (error) {
    throw InvalidDocumentError.from(error);
  }
};
