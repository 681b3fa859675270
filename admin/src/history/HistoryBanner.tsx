import * as React from 'react';

import { Box, Loader } from '@strapi/design-system';

import { useGetRevisionQuery } from '../api/revisionsApi';
import { useHistoryId } from '../hooks/useHistoryId';
import { useTranslate } from '../hooks/useTranslate';
import { RevisionNotFound } from './RevisionNotFound';
import { RevisionSummary } from './RevisionSummary';
import { useFollowLocale } from './useFollowLocale';

/** Says above the form which revision it shows; takes the focus when history opens, so that it is read out too. */
export const HistoryBanner = () => {
  const t = useTranslate();
  const id = useHistoryId();
  const ref = React.useRef<HTMLDivElement>(null);
  const isAsked = id !== null && !Number.isNaN(id);
  const { currentData, error } = useGetRevisionQuery(id ?? 0, { skip: !isAsked });
  useFollowLocale(currentData?.data._revision);

  React.useEffect(() => ref.current?.focus(), []);

  if (id === null) return null;

  return (
    <Box
      ref={ref}
      tag="section"
      tabIndex={-1}
      aria-label={t('banner.region')}
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={{ initial: 4, medium: 5 }}
      style={{ outline: 'none' }}
    >
      {currentData ? (
        <RevisionSummary content={currentData} />
      ) : error || !isAsked ? (
        <RevisionNotFound error={error} />
      ) : (
        <Loader small>{t('loading')}</Loader>
      )}
    </Box>
  );
};
