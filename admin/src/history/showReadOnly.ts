import { bannerPanel } from '../utils/bannerPanel';
import { disabledLayout } from '../utils/disabledLayout';
import { revisionIdIn } from '../utils/historySearch';
import { awaitValues } from './awaitValues';

import type { EditLayout } from '@strapi/content-manager/strapi-admin';

/** Type of the field that stands for the banner; what it renders is registered in `index.ts`. */
export const BANNER_TYPE = 'revisions-banner';

interface Waterfall {
  layout: EditLayout;
  query?: unknown;
}

/**
 * The edit form of a revision: every input disabled, a banner above. Related entries open in a tab of their own,
 * because the content manager would open them in a dialog that asks for them as of the revision, which they are not in.
 *
 * Runs in the content manager's waterfall of layout changes; i18n, which comes before, drops `query`.
 */
export const showReadOnly = ({ layout, query }: Waterfall): Waterfall => {
  const isInHistory = revisionIdIn(window.location.search) !== null;
  const wait = awaitValues(isInHistory);
  const awaiting = layout.layout.map((panel) => panel.map((row) => row.map(wait)));
  if (!isInHistory) return { query, layout: { ...layout, layout: awaiting } };

  const disabled = disabledLayout({ ...layout, layout: awaiting });
  return {
    query,
    layout: {
      ...disabled,
      settings: { ...layout.settings, relationOpenMode: 'newTab' },
      layout: [...bannerPanel(BANNER_TYPE), ...disabled.layout],
    },
  };
};
