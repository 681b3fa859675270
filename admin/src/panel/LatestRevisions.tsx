import { Divider, Flex, Typography } from '@strapi/design-system';
import { ArrowsHorizontal } from '@strapi/icons';

import { useGetRevisionsQuery, useGetStateQuery } from '../api/revisionsApi';
import { CompareLink } from '../components/CompareLink';
import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';
import { ChangeSummary } from '../summary/ChangeSummary';
import { IN_PANEL, LATEST } from '../utils/latest';
import { HistoryLink } from './HistoryLink';
import { RevisionRow } from './RevisionRow';
import { UnsentNotes } from './UnsentNotes';

import type { DocumentAddress } from '../api/revisionsApi';

interface LatestRevisionsProps extends DocumentAddress {
  locale?: string;
}

/** What was saved last, the way to all of it, and what to say about the next save. */
export const LatestRevisions = ({ locale, ...address }: LatestRevisionsProps) => {
  const t = useTranslate();
  const { searchOf, open, pending } = useRevisionNavigation();
  const { data, isError, refetch, fulfilledTimeStamp } = useGetRevisionsQuery({
    ...address,
    locale,
    ...LATEST,
  });
  const { data: state } = useGetStateQuery({ ...address, locale });
  const revisions = data?.data.slice(0, IN_PANEL) ?? [];
  const [newest] = revisions;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isError && <LoadError onRetry={refetch} />}
      {!data && !isError && <LoadingRows count={3} />}
      {data && !newest && (
        <Typography variant="pi" textColor="neutral600">
          {t('panel.empty')}
        </Typography>
      )}
      {newest && (
        <>
          <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label={t('panel.list')}>
            {revisions.map((revision) => (
              <li key={revision.id}>
                <RevisionRow
                  address={address}
                  revision={revision}
                  summary={<ChangeSummary address={address} revision={revision} />}
                  search={searchOf(revision)}
                  isPending={pending === revision.id}
                  onOpen={() => void open(revision)}
                />
              </li>
            ))}
          </Flex>
          <HistoryLink
            search={searchOf(newest)}
            total={data?.meta.pagination.total ?? 0}
            onOpen={() => void open(newest)}
          />
          {state?.status === 'updated' && (
            <CompareLink
              address={address}
              from="published"
              to="current"
              locale={newest.locale}
              startIcon={<ArrowsHorizontal />}
            >
              {t('panel.compare-published')}
            </CompareLink>
          )}
        </>
      )}
      <Divider />
      <UnsentNotes newest={newest} askedAt={fulfilledTimeStamp} />
    </Flex>
  );
};
