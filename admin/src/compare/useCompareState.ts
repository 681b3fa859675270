import * as React from 'react';

import { useLocation, useNavigate, useParams } from 'react-router-dom';

import { compareSearch, editPath, readCompare } from '../utils/compareSearch';

import type { CompareState, CompareView, ComparedDocument } from '../utils/compareSearch';

const VIEW_KEY = 'STRAPI_REVISIONS_COMPARE_VIEW';

const rememberedView = (): CompareView => (localStorage.getItem(VIEW_KEY) === 'inline' ? 'inline' : 'split');

interface Comparing {
  address: ComparedDocument;
  state: Omit<CompareState, 'view'> & { view: CompareView };
  /** @param isStep whether it is one of many: the browser's way back then leads past it */
  change: (part: Partial<CompareState>, isStep?: boolean) => void;
  /** where one came from; else the entry */
  back: string;
}

/** What is compared and how it is shown, as the address says, and the ways to change it. */
export const useCompareState = (): Comparing => {
  const { pathname, search, state: given } = useLocation();
  const navigate = useNavigate();
  const { collectionType = '', slug = '', id = '' } = useParams();

  const address = React.useMemo(
    () => ({ uid: slug, documentId: id, collectionType }),
    [slug, id, collectionType]
  );
  const read = React.useMemo(() => readCompare(search), [search]);
  const state = { ...read, view: read.view ?? rememberedView() };

  const change = React.useCallback(
    (part: Partial<CompareState>, isStep = false) => {
      if (part.view) localStorage.setItem(VIEW_KEY, part.view);
      navigate({ pathname, search: compareSearch({ ...read, ...part }) }, { replace: isStep, state: given });
    },
    [given, navigate, pathname, read]
  );

  return {
    address,
    state,
    change,
    back: (given as { back?: string } | null)?.back ?? editPath(address, read.locale),
  };
};
