import { Flex, Typography } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { DraftLines } from './DraftLines';
import { FailureText } from './FailureText';

import type { DraftOutcome, DraftVerb } from '../api/draftsInTurnApi';
import type { TranslationKey } from '../hooks/useTranslate';

const DONE: Record<DraftVerb, TranslationKey> = { apply: 'drafts.apply.done', delete: 'drafts.delete.done' };

/** What became of each: what failed comes first, with the reason. */
export const OutcomeReport = ({ verb, outcomes }: { verb: DraftVerb; outcomes: DraftOutcome[] }) => {
  const t = useTranslate();
  const failed = outcomes.filter(({ error }) => error);
  const done = outcomes.filter(({ error }) => !error);
  const errors = new Map(failed.map(({ draft, error }) => [draft.id, error]));
  const conflicts = new Map(done.map((outcome) => [outcome.draft.id, outcome.conflicts]));

  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="status">
      {failed.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h3" fontWeight="bold" textColor="danger700">
            {t('drafts.report.failed', { count: failed.length, total: outcomes.length })}
          </Typography>
          <DraftLines
            drafts={failed}
            renderNote={({ draft }) => {
              const error = errors.get(draft.id);
              return error && <FailureText draft={draft} error={error} />;
            }}
          />
        </Flex>
      )}
      {done.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h3" fontWeight="bold" textColor="success700">
            {t(DONE[verb], { count: done.length })}
          </Typography>
          <DraftLines
            drafts={done}
            renderNote={({ draft }) => {
              const count = conflicts.get(draft.id) ?? 0;
              if (count === 0) return null;
              return (
                <Typography variant="pi" textColor="warning700">
                  {t('drafts.report.conflicts', { count })}
                </Typography>
              );
            }}
          />
        </Flex>
      )}
    </Flex>
  );
};
