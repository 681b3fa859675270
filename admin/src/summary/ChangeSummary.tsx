import * as React from 'react';

import { Typography } from '@strapi/design-system';

import { useGetComparisonQuery } from '../api/revisionsApi';
import { revisionRef } from '../utils/compareSearch';
import { summarize } from './summarize';
import { useChangeSummary } from './useChangeSummary';
import { useInView } from './useInView';
import { useListFields } from './useListFields';
import { useTurn } from './useTurn';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Revision } from '../../../contracts/revision';

interface ChangeSummaryProps {
  address: DocumentAddress;
  revision: Revision;
}

/**
 * What a save did, in words. Which fields it changed is known at once; what it did within lists is asked for when one
 * looks at it, a few at a time.
 */
export const ChangeSummary = ({ address, revision }: ChangeSummaryProps) => {
  const summaryOf = useChangeSummary(address.uid);
  const lists = useListFields(address.uid);
  const [ref, isInView] = useInView<HTMLSpanElement>();
  const [isDone, setIsDone] = React.useState(false);
  const hasLists = revision.action !== 'baseline' && revision.changed.some((name) => lists.has(name));
  const hasTurn = useTurn(isInView && hasLists, isDone);

  const { uid, documentId, collectionType } = address;
  const { data, isError } = useGetComparisonQuery(
    {
      uid,
      documentId,
      collectionType,
      from: 'previous',
      to: revisionRef(revision.id),
      locale: revision.locale ?? undefined,
    },
    { skip: !hasTurn }
  );
  React.useEffect(() => setIsDone(data !== undefined || isError), [data, isError]);
  const counts = React.useMemo(() => data && summarize(data.changes), [data]);

  return (
    <Typography ref={ref} tag="span" variant="pi" textColor="neutral800">
      {summaryOf(revision, counts)}
    </Typography>
  );
};
