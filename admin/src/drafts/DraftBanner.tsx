import * as React from 'react';

import { Box } from '@strapi/design-system';
import { createGlobalStyle } from 'styled-components';

import { MissingBanner } from './MissingBanner';
import { NewBanner } from './NewBanner';
import { Notices } from './Notices';
import { ProvisionalBanner } from './ProvisionalBanner';
import { SavedBanner } from './SavedBanner';
import { useDraftView } from './draftStore';
import { useHasNotices } from './useHasNotices';
import { useIsOurForm } from './useIsOurForm';

import type { DraftView } from './engine/session';

/** The panel that the banner lies in leaves a gap to its neighbour even when it is empty. */
const NoRoom = createGlobalStyle`
  div:has(> * > [data-revisions-draft='none']) {
    display: none;
  }
`;

const bannerOf = (view: DraftView | null): React.ComponentType<{ view: DraftView }> | null => {
  if (!view) return null;
  if (view.status === 'missing') return MissingBanner;
  if (view.mode === 'saved') return SavedBanner;
  if (view.status !== 'open' || view.shownFrom === null || view.changed.length === 0) return null;
  return view.mode === 'new' ? NewBanner : ProvisionalBanner;
};

/** Says above the form what draft it shows, and what is to be decided about it. */
export const DraftBanner = () => {
  const view = useDraftView();
  const isOurs = useIsOurForm();
  const Banner = isOurs ? bannerOf(view) : null;
  const hasNotices = useHasNotices() && isOurs;

  if (!view || (!Banner && !hasNotices)) {
    return (
      <>
        <NoRoom />
        <div data-revisions-draft="none" />
      </>
    );
  }
  return (
    <Box data-revisions-draft="shown">
      {Banner && <Banner view={view} />}
      {hasNotices && <Notices view={view} isBelow={Banner !== null} />}
    </Box>
  );
};
