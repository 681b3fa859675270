import * as React from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { DraftLines } from './DraftLines';
import { OutcomeReport } from './OutcomeReport';
import { WhereItGoes } from './WhereItGoes';
import { sharingDocument } from './applyOrder';
import { useInTurn } from './useInTurn';

import type { DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';
import type { TranslationKey } from '../hooks/useTranslate';

const TEXTS: Record<DraftVerb, Record<'ask' | 'running' | 'barred' | 'confirm', TranslationKey>> = {
  apply: {
    ask: 'drafts.apply.ask',
    running: 'drafts.apply.running',
    barred: 'drafts.apply.barred',
    confirm: 'drafts.apply.confirm',
  },
  delete: {
    ask: 'drafts.delete.ask',
    running: 'drafts.delete.running',
    barred: 'drafts.delete.barred',
    confirm: 'drafts.delete.confirm',
  },
};

interface DraftsInTurnProps {
  verb: DraftVerb;
  drafts: PlacedDraft[];
  /** ids of what is ticked at first; without it there is nothing to choose */
  ticked?: ReadonlySet<number>;
  onClose: () => void;
}

/** Body and footer of a dialog: asks once more, does it, and says what became of each draft. */
export const DraftsInTurn = ({ verb, drafts, ticked: given, onClose }: DraftsInTurnProps) => {
  const t = useTranslate();
  const { run, progress, outcomes } = useInTurn(verb, onClose);
  const [ticked, setTicked] = React.useState(given);

  const may = ({ draft }: PlacedDraft) => (verb === 'apply' ? draft.mayApply : draft.mayDelete);
  const allowed = drafts.filter(may);
  const orphans = verb === 'apply' ? drafts.filter(({ draft }) => draft.isOrphan) : [];
  const barred = drafts.filter((placed) => !may(placed) && !orphans.includes(placed));
  const chosen = allowed.filter(({ draft }) => !ticked || ticked.has(draft.id));
  const shared = sharingDocument(ticked ? allowed : chosen);
  const isDone = outcomes !== null;

  const tick = (id: number, isTicked: boolean) =>
    setTicked(
      (before = new Set()) => new Set(isTicked ? [...before, id] : [...before].filter((i) => i !== id))
    );

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {isDone && <OutcomeReport verb={verb} outcomes={outcomes} />}
          {!isDone && allowed.length > 0 && (
            <>
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <Typography>{t(TEXTS[verb].ask, { count: allowed.length })}</Typography>
                {verb === 'apply' && <WhereItGoes uids={allowed.map(({ draft }) => draft.uid)} />}
              </Flex>
              <DraftLines drafts={allowed} ticked={ticked} isDisabled={progress !== null} onTick={tick} />
              {verb === 'apply' && shared.size > 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {t(ticked ? 'drafts.apply.choose' : 'drafts.apply.order')}
                </Typography>
              )}
            </>
          )}
          {barred.length > 0 && (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography textColor="warning700">
                {t(TEXTS[verb].barred, { count: barred.length })}
              </Typography>
              <DraftLines drafts={barred} />
            </Flex>
          )}
          {orphans.length > 0 && (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography textColor="warning700">
                {t('drafts.apply.orphans', { count: orphans.length })}
              </Typography>
              <DraftLines drafts={orphans} />
            </Flex>
          )}
          {!isDone && (
            <Typography variant="pi" textColor="neutral600" role="status">
              {progress && t(TEXTS[verb].running, { ...progress })}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t(isDone ? 'close' : 'cancel')}
        </Button>
        {!isDone && (
          <Button
            variant={verb === 'delete' ? 'danger-light' : 'default'}
            loading={progress !== null}
            disabled={chosen.length === 0}
            onClick={() => void run(chosen)}
          >
            {t(TEXTS[verb].confirm, { count: chosen.length })}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
};
