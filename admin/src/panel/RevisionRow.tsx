import * as React from 'react';

import { AccessibleIcon, Flex, Loader, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import { styled } from 'styled-components';

import { AboveCardLink, CardLink } from '../components/CardLink';
import { CompareLink } from '../components/CompareLink';
import { RelativeTime } from '../components/RelativeTime';
import { RevisionPills } from '../components/RevisionPills';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { revisionRef } from '../utils/compareSearch';
import { isPlainClick } from '../utils/isPlainClick';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Revision } from '../../../contracts/revision';

const Row = styled.div`
  position: relative;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
  padding: ${({ theme }) => theme.spaces[2]};
  margin: 0 -${({ theme }) => theme.spaces[2]};

  &:hover,
  &:focus-within {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface RevisionRowProps {
  address: DocumentAddress;
  revision: Revision;
  summary: React.ReactNode;
  search: string;
  isPending: boolean;
  onOpen: () => void;
}

/** One of the latest revisions, in as little room as it takes. */
export const RevisionRow = ({ address, revision, summary, search, isPending, onOpen }: RevisionRowProps) => {
  const t = useTranslate();
  const actorName = useActorName();

  const handleClick = (event: React.MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };

  return (
    <Row>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Flex gap={2} justifyContent="space-between">
          <Flex gap={2} shrink={0}>
            <CardLink to={{ search }} data-revision={revision.number} onClick={handleClick}>
              <Typography variant="omega" fontWeight="bold" textColor="neutral800">
                {t('revision.number', { number: revision.number })}
              </Typography>
            </CardLink>
            {revision.pinned && (
              <AccessibleIcon label={t('pill.pinned')}>
                <Pin width="1.2rem" height="1.2rem" fill="primary600" />
              </AccessibleIcon>
            )}
            {isPending && <Loader small>{t('loading')}</Loader>}
          </Flex>
          <RevisionPills revision={revision} />
        </Flex>
        {revision.label ? (
          <Typography variant="pi" textColor="neutral800">
            {revision.label}
          </Typography>
        ) : (
          summary
        )}
        <Flex justifyContent="space-between" alignItems="flex-end" gap={2}>
          <Typography variant="pi" textColor="neutral600">
            {actorName(revision.creator)} · <RelativeTime date={revision.createdAt} />
          </Typography>
          <AboveCardLink>
            <CompareLink
              address={address}
              from="previous"
              to={revisionRef(revision.id)}
              locale={revision.locale}
              isSmall
              label={t('panel.compare.label', { number: revision.number })}
            >
              {t('panel.compare')}
            </CompareLink>
          </AboveCardLink>
        </Flex>
      </Flex>
    </Row>
  );
};
