import * as React from 'react';

import { useLocation, useNavigate } from 'react-router-dom';

import { currentSession } from './draftStore';
import { draftSearch } from './draftSearch';

interface DraftNavigation {
  /** Shows a draft in the form. */
  open: (id: number) => Promise<void>;
  /** Shows the document, with what one has not saved of it. */
  close: () => Promise<void>;
}

/** From one draft of a document to another, within the edit view. */
export const useDraftNavigation = (): DraftNavigation => {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();

  const go = React.useCallback(
    async (id: number | null) => {
      await currentSession()?.flush();
      navigate({ pathname, search: draftSearch(search, id) });
    },
    [navigate, pathname, search]
  );
  return React.useMemo(() => ({ open: (id) => go(id), close: () => go(null) }), [go]);
};
