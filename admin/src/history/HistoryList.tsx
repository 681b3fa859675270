import * as React from 'react';

import { Flex, ScrollArea, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useHistoryId } from '../hooks/useHistoryId';
import { useOpenCompare } from '../hooks/useOpenCompare';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';
import { ChangeSummary } from '../summary/ChangeSummary';
import { focusNeighbour } from '../utils/focusNeighbour';
import { HistoryCard } from './HistoryCard';

import type { ChosenRevision } from './listState';
import type { DocumentAddress } from '../api/revisionsApi';
import type { Revision } from '../../../contracts/revision';

/** The form and the revision chosen stay in view together. In the drawer of narrow screens the drawer scrolls. */
const BesideForm = styled(ScrollArea)`
  ${({ theme }) => theme.breakpoints.large} {
    max-height: max(28rem, calc(100vh - 24rem));
  }
`;

interface HistoryListProps {
  address: DocumentAddress;
  revisions: Revision[];
  chosen: ChosenRevision[];
  onChoose: (revision: Revision, isChosen: boolean) => void;
  isBusy: boolean;
  isFiltered: boolean;
  showsLocale: boolean;
  onRestore: (revision: Revision) => void;
  onAnnotate: (revision: Revision) => void;
}

/** A page of revisions; the arrow keys walk through it. */
export const HistoryList = ({
  address,
  revisions,
  chosen,
  onChoose,
  isBusy,
  isFiltered,
  showsLocale,
  onRestore,
  onAnnotate,
}: HistoryListProps) => {
  const t = useTranslate();
  const shown = useHistoryId();
  const openCompare = useOpenCompare(address);
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
              summary={<ChangeSummary address={address} revision={revision} />}
              search={searchOf(revision)}
              isShown={revision.id === shown}
              isPending={revision.id === pending}
              showsLocale={showsLocale}
              isChosen={chosen.some(({ id }) => id === revision.id)}
              onChoose={(isChosen) => onChoose(revision, isChosen)}
              onCompare={(sides) => openCompare({ ...sides, locale: revision.locale })}
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
