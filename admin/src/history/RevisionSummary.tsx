import { Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';

import { Notes } from '../components/Notes';
import { OriginIcon } from '../components/OriginIcon';
import { Pill } from '../components/Pill';
import { RelativeTime } from '../components/RelativeTime';
import { RevisionPills } from '../components/RevisionPills';
import { useActorName } from '../hooks/useActorName';
import { useChangeSummary } from '../hooks/useChangeSummary';
import { useTranslate } from '../hooks/useTranslate';
import { HistoryButtons } from './HistoryButtons';
import { LostContent } from './LostContent';

import type { RevisionContent } from '../../../contracts/revision';

/** Which revision it is, who made it, when and why, and what of it is lost. */
export const RevisionSummary = ({ content }: { content: RevisionContent }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const { slug = '' } = useParams();
  // Elsewhere the bar at the bottom has them, always in sight.
  const isDesktop = useIsDesktop();
  const actorName = useActorName();
  const summaryOf = useChangeSummary(slug);
  const revision = content.data._revision;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Flex gap={2} wrap="wrap">
            <Eye aria-hidden fill="primary600" />
            <Typography tag="h2" variant="delta">
              {t('revision.number', { number: revision.number })}
            </Typography>
            <Pill variant="neutral">{t('pill.read-only')}</Pill>
            <RevisionPills revision={revision} />
          </Flex>
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {actorName(revision.creator)} ·{' '}
              {formatDate(revision.createdAt, { dateStyle: 'long', timeStyle: 'short' })} (
              <RelativeTime date={revision.createdAt} />)
            </Typography>
            <OriginIcon origin={revision.origin} />
          </Flex>
          <Typography variant="pi" textColor="neutral800">
            {summaryOf(revision)}
          </Typography>
          {revision.label && (
            <Typography variant="omega" fontWeight="bold">
              {revision.label}
            </Typography>
          )}
          {revision.notes && <Notes text={revision.notes} />}
        </Flex>
        {isDesktop && <HistoryButtons revision={revision} />}
      </Flex>
      <LostContent uid={slug} meta={content.meta} />
    </Flex>
  );
};
