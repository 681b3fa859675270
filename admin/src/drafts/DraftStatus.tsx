import * as React from 'react';

import { Flex, TextButton, Typography } from '@strapi/design-system';
import { Check, Clock, CloudUpload, Cross, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';
import { useDraftSession, useDraftView } from './draftStore';

import type { AutosaveState } from './engine/autosave';
import type { Failure } from './engine/failure';
import type { TranslationKey } from '../hooks/useTranslate';

const REASONS: Record<Exclude<Failure['kind'], 'offline' | 'session'>, TranslationKey> = {
  forbidden: 'draft.paused.forbidden',
  gone: 'draft.paused.gone',
  refused: 'draft.paused.refused',
  conflict: 'draft.paused.conflict',
};

const reasonOf = (failure: Exclude<Failure, { kind: 'offline' }>): TranslationKey => {
  if (failure.kind !== 'session') return REASONS[failure.kind];
  return failure.isSomebodyElse ? 'draft.paused.somebody-else' : 'draft.paused.session';
};

interface Said {
  text: string;
  Icon: React.ComponentType<React.SVGProps<SVGSVGElement>>;
  color: 'neutral600' | 'warning700' | 'danger700';
  canRetry?: boolean;
  detail?: string;
}

const useSaid = (): ((save: AutosaveState) => Said | null) => {
  const t = useTranslate();
  const { formatTime } = useIntl();

  return ({ phase, failure, savedAt, isSafe }) => {
    if (phase === 'saving' || phase === 'waiting') {
      return { text: t('draft.saving'), Icon: Clock, color: 'neutral600' };
    }
    if (phase === 'offline') {
      const text = t(isSafe ? 'draft.offline' : 'draft.offline.unsafe');
      return { text, Icon: CloudUpload, color: 'warning700', canRetry: true };
    }
    if (failure && failure.kind !== 'offline') {
      return {
        text: t(reasonOf(failure)),
        Icon: WarningCircle,
        color: 'danger700',
        canRetry: failure.kind !== 'conflict' && failure.kind !== 'gone',
        detail: 'message' in failure ? failure.message : undefined,
      };
    }
    if (savedAt !== null) {
      return { text: t('draft.saved', { time: formatTime(savedAt) }), Icon: Check, color: 'neutral600' };
    }
    return null;
  };
};

/** Where what is typed has got to. */
export const DraftStatus = () => {
  const t = useTranslate();
  const view = useDraftView();
  const session = useDraftSession();
  const said = useSaid();

  const state: Said | null =
    view?.status === 'failed'
      ? { text: t('draft.failed'), Icon: Cross, color: 'danger700', canRetry: true }
      : view
        ? said(view.save)
        : null;
  const retry = () => (view?.status === 'failed' ? void session?.open() : session?.retry());

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={1}
      width="100%"
      role="status"
      data-revisions-sync={view?.status}
      data-phase={view?.save.phase}
      style={{ minHeight: state ? '2rem' : 0 }}
    >
      {state && (
        <>
          <Flex gap={2} alignItems="flex-start">
            <state.Icon
              aria-hidden
              width="1.2rem"
              height="2rem"
              style={{ flexShrink: 0 }}
              fill={state.color}
            />
            <Typography variant="pi" textColor={state.color}>
              {state.text}
            </Typography>
            {state.canRetry && (
              <TextButton onClick={retry} style={{ whiteSpace: 'nowrap' }}>
                {t('error.retry')}
              </TextButton>
            )}
          </Flex>
          {state.detail && (
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {state.detail}
            </Typography>
          )}
        </>
      )}
    </Flex>
  );
};
