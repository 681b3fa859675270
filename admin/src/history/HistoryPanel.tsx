import * as React from 'react';

import { Flex } from '@strapi/design-system';

import { useGetRevisionsQuery } from '../api/revisionsApi';
import { useOpenCompare } from '../hooks/useOpenCompare';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { AnnotateModal } from '../annotate/AnnotateModal';
import { RestoreModal } from '../restore/RestoreModal';
import { revisionRef } from '../utils/compareSearch';
import { CompareChosen } from './CompareChosen';
import { HistoryFilters } from './HistoryFilters';
import { HistoryList } from './HistoryList';
import { HistoryPaging } from './HistoryPaging';
import { useListState } from './listState';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Revision } from '../../../contracts/revision';

const PAGE_SIZE = 25;

interface HistoryPanelProps extends DocumentAddress {
  /** of what is on the page; undefined where the type is not localized */
  locale?: string;
  /** locales that the document has */
  locales: string[];
}

/** All revisions of a document, to choose one to look at. */
export const HistoryPanel = ({ locale, locales, uid, documentId, collectionType }: HistoryPanelProps) => {
  const [state, update] = useListState(`${uid}:${documentId}`);
  const { close } = useRevisionNavigation();
  const [restoring, setRestoring] = React.useState<Revision | null>(null);
  const [annotating, setAnnotating] = React.useState<Revision | null>(null);

  const address = React.useMemo(
    () => ({ uid, documentId, collectionType }),
    [uid, documentId, collectionType]
  );
  const openCompare = useOpenCompare(address);
  // Of three the one that was ticked first is let go.
  const choose = ({ id, number, locale: of }: Revision, isChosen: boolean) => {
    const others = state.chosen.filter((chosen) => chosen.id !== id);
    update({ chosen: isChosen ? [...others, { id, number, locale: of }].slice(-2) : others });
  };

  const listed = state.locale === 'this' ? locale : state.locale === 'all' ? undefined : state.locale;
  const { data, isFetching, isError, refetch } = useGetRevisionsQuery({
    uid,
    documentId,
    collectionType,
    locale: listed,
    creator: state.creator || undefined,
    action: state.actions.join(',') || undefined,
    page: state.page,
    pageSize: PAGE_SIZE,
  });

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <HistoryFilters
        uid={uid}
        documentId={documentId}
        collectionType={collectionType}
        locales={locale ? locales : []}
        state={state}
        onChange={update}
      />
      {isError && <LoadError onRetry={refetch} />}
      {!data && !isError && <LoadingRows count={5} />}
      {data && !isError && (
        <>
          <CompareChosen
            chosen={state.chosen}
            onCompare={(older, newer) =>
              openCompare({ from: revisionRef(older.id), to: revisionRef(newer.id), locale: newer.locale })
            }
            onClear={() => update({ chosen: [] })}
          />
          <HistoryList
            address={address}
            revisions={data.data}
            chosen={state.chosen}
            onChoose={choose}
            isBusy={isFetching}
            showsLocale={Boolean(locale) && state.locale !== 'this'}
            isFiltered={state.creator !== '' || state.actions.length > 0}
            onRestore={setRestoring}
            onAnnotate={setAnnotating}
          />
          <HistoryPaging pagination={data.meta.pagination} onChange={(page) => update({ page })} />
        </>
      )}
      {annotating && <AnnotateModal revision={annotating} onClose={() => setAnnotating(null)} />}
      {restoring && (
        <RestoreModal
          revision={restoring}
          uid={uid}
          collectionType={collectionType}
          onRestored={() => close(restoring.locale)}
          onClose={() => setRestoring(null)}
        />
      )}
    </Flex>
  );
};
