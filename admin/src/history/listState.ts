import * as React from 'react';

import type { RevisionAction } from '../../../contracts/revision';

/** A revision that was ticked to be compared. */
export interface ChosenRevision {
  id: number;
  number: number;
  locale: string | null;
}

export interface ListState {
  page: number;
  /** `this`: the locale on the page */
  locale: 'this' | 'all' | (string & {});
  /** `admin:1`, `system`; empty for everybody */
  creator: string;
  /** empty for all */
  actions: RevisionAction[];
  isFiltering: boolean;
  /** two at most, in the order in which they were ticked */
  chosen: ChosenRevision[];
}

const INITIAL: ListState = {
  page: 1,
  locale: 'this',
  creator: '',
  actions: [],
  isFiltering: false,
  chosen: [],
};

const states = new Map<string, ListState>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Where the reader is in a document's list of revisions. Outside of React, because the edit view mounts its panels
 * anew whenever it loads something, and outside of the address, because what is there goes into every request of the
 * content manager.
 */
export const useListState = (key: string): [ListState, (change: Partial<ListState>) => void] => {
  const state = React.useSyncExternalStore(subscribe, () => states.get(key) ?? INITIAL);
  const update = React.useCallback(
    (change: Partial<ListState>) => {
      states.set(key, { ...(states.get(key) ?? INITIAL), ...change });
      listeners.forEach((listener) => listener());
    },
    [key]
  );
  return [state, update];
};
