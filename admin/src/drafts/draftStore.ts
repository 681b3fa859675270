import * as React from 'react';

import type { DraftSession, DraftView } from './engine/session';

/** There is one edit view, and so one session; what is spread over the page finds it here. */
let session: DraftSession | null = null;
let view: DraftView | null = null;
/** drafts that the page itself has ended, and whose address it still may bear */
const ended = new Set<number>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const setSession = (next: DraftSession | null): void => {
  session = next;
  view = next?.view() ?? null;
  tell();
};

export const setView = (next: DraftView): void => {
  if (session && next.place.key !== session.place.key) return;
  view = next;
  tell();
};

export const currentSession = (): DraftSession | null => session;

export const useDraftSession = (): DraftSession | null =>
  React.useSyncExternalStore(subscribe, () => session);

/** What there is to know of the draft on the page; null where there can be none. */
export const useDraftView = (): DraftView | null => React.useSyncExternalStore(subscribe, () => view);

export const noteEnded = (id: number): void => void ended.add(id);

export const hasEnded = (id: number): boolean => ended.has(id);

/** The dialog that is open: the header's menu asks for it, and is no place for one itself. */
export type DraftDialog =
  'create' | 'save' | 'settings' | 'delete' | 'discard' | 'resolve' | 'apply' | 'publish' | 'share';

let dialog: DraftDialog | null = null;

export const openDialog = (next: DraftDialog | null): void => {
  dialog = next;
  tell();
};

export const useDialog = (): DraftDialog | null => React.useSyncExternalStore(subscribe, () => dialog);

/** What the user may do with the draft that is open. */
export interface DraftRights {
  /** false: nobody knows yet, and none is given */
  isKnown: boolean;
  mayEdit: boolean;
  mayDelete: boolean;
  mayApply: boolean;
  mayPublish: boolean;
}

export const NO_RIGHTS: DraftRights = {
  isKnown: false,
  mayEdit: false,
  mayDelete: false,
  mayApply: false,
  mayPublish: false,
};

let rights = NO_RIGHTS;

export const setRights = (next: DraftRights): void => {
  rights = next;
  tell();
};

/** As they were found out once for the page: there are document actions in every row of a list, too. */
export const useKnownRights = (): DraftRights => React.useSyncExternalStore(subscribe, () => rights);
