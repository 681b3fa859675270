import { Flex } from '@strapi/design-system';

import { bannerPanel } from '../utils/bannerPanel';
import { disabledLayout } from '../utils/disabledLayout';
import { revisionIdIn } from '../utils/historySearch';
import { FieldMark } from './FieldMark';
import { draftIdIn } from './draftSearch';
import { isLookOnly } from './lookOnly';

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

/**
 * Makes room for the draft's banner above the edit form, and for its marks beside the labels. The panel is always there:
 * it is empty and takes no room until there is something to say, because a panel that came while somebody types would
 * move the others, and their inputs would lose the focus.
 */
export const draftLayout = ({ layout, query }: Waterfall): Waterfall => {
  const { pathname, search } = window.location;
  if (!isEditView(pathname) || revisionIdIn(search) !== null) return { query, layout };

  const shown = isLookOnly(draftIdIn(search)) ? disabledLayout(layout) : layout;
  const panels = shown.layout.map((panel) => panel.map((row) => row.map(withMark)));
  return { query, layout: { ...shown, layout: [...bannerPanel(DRAFT_BANNER_TYPE), ...panels] } };
};
