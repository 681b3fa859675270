import type { Core } from '@strapi/strapi';

/** A content type, as far as it is looked at here. */
interface ContentType {
  uid: string;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
}

/**
 * One content type; undefined where there is none of that uid, which may be any text. `strapi.contentTypes` goes through
 * all of them each time that it is read.
 */
export const contentTypeOf = (strapi: Core.Strapi, uid: string): ContentType | undefined => {
  const found = strapi.contentType(uid as never) as ContentType | undefined;
  return found?.uid === uid ? found : undefined;
};
