import { Flex } from '@strapi/design-system';

import { readableField } from '../history/readableField';
import { revisionIdIn } from '../utils/historySearch';
import { uidInAddress } from '../utils/uidInAddress';
import { FieldMark } from './FieldMark';

import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

/** Type of the field that stands for the banner; what it renders is registered in `index.ts`. */
export const DRAFT_BANNER_TYPE = 'revisions-draft-banner';

interface Waterfall {
  layout: EditLayout;
  query?: unknown;
}

/** Not where the view is configured, which takes the layout for its own. */
const isEditView = (pathname: string): boolean =>
  /\/content-manager\/(?:collection-types\/[^/]+\/[^/]+|single-types\/[^/]+)\/?$/.test(pathname);

/**
 * A panel above all others, always there: it is empty and takes no room until there is something to say, because a
 * panel that came while somebody types would move the others, and their inputs would lose the focus. See `bannerPanel`
 * of history for what makes it look like a field.
 */
const bannerPanel = (): EditLayout['layout'] => {
  const name = readableField(uidInAddress());
  if (!name) return [];

  const banner = {
    name,
    label: name,
    type: DRAFT_BANNER_TYPE,
    attribute: { type: DRAFT_BANNER_TYPE },
    disabled: true,
    size: 12,
    visible: true,
  };
  return [[[banner, { ...banner, type: 'dynamiczone' }]]] as unknown as EditLayout['layout'];
};

const withMark = (field: EditFieldLayout): EditFieldLayout => {
  const before = (field as { labelAction?: React.ReactNode }).labelAction;
  const labelAction = (
    <Flex tag="span" gap={1}>
      {before}
      <FieldMark name={field.name} />
    </Flex>
  );
  return { ...field, labelAction } as EditFieldLayout;
};

/** Makes room for the draft's banner above the edit form, and for its marks beside the labels. */
export const draftLayout = ({ layout, query }: Waterfall): Waterfall => {
  const { pathname, search } = window.location;
  if (!isEditView(pathname) || revisionIdIn(search) !== null) return { query, layout };

  const panels = layout.layout.map((panel) => panel.map((row) => row.map(withMark)));
  return { query, layout: { ...layout, layout: [...bannerPanel(), ...panels] } };
};
