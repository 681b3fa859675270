import { NO_DELTA, applyDelta, clashesOf, deltaOf, isEmptyDelta, namesIn } from './delta';
import { failureOf } from './failure';

import type { Delta, Values } from './delta';
import type { Failure } from './failure';
import type { Draft } from '../../../../contracts/draft';

/** What the server has of a draft: null where there is none. */
export interface Stored {
  draft: Draft | null;
  /** the attributes that the draft changes */
  values: Values;
}

/** What the server does not have yet, as it is kept in the browser. */
export interface Unsent {
  delta: Delta;
  /** the same attributes as the server had them when they were changed */
  base: Values;
  lockVersion: number;
  /** milliseconds */
  since: number;
}

export type Phase = 'idle' | 'waiting' | 'saving' | 'offline' | 'paused';

export interface AutosaveState {
  phase: Phase;
  /** Why it is paused. */
  failure: Failure | null;
  draft: Draft | null;
  /** when the server took something for the last time */
  savedAt: number | null;
  /** Whether the browser keeps what the server does not have. */
  isSafe: boolean;
  /** attributes that were changed here and elsewhere: one has to say which it shall be */
  clashes: string[];
}

export interface AutosaveOptions {
  /** milliseconds of quiet */
  delay: number;
  send: (delta: Delta, lockVersion: number, isLeaving: boolean) => Promise<Draft>;
  /** what the server has now */
  reload: () => Promise<Stored>;
  /** Keeps something in the browser, or removes it; false where that did not work. */
  keep: (unsent: Unsent | null) => Promise<boolean>;
  /** The form is to show this, over current. */
  show: (values: Values) => void;
  onState: (state: AutosaveState) => void;
}

export interface Autosave {
  /** What there is to begin with; what was typed meanwhile stays. */
  start: (stored: Stored, unsent: Unsent | null) => void;
  /** The attributes that differ from current now, all of them. */
  change: (now: Values) => void;
  /** Sends what has not been sent. */
  flush: (isLeaving?: boolean) => Promise<void>;
  /** What was refused, or did not get through, is tried again at once. */
  retry: () => void;
  /** The draft is fetched again; what was changed here stays. */
  refresh: () => Promise<void>;
  /** Ends a conflict. */
  settle: (keeps: 'mine' | 'theirs') => void;
  /** Nothing is sent while the form itself is being saved. */
  suspend: () => void;
  resume: () => void;
  /** The draft has become another one, or none; nothing is left to send but `now`. */
  reset: (stored: Stored, now?: Values) => void;
  /** What the server said elsewhere about the draft. */
  note: (draft: Draft) => void;
  /** The attributes that differ from current. */
  values: () => Values;
  /** Whether all there is lies on the server, or in this browser's database, at this moment. */
  isKept: () => boolean;
  state: () => AutosaveState;
  stop: () => void;
}

const SECOND = 1000;
const FIRST_PAUSE = 2 * SECOND;
const LONGEST_PAUSE = 60 * SECOND;
const SESSION_PAUSE = 20 * SECOND;
/** Who never stops typing is saved all the same. */
const MAX_DELAYS = 8;

/**
 * Brings a form's changes to the server, one request at a time, and keeps what is on its way. It knows neither React
 * nor HTTP: what it needs it is given, and a clock that tests can turn.
 */
