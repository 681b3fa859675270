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
import { useTranslate } from '../hooks/useTranslate';
import { ChangeSummary } from '../summary/ChangeSummary';
import { revisionRef } from '../utils/compareSearch';
import { CompareLink } from '../components/CompareLink';
import { HistoryButtons } from './HistoryButtons';
import { LostContent } from './LostContent';

import type { RevisionContent } from '../../../contracts/revision';

/** Which revision it is, who made it, when and why, and what of it is lost. */
export const RevisionSummary = ({ content }: { content: RevisionContent }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const { slug = '', collectionType = '' } = useParams();
  // Elsewhere the bar at the bottom has them, always in sight.
  const isDesktop = useIsDesktop();
  const actorName = useActorName();
  const revision = content.data._revision;
  const address = { uid: slug, documentId: revision.documentId, collectionType };

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
          <Flex gap={4} wrap="wrap">
            <ChangeSummary address={address} revision={revision} />
            <CompareLink
              isSmall
              address={address}
              from="previous"
              to={revisionRef(revision.id)}
              locale={revision.locale}
            >
              {t('banner.compare')}
            </CompareLink>
          </Flex>
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
