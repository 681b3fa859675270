import * as React from 'react';

import { Button, Flex, Popover, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { styled } from 'styled-components';

import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { useGetComparisonQuery } from '../api/revisionsApi';
import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { draftRef } from '../utils/draftPath';
import { SmallDifferences } from './SmallDifferences';
import { currentSession, openDialog, useDraftView, useKnownRights } from './draftStore';
import { useIsOurForm } from './useIsOurForm';

import type { DraftView } from './engine/session';
import type { TranslationKey } from '../hooks/useTranslate';

type Kind = 'mine' | 'upstream' | 'conflict';

const LABELS: Record<Kind, TranslationKey> = {
  mine: 'draft.mark.mine',
  upstream: 'draft.mark.upstream',
  conflict: 'draft.mark.conflict',
};

const COLORS = { mine: 'primary600', upstream: 'alternative600', conflict: 'warning600' } as const;

/** The dot is small, what one has to hit is not. */
const Dot = styled.button<{ $kind: Kind }>`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 2rem;
  height: 2rem;
  margin: -0.4rem 0;
  padding: 0;
  border: none;
  border-radius: 50%;
  background: transparent;
  cursor: pointer;

  &::after {
    content: '';
    width: 0.8rem;
    height: 0.8rem;
    /* not by colour alone: round, a ring, a square on its corner */
    border-radius: ${({ $kind }) => ($kind === 'conflict' ? '0.1rem' : '50%')};
    transform: ${({ $kind }) => ($kind === 'conflict' ? 'rotate(45deg)' : 'none')};
    border: 0.2rem solid ${({ theme, $kind }) => theme.colors[COLORS[$kind]]};
    background: ${({ theme, $kind }) => ($kind === 'upstream' ? 'transparent' : theme.colors[COLORS[$kind]])};
    box-sizing: border-box;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

const kindOf = (view: DraftView | null, name: string): Kind | null => {
  if (view?.status !== 'open') return null;
  if (view.conflicts.some(({ path }) => path.split(/[.[]/)[0] === name)) return 'conflict';
  if (view.changed.includes(name)) return view.upstream.includes(name) ? 'upstream' : 'mine';
  return null;
};

/** What the draft makes of one field. */
const Difference = ({ view, name, id }: { view: DraftView; name: string; id: number }) => {
  const t = useTranslate();
  const { uid, documentId, collectionType, locale } = view.place;
  const { currentData, error, refetch } = useGetComparisonQuery(
    {
      uid,
      documentId: documentId ?? '',
      collectionType,
      from: 'current',
      to: draftRef(id),
      locale: locale ?? undefined,
    },
    { refetchOnMountOrArgChange: true, skip: documentId === null }
  );
  const changes = currentData?.changes.filter(({ path }) => path === name) ?? [];

  if (error) return <LoadError error={error} onRetry={refetch} />;
  if (!currentData) return <LoadingRows count={1} />;
  if (changes.length === 0) return <Typography variant="pi">{t('draft.mark.none')}</Typography>;
  return <SmallDifferences uid={uid} changes={changes} />;
};

const Content = ({
  view,
  name,
  kind,
  onDone,
}: {
  view: DraftView;
  name: string;
  kind: Kind;
  onDone: () => void;
}) => {
  const t = useTranslate();
  const field = useFieldLabels(view.place.uid)(name);
  const [isFlushed, setIsFlushed] = React.useState(false);
  const id = view.save.draft?.id;
  const { mayEdit } = useKnownRights();
  const isOwn = view.mode !== 'saved';

  // What is compared is what the server has.
  React.useEffect(() => {
    void currentSession()
      ?.flush()
      .then(() => setIsFlushed(true));
  }, []);

  const revert = () => {
    currentSession()?.revert([name]);
    onDone();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4} maxHeight="40rem" overflow="auto">
      <Typography variant="omega" fontWeight="bold">
        {t(LABELS[kind], { field })}
      </Typography>
      {view.place.documentId !== null &&
        (isFlushed && id !== undefined ? (
          <Difference view={view} name={name} id={id} />
        ) : isFlushed ? null : (
          <LoadingRows count={1} />
        ))}
      {(isOwn || mayEdit) && (
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" size="S" startIcon={<ArrowsCounterClockwise />} onClick={revert}>
            {t('draft.mark.revert')}
          </Button>
          {kind === 'conflict' && (
            <Button
              variant="secondary"
              size="S"
              onClick={() => {
                onDone();
                openDialog('resolve');
              }}
            >
              {t('draft.review')}
            </Button>
          )}
        </Flex>
      )}
    </Flex>
  );
};

const Mark = ({ view, name, kind }: { view: DraftView; name: string; kind: Kind }) => {
  const t = useTranslate();
  const labelOf = useFieldLabels(view.place.uid);
  const [isOpen, setIsOpen] = React.useState(false);

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger>
        <Dot
          $kind={kind}
          type="button"
          data-mark={kind}
          data-field={name}
          aria-label={t(LABELS[kind], { field: labelOf(name) })}
        />
      </Popover.Trigger>
      <Popover.Content align="start" side="bottom" style={{ width: '36rem', maxWidth: '90vw' }}>
        <Content view={view} name={name} kind={kind} onDone={() => setIsOpen(false)} />
      </Popover.Content>
    </Popover.Root>
  );
};

/** A mark beside a field's label: the draft changed it, upstream did, or both. */
export const FieldMark = ({ name }: { name: string }) => {
  const view = useDraftView();
  const isOurs = useIsOurForm();
  const kind = isOurs ? kindOf(view, name) : null;

  return view && kind ? <Mark view={view} name={name} kind={kind} /> : null;
};
