import type { Core } from '@strapi/strapi';
import { getService } from '.';

/** The locale that is meant: '' where the type has none, the default one where none (or all) is asked for. */
export const localeIn = async (strapi: Core.Strapi, uid: string, asked: unknown): Promise<string> => {
  if (!getService(strapi, 'tracking').reader(uid)?.structure.localized) return '';
  if (typeof asked === 'string' && asked !== '*') return asked;
  return strapi.plugin('i18n').service('locales').getDefaultLocale();
};
