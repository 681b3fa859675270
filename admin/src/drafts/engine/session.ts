import { changedValues } from './changedValues';
import { createAutosave } from './autosave';
import { failureOf } from './failure';
import { readCopy, writeCopy } from './localCopy';
import { listenToTabs } from './otherTabs';
import { modeOf } from './place';
import { sameValue } from './sameValue';
import { withTempKeys } from './tempKeys';
import { deleteDraft, fetchForm, fetchProvisional, sendDelta } from './transport';

import type { AutosaveState, Stored } from './autosave';
import type { Values } from './delta';
import type { Mode, Place } from './place';
import type { Attributes, Components } from './tempKeys';
import type { TabMessage } from './otherTabs';
import type { Draft, DraftConflict } from '../../../../contracts/draft';

/** What the form is to the session. Its functions stay the same as long as the form lives. */
export interface FormPort {
  getValues: () => Values;
  setValues: (values: Values) => void;
  resetForm: (values?: Values) => void;
}

/** What the page knows of the document. */
export interface PagePort {
  /** The document as the form loads it, even while the form has other values. */
  live: () => Values | undefined;
  updatedAt: () => string | null;
  /** Asks the server for the document anew; the form is given what has changed. */
  refetch: () => Promise<{ updatedAt: string | null }>;
}

/** What is on the page besides the form, for whoever shows it. */
export interface DraftView {
  place: Place;
  mode: Mode;
  /** `missing`: the draft of the address is not there, or not for this user */
  status: 'opening' | 'open' | 'missing' | 'failed';
  save: AutosaveState;
  /** attributes that are not as current has them */
  changed: string[];
  conflicts: DraftConflict[];
  /** attributes into which something came from upstream */
  upstream: string[];
  /** when what is shown was last changed, before this page was opened; null where it began empty */
  shownFrom: string | null;
  /** Whether some of it had not reached the server when the page was left. */
  isRecovered: boolean;
  /** Another tab of this browser edits the same. */
  otherTab: 'editing' | 'saved' | null;
}

export interface DraftSession {
  form: FormPort;
  place: Place;
  view: () => DraftView;
  /** What the document is now, as the form loads it. */
  rebase: (live: Values, schema: { attributes: Attributes; components: Components }) => void;
  /** The form's values, whenever they change. */
  see: (values: Values, isReset: boolean) => void;
  /** @param own the caller's unsaved draft, as it has just been asked for; undefined: nobody asked yet */
  open: (own?: Draft | null) => Promise<void>;
  flush: (isLeaving?: boolean) => Promise<void>;
  retry: () => void;
  /** Fetches the draft again, and puts it over the form; what was typed here and not sent stays. */
  refresh: () => Promise<void>;
  settle: (keeps: 'mine' | 'theirs') => void;
  /** The attributes are as current has them. */
  revert: (names: string[]) => void;
  /** Throws away what this draft changes in this locale. */
  discard: () => Promise<void>;
  /** Strapi saves the form. */
  submitting: () => void;
  /** Strapi has saved the form, or could not. */
  submitted: () => Promise<void>;
  /** Whether the draft is still as it was, when somebody comes back to the page. */
  lookAgain: () => Promise<void>;
  /** Whether nothing would be lost if the page went away now. */
  isKept: () => boolean;
  /** The draft lives on elsewhere, or no more; the form shows current. */
  end: () => void;
  note: (draft: Draft) => void;
  setToken: (token: string | null) => void;
  /** What is typed into a draft that one may only look at does not stay. */
  setReadOnly: (isReadOnly: boolean) => void;
  close: () => void;
}

interface Submission {
  /** what was over current then */
  overlay: Values;
  /** typed since */
  typed: Values;
  last: Values;
  hadDraft: boolean;
  updatedAt: string | null;
}

/** Somebody who comes and goes is not asked about each time. */
const LOOK_PAUSE = 3000;

