import * as React from 'react';

import { useNotification } from '@strapi/strapi/admin';

import { useDoInTurnMutation } from '../api/draftsInTurnApi';
import { useTranslate } from '../hooks/useTranslate';
import { applyOrder } from './applyOrder';

import type { DraftOutcome, DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';
import type { TranslationKey } from '../hooks/useTranslate';

const DONE: Record<DraftVerb, TranslationKey> = { apply: 'drafts.apply.done', delete: 'drafts.delete.done' };

interface InTurn {
  run: (drafts: PlacedDraft[]) => Promise<void>;
  /** how far it is; null while nothing runs */
  progress: { done: number; total: number } | null;
  /** null unless there is something to tell beyond that it worked */
  outcomes: DraftOutcome[] | null;
}

/** Applies or deletes drafts one after another, and knows what became of each. */
export const useInTurn = (verb: DraftVerb, onClose: () => void): InTurn => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [send] = useDoInTurnMutation();
  const [progress, setProgress] = React.useState<InTurn['progress']>(null);
  const [outcomes, setOutcomes] = React.useState<DraftOutcome[] | null>(null);

  const isThere = React.useRef(true);
  React.useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const run = async (drafts: PlacedDraft[]) => {
    const total = drafts.length;
    setProgress({ done: 0, total });
    const answer = await send({
      verb,
      drafts: verb === 'apply' ? applyOrder(drafts) : drafts,
      onStep: (done) => setProgress({ done, total }),
    });
    const data = 'data' in answer ? answer.data : [];
    setProgress(null);

    const failed = data.filter(({ error }) => error).length;
    const hasMore = failed > 0 || data.some(({ conflicts }) => conflicts > 0);
    if (!hasMore) {
      toggleNotification({ type: 'success', message: t(DONE[verb], { count: total }) });
      if (isThere.current) onClose();
      return;
    }
    setOutcomes(data);
    // Whoever closed the dialog meanwhile is told all the same.
    if (!isThere.current && failed > 0) {
      toggleNotification({ type: 'warning', message: t('drafts.report.failed', { count: failed, total }) });
    }
  };

  return { run, progress, outcomes };
};
