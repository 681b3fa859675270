import type { StrapiApp } from '@strapi/strapi/admin';
import { colourField } from './colour-field';

export default {
  // No guided tours and release notes: who opens the playground came for something else.
  config: { locales: ['de', 'fr'], tutorials: false, notifications: { releases: false } },
  register(app: StrapiApp) {
    app.customFields.register(colourField);
  },
};
