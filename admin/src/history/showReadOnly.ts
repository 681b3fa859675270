import { revisionIdIn } from '../utils/historySearch';
import { uidInAddress } from '../utils/uidInAddress';
import { awaitValues } from './awaitValues';
import { readableField } from './readableField';

import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

/** Type of the field that stands for the banner; what it renders is registered in `index.ts`. */
export const BANNER_TYPE = 'revisions-banner';

interface Waterfall {
  layout: EditLayout;
  query?: unknown;
}

const disable = (field: EditFieldLayout): EditFieldLayout => ({ ...field, disabled: true });

/**
 * A panel above all others that holds the banner. The edit form has no place for one, but renders whatever type of
 * field is registered; it asks for the right to read the field of that name, so it has to bear a name that the user
 * may read. (Panels with a dynamic zone are the ones without a card of their own around the first field.)
 */
const bannerPanel = (): EditLayout['layout'] => {
  const name = readableField(uidInAddress());
  if (!name) return [];

  const banner = {
    name,
    label: name,
    type: BANNER_TYPE,
    attribute: { type: BANNER_TYPE },
    disabled: true,
    size: 12,
    visible: true,
  };
  return [[[banner, { ...banner, type: 'dynamiczone' }]]] as unknown as EditLayout['layout'];
};

/**
 * The edit form of a revision: every input disabled, a banner above. Related entries open in a tab of their own,
 * because the content manager would open them in a dialog that asks for them as of the revision, which they are not in.
 *
 * Runs in the content manager's waterfall of layout changes; i18n, which comes before, drops `query`.
 */
export const showReadOnly = ({ layout, query }: Waterfall): Waterfall => {
  const isInHistory = revisionIdIn(window.location.search) !== null;
  const wait = awaitValues(isInHistory);
  const rows = (change: (field: EditFieldLayout) => EditFieldLayout) =>
    layout.layout.map((panel) => panel.map((row) => row.map(change)));
  if (!isInHistory) return { query, layout: { ...layout, layout: rows(wait) } };

  const components = Object.entries(layout.components).map(([uid, component]) => [
    uid,
    { ...component, layout: component.layout.map((row) => row.map(disable)) },
  ]);

  return {
    query,
    layout: {
      ...layout,
      settings: { ...layout.settings, relationOpenMode: 'newTab' },
      components: Object.fromEntries(components),
      layout: [...bannerPanel(), ...rows((field) => disable(wait(field)))],
    },
  };
};
