import type { Core } from '@strapi/strapi';
import { colour } from './custom-fields/colour';
import { ensureLocale } from './locales';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.customFields.register(colour);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocale(strapi, { code: 'fr', name: 'French (fr)' });
  },
};
