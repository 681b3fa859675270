import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { getService } from '../services';
import type { Context } from './context';

/** A content type that there is. @throws NotFoundError */
export const typeOf = (strapi: Core.Strapi, uid: string): string => {
  if (!getService(strapi, 'tracking').reader(uid)) throw new errors.NotFoundError(`No content type "${uid}"`);
  return uid;
};

/** A content type whose documents are recorded. @throws NotFoundError */
export const trackedTypeOf = (strapi: Core.Strapi, uid: string): string => {
  typeOf(strapi, uid);
  if (!getService(strapi, 'tracking').find(uid)) {
    throw new errors.NotFoundError(`Neither drafts nor revisions are kept of "${uid}"`);
  }
  return uid;
};

/** A documentId such as a draft can be of. @throws NotFoundError */
export const documentIdOf = ({ params }: Context): string => {
  const documentId = params.documentId!;
  // no column holds another
  if (!/^[^\s\0]{1,191}$/.test(documentId)) throw new errors.NotFoundError('No such document');
  return documentId;
};

const isLocalized = (strapi: Core.Strapi, uid: string): boolean =>
  getService(strapi, 'tracking').reader(uid)!.structure.localized;

/** '' on a type without locales; the default locale where none is named. */
export const localeOf = async (
  strapi: Core.Strapi,
  uid: string,
  locale: string | undefined
): Promise<string> => {
  if (!isLocalized(strapi, uid)) return '';
  return locale ?? (await strapi.plugin('i18n').service('locales').getDefaultLocale());
};

/** The same for what is to be written. @throws ValidationError where there is no such locale */
export const writableLocaleOf = async (
  strapi: Core.Strapi,
  uid: string,
  locale: string | undefined
): Promise<string> => {
  const found = await localeOf(strapi, uid, locale);
  if (found === '' || (await strapi.plugin('i18n').service('locales').findByCode(found))) return found;
  const known: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  throw new errors.ValidationError(
    `locale: there is no "${found}"; give one of ${known.map(({ code }) => code).join(', ')}`
  );
};
