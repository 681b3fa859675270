import * as React from 'react';

import { useQueryParams, withEncodedUserParams } from '@strapi/strapi/admin';

import { readListState } from './listState';

import type { DraftListState } from './listState';

interface DraftsState {
  state: DraftListState;
  /** Another list is read from its beginning, unless a page is given. */
  change: (part: Partial<DraftListState>, isCorrection?: boolean) => void;
}

/** Which drafts are shown, as the address says. */
export const useDraftsState = (): DraftsState => {
  const [{ query }, setQuery] = useQueryParams<Record<string, string>>();
  const state = React.useMemo(() => readListState(query ?? {}), [query]);

  const change = React.useCallback(
    ({ search, ...part }: Partial<DraftListState>, isCorrection = false) => {
      const given = Object.entries({ page: 1, ...part }).map(([key, value]) => [
        key,
        value === '' ? undefined : value,
      ]);
      const next = {
        ...Object.fromEntries(given),
        ...(search !== undefined && { _q: search ? encodeURIComponent(search) : undefined }),
      };
      setQuery(withEncodedUserParams(query ?? {}, next) as never, 'push', isCorrection);
    },
    [query, setQuery]
  );

  return { state, change };
};
