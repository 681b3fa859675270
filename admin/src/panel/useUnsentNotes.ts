import * as React from 'react';

import { useForm } from '@strapi/strapi/admin';

import { NOTES_KEY, notesIn } from './notesKey';

import type { Revision } from '../../../contracts/revision';

interface Sent {
  text: string;
  /** the newest revision when they were sent */
  newest: number | undefined;
  at: number;
}

interface Latest {
  newest: Revision | undefined;
  /** when the server said so */
  askedAt: number | undefined;
}

interface UnsentNotes {
  /** Whether the notes went with a save that made no revision, and were put back. */
  wereKept: boolean;
  forget: () => void;
}

/**
 * Sees to it that notes are not lost: a save that changes nothing makes no revision (nor does publishing what is
 * current), and the form is emptied of them all the same. They are put back, to go with the next save.
 */
export const useUnsentNotes = ({ newest, askedAt }: Latest): UnsentNotes => {
  const values = useForm('useUnsentNotes', (form) => form.values);
  const isSubmitting = useForm('useUnsentNotes', (form) => form.isSubmitting);
  const onChange = useForm('useUnsentNotes', (form) => form.onChange);
  const [wereKept, setWereKept] = React.useState(false);
  const sent = React.useRef<Sent | null>(null);
  const kept = React.useRef<string | null>(null);
  const text = notesIn(values);

  React.useEffect(() => {
    if (isSubmitting) kept.current = null;
    if (isSubmitting && text) sent.current = { text, newest: newest?.id, at: Date.now() };
    // Only the beginning of a submission counts: what is on the page then is what is sent.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSubmitting]);

  // Whether the form has been emptied by then depends on what else is put into it after a save.
  React.useEffect(() => {
    const { current } = sent;
    if (isSubmitting || askedAt === undefined || current === null || askedAt <= current.at) return;

    const isNewer = newest?.id !== current.newest;
    // The list may have been asked for before the save was through: what it says then is looked at once more.
    if (isNewer && (kept.current === null || newest?.notes === current.text.trim())) {
      sent.current = null;
      kept.current = null;
      setWereKept(false);
      if (text === current.text) onChange(NOTES_KEY, undefined);
    } else if (kept.current === null) {
      kept.current = current.text;
      setWereKept(true);
      if (text !== current.text) onChange(NOTES_KEY, current.text);
    }
  }, [askedAt, isSubmitting, newest?.id, newest?.notes, onChange, text]);

  // The document may be fetched once more after that, and the form be emptied again: perhaps in the same turn in which
  // they were put back, so that there never was a text in between. The values are others all the same.
  React.useEffect(() => {
    if (!isSubmitting && !notesIn(values) && kept.current !== null) onChange(NOTES_KEY, kept.current);
  }, [isSubmitting, onChange, values]);

  const forget = React.useCallback(() => {
    sent.current = null;
    kept.current = null;
    setWereKept(false);
  }, []);

  return { wereKept, forget };
};
