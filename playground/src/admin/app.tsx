import type { StrapiApp } from '@strapi/strapi/admin';
import { ColourDifference } from './ColourDifference';
import { colourField } from './colour-field';

export default {
  // No guided tours and release notes: who opens the playground came for something else.
  config: { locales: ['de', 'fr'], tutorials: false, notifications: { releases: false } },
  register(app: StrapiApp) {
    app.customFields.register(colourField);
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    // Not there while the plugin is switched off.
    const revisions = app.getPlugin('revisions')?.apis as
      { registerDifference: (difference: object) => void } | undefined;
    revisions?.registerDifference({ customField: 'global::colour', Component: ColourDifference });
  },
};
