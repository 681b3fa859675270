import type { ComponentType } from 'react';
import { Palette } from '@strapi/icons';

export const colourField = {
  name: 'colour',
  type: 'string' as const,
  icon: Palette,
  intlLabel: { id: 'playground.colour.label', defaultMessage: 'Colour' },
  intlDescription: { id: 'playground.colour.description', defaultMessage: 'A colour as #rrggbb' },
  components: {
    // Strapi types every custom field's input as one without props, and hands it the usual ones.
    Input: async () => ({ default: (await import('./ColourInput')).default as unknown as ComponentType }),
  },
};
