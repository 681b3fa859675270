import { readableField } from './readableField';
import { uidInAddress } from './uidInAddress';

import type { EditLayout } from '@strapi/content-manager/strapi-admin';

/**
 * A panel above all others that holds a banner. The edit form has no place for one, but renders whatever type of
 * field is registered; it asks for the right to read the field of that name, so it has to bear a name that the user
 * may read. (Panels with a dynamic zone are the ones without a card of their own around the first field.)
 *
 * @param type of the field that stands for the banner, as it is registered
 */
export const bannerPanel = (type: string): EditLayout['layout'] => {
  const name = readableField(uidInAddress());
  if (!name) return [];

  const banner = { name, label: name, type, attribute: { type }, disabled: true, size: 12, visible: true };
  return [[[banner, { ...banner, type: 'dynamiczone' }]]] as unknown as EditLayout['layout'];
};
