import * as React from 'react';

import { Flex, ScrollArea, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useChangeSummary } from '../hooks/useChangeSummary';
import { useHistoryId } from '../hooks/useHistoryId';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';
import { focusNeighbour } from '../utils/focusNeighbour';
import { HistoryCard } from './HistoryCard';

import type { Revision } from '../../../contracts/revision';

/** The form and the revision chosen stay in view together. In the drawer of narrow screens the drawer scrolls. */
const BesideForm = styled(ScrollArea)`
  ${({ theme }) => theme.breakpoints.large} {
    max-height: max(28rem, calc(100vh - 24rem));
  }
`;

interface HistoryListProps {
  uid: string;
  revisions: Revision[];
  isBusy: boolean;
  isFiltered: boolean;
  showsLocale: boolean;
  onRestore: (revision: Revision) => void;
  onAnnotate: (revision: Revision) => void;
}

/** A page of revisions; the arrow keys walk through it. */
export const HistoryList = ({
  uid,
  revisions,
  isBusy,
  isFiltered,
  showsLocale,
  onRestore,
  onAnnotate,
}: HistoryListProps) => {
  const t = useTranslate();
  const shown = useHistoryId();
  const summaryOf = useChangeSummary(uid);
  const { searchOf, open, pending } = useRevisionNavigation();

  if (revisions.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {t(isFiltered ? 'history.empty.filtered' : 'history.empty')}
      </Typography>
    );
  }

  const handleKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (focusNeighbour(event.currentTarget, 'a[data-revision]', event.key)) event.preventDefault();
  };

  return (
    <BesideForm>
      <Flex
        tag="ol"
        direction="column"
        alignItems="stretch"
        gap={2}
        paddingRight={{ initial: 0, large: 3 }}
        aria-label={t('history.list')}
        aria-busy={isBusy || pending !== null}
        onKeyDown={handleKeyDown}
      >
        {revisions.map((revision) => (
          <li key={revision.id}>
            <HistoryCard
              revision={revision}
              summary={summaryOf(revision)}
              search={searchOf(revision)}
              isShown={revision.id === shown}
              isPending={revision.id === pending}
              showsLocale={showsLocale}
              onOpen={() => void open(revision)}
              onRestore={() => onRestore(revision)}
              onAnnotate={() => onAnnotate(revision)}
            />
          </li>
        ))}
      </Flex>
    </BesideForm>
  );
};
