import * as React from 'react';

import { useLocation, useNavigate } from 'react-router-dom';

import { comparePath } from '../utils/compareSearch';

import type { CompareState, ComparedDocument } from '../utils/compareSearch';

/** Opens a comparison, which then knows the way back to this page. */
export const useOpenCompare = (
  address: ComparedDocument
): ((state: Pick<CompareState, 'from' | 'to' | 'locale'>) => void) => {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();

  return React.useCallback(
    (state) => navigate(comparePath(address, state), { state: { back: `${pathname}${search}` } }),
    [address, navigate, pathname, search]
  );
};
