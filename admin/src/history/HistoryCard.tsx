import * as React from 'react';

import { AccessibleIcon, Box, Checkbox, Flex, Loader, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { AboveCardLink, CardLink } from '../components/CardLink';
import { Notes } from '../components/Notes';
import { OriginIcon } from '../components/OriginIcon';
import { RelativeTime } from '../components/RelativeTime';
import { RevisionPills } from '../components/RevisionPills';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { isPlainClick } from '../utils/isPlainClick';
import { RevisionMenu } from './RevisionMenu';

import type { Revision } from '../../../contracts/revision';

interface HistoryCardProps {
  revision: Revision;
  summary: React.ReactNode;
  search: string;
  isShown: boolean;
  isPending: boolean;
  showsLocale: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onCompare: (sides: { from: string; to: string }) => void;
  onOpen: () => void;
  onRestore: () => void;
  onAnnotate: () => void;
}

export const HistoryCard = ({
  revision,
  summary,
  search,
  isShown,
  isPending,
  showsLocale,
  isChosen,
  onChoose,
  onCompare,
  onOpen,
  onRestore,
  onAnnotate,
}: HistoryCardProps) => {
  const t = useTranslate();
  const actorName = useActorName();
  const { formatDate, formatDisplayName } = useIntl();

  const handleClick = (event: React.MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };

  return (
    <Box
      position="relative"
      hasRadius
      borderWidth="1px"
      borderStyle="solid"
      borderColor={isShown ? 'primary600' : 'neutral200'}
      background={isShown ? 'primary100' : 'neutral0'}
      padding={3}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Flex justifyContent="space-between" gap={2}>
          <Flex gap={2}>
            <AboveCardLink>
              <Checkbox
                aria-label={t('history.choose', { number: revision.number })}
                checked={isChosen}
                onCheckedChange={(checked) => onChoose(checked === true)}
              />
            </AboveCardLink>
            <CardLink
              to={{ search }}
              data-revision={revision.number}
              aria-current={isShown ? 'true' : undefined}
              title={formatDate(revision.createdAt, { dateStyle: 'full', timeStyle: 'medium' })}
              onClick={handleClick}
            >
              <Typography variant="omega" fontWeight="bold" textColor="neutral800">
                {t('revision.number', { number: revision.number })}
              </Typography>
            </CardLink>
            {isPending && <Loader small>{t('loading')}</Loader>}
          </Flex>
          <AboveCardLink>
            {revision.pinned && (
              <AccessibleIcon label={t('pill.pinned')}>
                <Pin width="1.2rem" height="1.2rem" fill="primary600" />
              </AccessibleIcon>
            )}
            <OriginIcon origin={revision.origin} />
            <RevisionMenu
              revision={revision}
              onCompare={onCompare}
              onRestore={onRestore}
              onAnnotate={onAnnotate}
            />
          </AboveCardLink>
        </Flex>
        {revision.label && (
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {revision.label}
          </Typography>
        )}
        {summary}
        <Typography variant="pi" textColor="neutral600">
          {actorName(revision.creator)} · <RelativeTime date={revision.createdAt} />
          {showsLocale && revision.locale && (
            <> · {formatDisplayName(revision.locale, { type: 'language' })}</>
          )}
        </Typography>
        {revision.notes && <Notes text={revision.notes} maxLines={3} />}
        <RevisionPills revision={revision} />
      </Flex>
    </Box>
  );
};
