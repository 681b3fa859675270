import * as React from 'react';

import { AccessibleIcon, Flex, Loader, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { RelativeTime } from '../components/RelativeTime';
import { RevisionPills } from '../components/RevisionPills';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { isPlainClick } from '../utils/isPlainClick';

import type { Revision } from '../../../contracts/revision';

const Row = styled(Link)`
  display: block;
  color: inherit;
  text-decoration: none;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
  padding: ${({ theme }) => theme.spaces[2]};
  margin: 0 -${({ theme }) => theme.spaces[2]};

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface RevisionRowProps {
  revision: Revision;
  summary: string;
  search: string;
  isPending: boolean;
  onOpen: () => void;
}

/** One of the latest revisions, in as little room as it takes. */
export const RevisionRow = ({ revision, summary, search, isPending, onOpen }: RevisionRowProps) => {
  const t = useTranslate();
  const actorName = useActorName();

  const handleClick = (event: React.MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };

  return (
    <Row to={{ search }} data-revision={revision.number} onClick={handleClick}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Flex gap={2} justifyContent="space-between">
          <Flex gap={2}>
            <Typography variant="omega" fontWeight="bold" textColor="neutral800">
              {t('revision.number', { number: revision.number })}
            </Typography>
            {revision.pinned && (
              <AccessibleIcon label={t('pill.pinned')}>
                <Pin width="1.2rem" height="1.2rem" fill="primary600" />
              </AccessibleIcon>
            )}
            {isPending && <Loader small>{t('loading')}</Loader>}
          </Flex>
          <RevisionPills revision={revision} />
        </Flex>
        <Typography variant="pi" textColor="neutral800">
          {revision.label ?? summary}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {actorName(revision.creator)} · <RelativeTime date={revision.createdAt} />
        </Typography>
      </Flex>
    </Row>
  );
};
