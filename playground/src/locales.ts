import type { Core } from '@strapi/strapi';

// Strapi itself makes the default locale (en).
export const ensureLocale = async (strapi: Core.Strapi, locale: { code: string; name: string }) => {
  const locales = strapi.plugin('i18n').service('locales');
  if (!(await locales.findByCode(locale.code))) await locales.create(locale);
};
