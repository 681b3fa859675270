import type { StrapiApp } from '@strapi/strapi/admin';
import { colourField } from './colour-field';

export default {
  config: { locales: ['de', 'fr'] },
  register(app: StrapiApp) {
    app.customFields.register(colourField);
  },
};