/** What upstream did to a draft; another one means that the document is another. */
const upstreamOf = (draft: Draft | null): string =>
  draft ? JSON.stringify([draft.outdated, draft.merged, draft.conflicts]) : '';

/**
 * One editing of one document or draft, from opening the page to leaving it: holds the form, the autosave and the
 * browser's copy together. The form always loads current; what a draft changes is put over it.
 */
export const createSession = (
  place: Place,
  form: FormPort,
  onView: (view: DraftView) => void,
  page: PagePort
): DraftSession => {
  const mode = modeOf(place);
  let token: string | null = null;
  let live: Values | null = null;
  let attributes: Attributes = {};
  let components: Components = {};
  let isClosed = false;
  let isOpened = false;
  let isReadOnly = false;
  let hasTyped = false;
  let submission: Submission | null = null;
  let inMemory: Draft | null = null;
  let lookedAt = Date.now();
  let view: DraftView;

  const set = (part: Partial<DraftView>) => {
    view = { ...view, ...part };
    if (!isClosed) onView(view);
  };

  /** Over current, and beside what lies in the form and is no attribute. */
  const over = (values: Values): Values => {
    const others = Object.entries(form.getValues()).filter(([name]) => !(name in attributes));
    return { ...Object.fromEntries(others), ...live, ...values };
  };

  const show = (values: Values) => {
    if (!live || isClosed) return;
    const next = over(values);
    // Inputs that are given the same once more may lose their place.
    if (!sameValue(form.getValues(), next)) form.setValues(next);
    set({ changed: Object.keys(values) });
  };

  /** As the form would have it, and nothing that is as current has it anyway. */
  const overlay = (values: Values): Values => {
    const base = live ?? {};
    const keyed = withTempKeys(components)(attributes, values, base);
    return changedValues(attributes, base, { ...base, ...keyed });
  };

  const idOfOwn = async (): Promise<number | undefined> => {
    if (mode === 'provisional') return (await fetchProvisional(place))?.id;
    return autosave.state().draft?.id ?? place.unsavedId ?? undefined;
  };

  /** Of a document that does not exist yet there may be several at once, each in its tab. */
  const copyKey = (): string => {
    const id = mode === 'new' ? (autosave.state().draft?.id ?? place.unsavedId) : null;
    return id === null ? place.key : `${place.key}|${id}`;
  };

  const load = async (own?: Draft | null): Promise<Stored> => {
    const id = own === undefined ? (place.draftId ?? (await idOfOwn())) : own?.id;
    if (id === undefined) {
      set({ conflicts: [], upstream: [], otherTab: null });
      return { draft: null, values: {} };
    }
    const { draft, values, conflicts, upstream } = await fetchForm(id, place);
    set({ conflicts, upstream, otherTab: null });
    return { draft, values: overlay(values) };
  };

  const tabs = listenToTabs((message: TabMessage) => {
    if (message.key !== place.key || mode === 'new') return;
    switch (message.kind) {
      case 'opened':
        if (hasTyped) tabs.tell({ kind: 'editing', key: place.key });
        return;
      case 'editing':
        set({ otherTab: view.otherTab ?? 'editing' });
        return;
      case 'saved':
        if (message.lockVersion > (autosave.state().draft?.lockVersion ?? 0)) set({ otherTab: 'saved' });
        return;
      case 'ended':
        set({ otherTab: 'saved' });
    }
  });

  const autosave = createAutosave({
    delay: place.delay,
    send: async (delta, lockVersion, isLeaving) => {
      const draft = await sendDelta(place, autosave.state().draft, delta, lockVersion, { isLeaving, token });
      const hasMoved = inMemory !== null && upstreamOf(draft) !== upstreamOf(inMemory);
      inMemory = draft;
      if (hasMoved && !isLeaving) void catchUp().catch(() => undefined);
      tabs.tell({ kind: 'saved', key: place.key, lockVersion: draft.lockVersion });
      return draft;
    },
    reload: () => load(),
    keep: (unsent) => {
      const key = copyKey();
      // It has a name now.
      if (key !== place.key) void writeCopy(place.key, null);
      return writeCopy(key, unsent);
    },
    show,
    onState: (save) => set({ save }),
  });

  /** Somebody saved the document meanwhile: the form gets that, and the draft over it. */
  const catchUp = async () => {
    await page.refetch();
    await autosave.refresh();
  };

  view = {
    place,
    mode,
    status: 'opening',
    save: autosave.state(),
    changed: [],
    conflicts: [],
    upstream: [],
    shownFrom: null,
    isRecovered: false,
    otherTab: null,
  };

  const settleSubmission = async () => {
    const current = submission;
    if (!current) return;
    const [draft, document] = await Promise.all([
      mode === 'provisional' ? fetchProvisional(place) : Promise.resolve(inMemory),
      mode === 'new' ? Promise.resolve({ updatedAt: null }) : page.refetch(),
    ]);
    if (submission !== current || isClosed) return;
    submission = null;
    // Strapi shows what it saves before it is saved, and takes it back when that fails.
    live = page.live() ?? live;

    const isGone = !draft || draft.modified.length === 0;
    const wasSaved = current.hadDraft ? isGone : document.updatedAt !== current.updatedAt;
    if (wasSaved) {
      inMemory = null;
      set({ shownFrom: null, isRecovered: false, conflicts: [], upstream: [] });
      autosave.reset({ draft, values: {} }, current.typed);
      show(current.typed);
      tabs.tell({ kind: 'ended', key: place.key });
      return;
    }
    const now = { ...current.overlay, ...current.typed };
    autosave.resume();
    autosave.change(now);
    restore(now);
  };

  /** A form that believes that it was saved is told that it was not. */
  const restore = (values: Values) => {
    if (!live || isClosed) return;
    const next = over(values);
    if (sameValue(form.getValues(), next)) {
      form.resetForm(live);
      form.setValues(next);
    } else show(values);
  };

  return {
    form,
    place,
    view: () => view,

    rebase(next, schema) {
      const before = live;
      live = next;
      attributes = schema.attributes;
      components = schema.components;
      if (!before || !isOpened || submission || sameValue(before, next)) return;
      // The document has changed; so has what the draft makes of it.
      if (autosave.state().draft) void autosave.refresh();
    },

    see(values, isReset) {
      if (!live) return;
      if (submission) {
        if (!isReset) {
          const { last, typed } = submission;
          for (const name of Object.keys(attributes)) {
            if (!sameValue(values[name], last[name])) typed[name] = values[name];
          }
        }
        submission.last = values;
        return;
      }
      if (isOpened && (isReset || isReadOnly)) {
        show(autosave.values());
        return;
      }
      const changed = changedValues(attributes, live, values);
      if (isOpened && !hasTyped && !sameValue(changed, autosave.values())) {
        hasTyped = true;
        tabs.tell({ kind: 'editing', key: place.key });
      }
      autosave.change(changed);
      const names = Object.keys(changed);
      if (!sameValue(names, view.changed)) set({ changed: names });
    },

    async open(own) {
      set({ status: 'opening' });
      try {
        const [stored, copy] = await Promise.all([load(own), readCopy(copyKey())]);
        if (isClosed) return;
        inMemory = stored.draft;
        isOpened = true;
        const isRecovered = copy !== null;
        const shows = isRecovered || Object.keys(stored.values).length > 0;
        const since = copy ? new Date(copy.since).toISOString() : (stored.draft?.updatedAt ?? null);
        set({ status: 'open', isRecovered, shownFrom: shows ? since : null });
        autosave.start(stored, copy);
        tabs.tell({ kind: 'opened', key: place.key });
      } catch (error) {
        const { kind } = failureOf(error);
        set({ status: kind === 'gone' || kind === 'forbidden' ? 'missing' : 'failed' });
      }
    },

    flush: (isLeaving) => autosave.flush(isLeaving),
    retry: () => autosave.retry(),

    async refresh() {
      set({ otherTab: null });
      await (mode === 'new' ? autosave.refresh() : catchUp());
    },

    async lookAgain() {
      if (!isOpened || submission || mode === 'new') return;
      const { failure, phase, draft } = autosave.state();
      if (failure?.kind === 'session' || phase === 'offline') autosave.retry();
      if (Date.now() - lookedAt < LOOK_PAUSE || phase === 'saving') return;
      lookedAt = Date.now();
      try {
        const now =
          mode === 'saved' ? (await fetchForm(place.draftId!, place)).draft : await fetchProvisional(place);
        const known = autosave.state().draft;
        // A request that went out meanwhile knows better.
        if (isClosed || submission || known !== draft) return;
        const isSame = now?.lockVersion === known?.lockVersion && upstreamOf(now) === upstreamOf(known);
        if (!isSame) await catchUp();
      } catch (error) {
        if (failureOf(error).kind === 'gone' && mode === 'saved') set({ status: 'missing' });
      }
    },

    isKept: () => autosave.isKept(),

    settle: (keeps) => autosave.settle(keeps),

    revert(names) {
      const values = { ...autosave.values() };
      for (const name of names) delete values[name];
      show(values);
    },

    async discard() {
      autosave.suspend();
      // What is on its way may be the first of it.
      await autosave.flush();
      const { draft } = autosave.state();
      try {
        // A draft spans locales; what is thrown away is what one sees.
        const isShared = draft !== null && draft.locales.some((locale) => locale !== place.locale);
        let left: Draft | null = null;
        if (draft && isShared) {
          const revert = Object.keys(autosave.values());
          left = await sendDelta(place, draft, { values: {}, revert }, draft.lockVersion, {
            isLeaving: false,
            token,
          });
        } else if (draft) {
          await deleteDraft(draft.id, place);
        }
        set({ shownFrom: null, isRecovered: false, conflicts: [], upstream: [] });
        inMemory = left;
        autosave.reset({ draft: left, values: {} });
        show({});
        tabs.tell({ kind: 'ended', key: place.key });
      } catch (error) {
        autosave.resume();
        throw error;
      }
    },

    submitting() {
      autosave.suspend();
      submission = {
        overlay: autosave.values(),
        typed: {},
        last: form.getValues(),
        hadDraft: (autosave.state().draft?.modified.length ?? 0) > 0,
        updatedAt: page.updatedAt(),
      };
    },

    async submitted() {
      try {
        await settleSubmission();
      } catch {
        // Nobody knows; what was typed is kept, and sent once more.
        const current = submission;
        submission = null;
        if (current) {
          autosave.resume();
          restore({ ...current.overlay, ...current.typed });
        }
      }
    },

    end() {
      autosave.suspend();
      void writeCopy(copyKey(), null);
      inMemory = null;
      set({ shownFrom: null, isRecovered: false, conflicts: [], upstream: [], changed: [] });
      autosave.reset({ draft: null, values: {} });
      show({});
      tabs.tell({ kind: 'ended', key: place.key });
    },

    note(draft) {
      inMemory = draft;
      autosave.note(draft);
    },

    setToken(next) {
      token = next;
    },

    setReadOnly(next) {
      isReadOnly = next;
    },

    close() {
      // Saved by Strapi, and gone to where the new document lives.
      if (submission && mode === 'new') {
        autosave.stop();
        void writeCopy(copyKey(), null);
      } else {
        if (isOpened && !submission) void autosave.flush(true);
        autosave.stop();
        // The form may live on, and show something else.
        if (live && !submission) form.setValues(over({}));
      }
      isClosed = true;
      tabs.close();
    },
  };
};
