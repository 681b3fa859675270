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
  const text = useForm('useUnsentNotes', (form) => notesIn(form.values));
  const isSubmitting = useForm('useUnsentNotes', (form) => form.isSubmitting);
  const onChange = useForm('useUnsentNotes', (form) => form.onChange);
  const [wereKept, setWereKept] = React.useState(false);
  const sent = React.useRef<Sent | null>(null);

  React.useEffect(() => {
    if (isSubmitting && text) sent.current = { text, newest: newest?.id, at: Date.now() };
    // Only the beginning of a submission counts: what is on the page then is what is sent.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSubmitting]);

  React.useEffect(() => {
    const { current } = sent;
    const isOver =
      !isSubmitting && !text && askedAt !== undefined && current !== null && askedAt > current.at;
    if (!isOver) return;

    sent.current = null;
    const madeNone = newest?.id === current.newest;
    setWereKept(madeNone);
    if (madeNone) onChange(NOTES_KEY, current.text);
  }, [askedAt, isSubmitting, newest?.id, onChange, text]);

  const forget = React.useCallback(() => {
    sent.current = null;
    setWereKept(false);
  }, []);

  return { wereKept, forget };
};
