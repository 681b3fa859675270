import * as React from 'react';

import { Box, Button, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import { useMergeDraftMutation } from '../api/draftsApi';
import { useFieldLabels } from '../hooks/useFieldLabels';
import { useReturnFocus } from '../hooks/useReturnFocus';
import { useTranslate } from '../hooks/useTranslate';
import { SmallDifferences } from './SmallDifferences';
import { currentSession } from './draftStore';

import type { DraftView } from './engine/session';
import type { DraftConflict } from '../../../contracts/draft';
import type { TranslationKey } from '../hooks/useTranslate';

type Decision = 'draft' | 'current';

const KINDS: Record<DraftConflict['kind'], TranslationKey> = {
  'changed-both': 'draft.resolve.changed-both',
  'moved-both': 'draft.resolve.moved-both',
  'removed-upstream': 'draft.resolve.removed-upstream',
  'removed-in-draft': 'draft.resolve.removed-in-draft',
};

interface SideProps {
  uid: string;
  title: string;
  decision: Decision;
  isChosen: boolean;
  changes: DraftConflict['mine'];
}

/** What one side made of it, and the choice of that side. */
const Side = ({ uid, title, decision, isChosen, changes }: SideProps) => {
  const t = useTranslate();

  return (
    <Box
      hasRadius
      padding={4}
      borderColor={isChosen ? 'primary600' : 'neutral200'}
      background={isChosen ? 'primary100' : 'neutral0'}
      minWidth={0}
      style={{ flex: '1 1 24rem' }}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Radio.Item value={decision}>{title}</Radio.Item>
        {changes.length > 0 ? (
          <SmallDifferences uid={uid} changes={changes} />
        ) : (
          <Typography variant="pi" textColor="neutral600">
            {t('difference.none')}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};

/** What was changed on both sides, one after the other: nothing is chosen until somebody chooses it. */
export const ResolveModal = ({ view, onClose }: { view: DraftView; onClose: () => void }) => {
  const t = useTranslate();
  const labelOf = useFieldLabels(view.place.uid);
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const returnFocus = useReturnFocus();
  const [merge] = useMergeDraftMutation();
  const [conflicts] = React.useState(view.conflicts);
  const [step, setStep] = React.useState(0);
  const [decisions, setDecisions] = React.useState<Record<string, Decision>>({});
  const [isBusy, setIsBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<string | null>(null);
  const conflict = conflicts[step];
  const decided = conflicts.filter(({ path }) => decisions[path]).length;

  if (!conflict) return null;

  const decideAll = (decision: Decision) =>
    setDecisions(Object.fromEntries(conflicts.map(({ path }) => [path, decision])));

  const submit = async () => {
    const session = currentSession();
    const id = view.save.draft?.id;
    if (!session || id === undefined) return;
    setIsBusy(true);
    setFailure(null);
    await session.flush();
    const answer = await merge({
      id,
      resolve: decisions,
      lockVersion: session.view().save.draft?.lockVersion,
    });
    setIsBusy(false);
    if ('error' in answer && answer.error) {
      setFailure(formatAPIError(answer.error as Parameters<typeof formatAPIError>[0]));
      void session.refresh();
      return;
    }
    if ('data' in answer && answer.data) session.note(answer.data.draft);
    await session.refresh();
    toggleNotification({ type: 'success', message: t('draft.resolve.done', { count: decided }) });
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('draft.resolve.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Flex gap={2}>
                <Button variant="tertiary" size="S" disabled={step === 0} onClick={() => setStep(step - 1)}>
                  {t('draft.resolve.previous')}
                </Button>
                <Typography aria-live="polite">
                  {t('draft.resolve.step', { step: step + 1, total: conflicts.length })}
                </Typography>
                <Button
                  variant="tertiary"
                  size="S"
                  disabled={step === conflicts.length - 1}
                  onClick={() => setStep(step + 1)}
                >
                  {t('draft.resolve.next')}
                </Button>
              </Flex>
              <Flex gap={2}>
                <Button variant="tertiary" size="S" onClick={() => decideAll('draft')}>
                  {t('draft.resolve.keep-all')}
                </Button>
                <Button variant="tertiary" size="S" onClick={() => decideAll('current')}>
                  {t('draft.resolve.take-all')}
                </Button>
              </Flex>
            </Flex>
            <Flex direction="column" alignItems="stretch" gap={1}>
              <Typography tag="h3" variant="delta" id="draft-conflict">
                {labelOf(conflict.path)}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {t(KINDS[conflict.kind])}
              </Typography>
            </Flex>
            <Radio.Group
              key={conflict.path}
              name={conflict.path}
              aria-labelledby="draft-conflict"
              value={decisions[conflict.path] ?? ''}
              onValueChange={(decision) =>
                setDecisions({ ...decisions, [conflict.path]: decision as Decision })
              }
            >
              <Flex alignItems="stretch" gap={3} wrap="wrap">
                <Side
                  uid={view.place.uid}
                  title={t('draft.resolve.mine')}
                  decision="draft"
                  isChosen={decisions[conflict.path] === 'draft'}
                  changes={conflict.mine}
                />
                <Side
                  uid={view.place.uid}
                  title={t('draft.resolve.theirs')}
                  decision="current"
                  isChosen={decisions[conflict.path] === 'current'}
                  changes={conflict.theirs}
                />
              </Flex>
            </Radio.Group>
            {failure && (
              <Typography textColor="danger600" role="alert">
                {failure}
              </Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={isBusy} disabled={decided === 0} onClick={() => void submit()}>
            {t('draft.resolve.confirm', { decided, total: conflicts.length })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
