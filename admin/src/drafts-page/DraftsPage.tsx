import * as React from 'react';

import { Box, Divider, Flex, Tabs } from '@strapi/design-system';
import { Layouts, Page, Pagination, RESPONSIVE_DEFAULT_SPACING } from '@strapi/strapi/admin';

import { useListDraftsQuery } from '../api/draftsApi';
import { LoadError } from '../components/LoadError';
import { useTranslate } from '../hooks/useTranslate';
import { SEES_DRAFTS } from '../permissions';
import { DraftsEmpty } from './DraftsEmpty';
import { DraftsFilters } from './DraftsFilters';
import { DraftsModal } from './DraftsModal';
import { DraftsTable } from './DraftsTable';
import { PAGE_SIZE, SHOWS, listRequestOf } from './listState';
import { useDraftTypes } from './useDraftTypes';
import { useDraftsState } from './useDraftsState';

import type { ListedDraft } from '../../../contracts/draft';
import type { TranslationKey } from '../hooks/useTranslate';
import type { DraftsTask } from './DraftsModal';
import type { Show } from './listState';

const TABS: Record<Show, TranslationKey> = {
  mine: 'drafts.tab.mine',
  saved: 'drafts.tab.saved',
  unsaved: 'drafts.tab.unsaved',
};

const Drafts = () => {
  const t = useTranslate();
  const { state, change } = useDraftsState();
  const types = useDraftTypes();
  const { collectionTypeOf } = types;
  const [selected, setSelected] = React.useState<ListedDraft[]>([]);
  const [task, setTask] = React.useState<DraftsTask | null>(null);

  // "A day ago" is counted from when one asks.
  const request = React.useMemo(() => listRequestOf(state, Date.now()), [state]);
  const list = useListDraftsQuery(request, { refetchOnMountOrArgChange: true });
  const { data, currentData, isFetching } = list;
  const error = list.error ?? types.error;

  const drafts = React.useMemo(
    () =>
      (currentData?.data ?? []).map((draft) => ({
        draft,
        collectionType: collectionTypeOf(draft.uid),
      })),
    [collectionTypeOf, currentData]
  );
  // What is not on the page is not acted upon.
  const shownSelected = selected.filter(({ id }) => drafts.some(({ draft }) => draft.id === id));

  const pagination = currentData?.meta.pagination;
  const isBeyond = pagination !== undefined && pagination.pageCount > 0 && state.page > pagination.pageCount;
  React.useEffect(() => {
    if (isBeyond) change({ page: pagination.pageCount }, true);
  }, [change, isBeyond, pagination]);

  const total = (currentData ?? data)?.meta.pagination.total;
  const isLoading = !error && (!currentData || types.isLoading || isBeyond);
  const isEmpty = !error && !isLoading && drafts.length === 0;

  return (
    <Layouts.Root>
      <Page.Title>{t('drafts.title')}</Page.Title>
      <Page.Main aria-busy={isFetching}>
        <Layouts.Header
          title={t('drafts.title')}
          subtitle={total === undefined ? t('drafts.subtitle') : t('drafts.count', { count: total })}
        />
        <Tabs.Root
          variant="simple"
          value={state.show}
          onValueChange={(show) => change({ show: show as Show, creator: '' })}
        >
          <Box
            paddingLeft={RESPONSIVE_DEFAULT_SPACING}
            paddingRight={RESPONSIVE_DEFAULT_SPACING}
            paddingBottom={4}
          >
            <Tabs.List aria-label={t('drafts.tabs')}>
              {SHOWS.map((show) => (
                <Tabs.Trigger key={show} value={show}>
                  {t(TABS[show])}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Divider />
          </Box>
          <Tabs.Content value={state.show}>
            <DraftsFilters state={state} typeName={types.nameOf} onChange={change} />
            <Layouts.Content>
              {error && (
                <LoadError
                  error={error}
                  onRetry={() => {
                    if (list.error) list.refetch();
                    if (types.error) types.refetch();
                  }}
                />
              )}
              {isEmpty && (
                <DraftsEmpty
                  state={state}
                  onClear={() => change({ search: '', type: '', creator: '', age: '' })}
                />
              )}
              {!error && !isEmpty && (
                <Flex direction="column" alignItems="stretch" gap={4}>
                  <DraftsTable
                    drafts={drafts}
                    selected={shownSelected}
                    isLoading={isLoading}
                    showsCreator={state.show !== 'mine'}
                    typeName={types.nameOf}
                    onSelect={setSelected}
                    onAct={(verb, chosen) => setTask({ verb, drafts: chosen })}
                  />
                  {pagination && (
                    <Pagination.Root {...pagination} defaultPageSize={PAGE_SIZE}>
                      <Pagination.PageSize />
                      <Pagination.Links />
                    </Pagination.Root>
                  )}
                </Flex>
              )}
            </Layouts.Content>
          </Tabs.Content>
        </Tabs.Root>
        {task && <DraftsModal task={task} onClose={() => setTask(null)} />}
      </Page.Main>
    </Layouts.Root>
  );
};

/** Drafts of all documents: one's own, those that one may see, and those of entries that do not exist yet. */
export const DraftsPage = () => (
  <Page.Protect permissions={SEES_DRAFTS}>
    <Drafts />
  </Page.Protect>
);