export const createAutosave = (options: AutosaveOptions): Autosave => {
  let stored: Values = {};
  let now: Values = {};
  let isStarted = false;
  let isStopped = false;
  let isSuspended = false;
  let since: number | null = null;
  let pauses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstWait: number | null = null;
  let running: Promise<void> | null = null;
  let keeps = 0;
  let kept = 0;
  let state: AutosaveState = {
    phase: 'idle',
    failure: null,
    draft: null,
    savedAt: null,
    isSafe: true,
    clashes: [],
  };

  const set = (part: Partial<AutosaveState>) => {
    state = { ...state, ...part };
    if (!isStopped) options.onState(state);
  };

  const lockVersion = () => state.draft?.lockVersion ?? 0;
  const unsent = () => deltaOf(stored, now);

  const keep = () => {
    const delta = unsent();
    const turn = ++keeps;
    if (isEmptyDelta(delta)) {
      since = null;
      kept = turn;
      void options.keep(null);
      return;
    }
    since ??= Date.now();
    const base = Object.fromEntries(
      namesIn(delta).flatMap((name) => (name in stored ? [[name, stored[name]]] : []))
    );
    void options.keep({ delta, base, lockVersion: lockVersion(), since }).then((isKept) => {
      if (isKept) kept = Math.max(kept, turn);
      if (turn === keeps && isKept !== state.isSafe) set({ isSafe: isKept });
    });
  };

  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(false), milliseconds);
  };

  const schedule = () => {
    if (!isStarted || isSuspended || isStopped || running) return;
    firstWait ??= Date.now();
    const latest = firstWait + MAX_DELAYS * options.delay - Date.now();
    set({ phase: 'waiting', failure: null });
    wait(Math.max(0, Math.min(options.delay, latest)));
  };

  const fail = (failure: Failure) => {
    if (failure.kind === 'offline') {
      set({ phase: 'offline', failure });
      wait(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** pauses));
      pauses += 1;
      return;
    }
    set({ phase: 'paused', failure });
    if (failure.kind === 'session') wait(SESSION_PAUSE);
  };

  /** Puts what was changed here on top of what the server has now. */
  const meet = (theirs: Stored, mine: Delta, base: Values) => {
    const clashes = clashesOf(base, mine, theirs.values);
    stored = theirs.values;
    now = applyDelta(theirs.values, mine);
    set({ draft: theirs.draft, clashes });
    options.show(now);
    keep();
    if (clashes.length > 0) set({ phase: 'paused', failure: { kind: 'conflict' } });
    return clashes.length === 0;
  };

  const reload = async (): Promise<boolean> => {
    const theirs = await options.reload();
    if (isStopped || isSuspended) return false;
    return meet(theirs, unsent(), stored);
  };

  const step = async (isLeaving: boolean): Promise<'again' | 'done'> => {
    const delta = unsent();
    if (isEmptyDelta(delta)) {
      keep();
      set({ phase: 'idle', failure: null });
      return 'done';
    }
    set({ phase: 'saving' });
    try {
      const draft = await options.send(delta, lockVersion(), isLeaving);
      stored = applyDelta(stored, delta);
      pauses = 0;
      set({ draft, savedAt: Date.now(), phase: 'idle', failure: null });
      keep();
      return isEmptyDelta(unsent()) ? 'done' : 'again';
    } catch (error) {
      // Whoever saves the form ends the draft: that it is gone is no news.
      if (isStopped || isSuspended) return 'done';
      const failure = failureOf(error);
      if (failure.kind !== 'conflict') {
        fail(failure);
        return 'done';
      }
      try {
        return (await reload()) ? 'again' : 'done';
      } catch (another) {
        fail(failureOf(another));
        return 'done';
      }
    }
  };

  const run = (isLeaving: boolean): Promise<void> => {
    clearTimeout(timer);
    if (running) return running;
    if (!isStarted || isSuspended || state.clashes.length > 0) return Promise.resolve();
    firstWait = null;
    running = step(isLeaving).then((next) => {
      running = null;
      if (next === 'again') schedule();
    });
    return running;
  };

  return {
    start(theirs, copy) {
      isStarted = true;
      const typed = { values: now, revert: [] };
      stored = theirs.values;
      if (copy) {
        const untouched = applyDelta(theirs.values, { values: {}, revert: namesIn(copy.delta) });
        meet(theirs, copy.delta, { ...untouched, ...copy.base });
      } else {
        set({ draft: theirs.draft });
      }
      now = applyDelta(copy ? now : theirs.values, typed);
      options.show(now);
      if (isEmptyDelta(unsent())) keep();
      else {
        keep();
        if (state.clashes.length === 0) schedule();
      }
    },

    change(next) {
      now = next;
      if (!isStarted || isSuspended) return;
      keep();
      const { failure } = state;
      // What the server refused has changed now; the other reasons have not.
      if (state.clashes.length > 0 || (failure && ['forbidden', 'gone', 'session'].includes(failure.kind)))
        return;
      if (state.phase === 'offline') return;
      if (isEmptyDelta(unsent()) && !running) {
        clearTimeout(timer);
        firstWait = null;
        set({ phase: 'idle', failure: null });
        return;
      }
      schedule();
    },

    async flush(isLeaving = false) {
      if (isLeaving) {
        await run(true);
        return;
      }
      // What was typed while one request was on its way needs another.
      for (let turn = 0; turn < 3 && !isEmptyDelta(unsent()); turn += 1) {
        await run(false);
        if (state.phase === 'offline' || state.phase === 'paused') return;
      }
      await running;
    },

    retry() {
      pauses = 0;
      if (state.phase === 'offline' || state.phase === 'paused') void run(false);
    },

    async refresh() {
      await running;
      if (isStopped || isSuspended) return;
      try {
        if ((await reload()) && !isEmptyDelta(unsent())) schedule();
      } catch (error) {
        fail(failureOf(error));
      }
    },

    settle(which) {
      if (which === 'theirs') {
        for (const name of state.clashes) {
          if (name in stored) now = { ...now, [name]: stored[name] };
          else now = applyDelta(now, { ...NO_DELTA, revert: [name] });
        }
        options.show(now);
      }
      set({ clashes: [], phase: 'idle', failure: null });
      keep();
      void run(false);
    },

    suspend() {
      isSuspended = true;
      clearTimeout(timer);
    },

    resume() {
      if (!isSuspended) return;
      isSuspended = false;
      if (isStarted && !isEmptyDelta(unsent())) {
        keep();
        schedule();
      }
    },

    reset(theirs, next) {
      clearTimeout(timer);
      isSuspended = false;
      pauses = 0;
      firstWait = null;
      stored = theirs.values;
      now = next ?? theirs.values;
      set({ draft: theirs.draft, phase: 'idle', failure: null, clashes: [] });
      keep();
      if (!isEmptyDelta(unsent())) schedule();
    },

    note(draft) {
      if (draft.lockVersion >= lockVersion()) set({ draft });
    },

    values: () => now,
    isKept: () => kept === keeps,
    state: () => state,

    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
