import { EmptyStateLayout, Flex, Link, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import {
  Layouts,
  Page,
  unstable_useDocument as useDocument,
  unstable_useDocumentLayout as useDocumentLayout,
} from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';

import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { useGetComparisonQuery, useGetStateQuery } from '../api/revisionsApi';
import { useDocumentRights } from '../hooks/useDocumentRights';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { PERMISSIONS } from '../permissions';
import { isDraftRef } from '../utils/draftPath';
import { CompareControls } from './CompareControls';
import { CompareFailure } from './CompareFailure';
import { Differences } from './Differences';
import { RestoreSelected } from './RestoreSelected';
import { restorableSide } from './restorableSide';
import { useCompareKeys } from './useCompareKeys';
import { useCompareState } from './useCompareState';
import { useLocales } from './useLocales';
import { useRevisionPages } from './useRevisionPages';
import { useSideOptions } from './useSideOptions';
import { useSteps } from './useSteps';
import { useStops } from './useStops';
import { useTicks } from './useTicks';
import { useUnchanged } from './useUnchanged';

/** Another look at a comparison within this many seconds shows what is known. */
const FRESH = 10;

const Compare = () => {
  const t = useTranslate();
  const { address, state, change, back } = useCompareState();
  const { uid } = address;
  const { from, to, view, showsAll } = state;
  const { edit } = useDocumentLayout(uid);

  const { data, currentData, error, isFetching, refetch } = useGetComparisonQuery(
    { ...address, from, to, locale: state.locale ?? undefined },
    { refetchOnMountOrArgChange: FRESH }
  );
  // What is on the page stays there until the next comparison is known.
  const shown = error ? undefined : (currentData ?? data);
  const locale = currentData?.to.locale ?? state.locale ?? data?.to.locale ?? null;

  // A draft may be of a document that was deleted: asked for that, Strapi says so across the page.
  const isOrphan = shown?.to.draft?.isOrphan === true;
  const { meta, getTitle } = useDocument(
    {
      collectionType: address.collectionType,
      model: uid,
      documentId: address.documentId,
      params: locale ? { locale } : {},
    },
    { skip: isDraftRef(to) && (!shown || isOrphan) }
  );
  const { mainField } = edit.settings;
  const held = isOrphan && shown.changes.find(({ path }) => path === mainField)?.to;
  const title = typeof held === 'string' ? held : getTitle(mainField);
  const { data: documentState } = useGetStateQuery({ ...address, locale: locale ?? undefined });
  const { draftAndPublish } = edit.options as { draftAndPublish?: boolean };
  const isPublished =
    draftAndPublish === true && documentState !== undefined && documentState.status !== 'draft';

  const { revisions, isComplete, loadMore } = useRevisionPages(address, locale ?? undefined);
  const options = useSideOptions({ revisions, isPublished, from: shown?.from, to: shown?.to });
  const unchanged = useUnchanged(uid, shown, showsAll);

  const { canRestore } = useRevisionPermissions();
  const { canUpdate } = useDocumentRights(uid);
  const restorable = shown && restorableSide(shown);
  const canTick = Boolean(restorable) && !isOrphan && canRestore && canUpdate;
  const fields = shown?.changes.map(({ path }) => path) ?? [];
  const key = `${shown?.from.revision?.id}:${shown?.to.ref}:${shown?.to.revision?.id}`;
  const ticks = useTicks(key);

  const steps = useSteps({
    from,
    to,
    revisions,
    isComplete,
    loadMore,
    onStep: (sides) => change(sides, true),
  });
  const stops = useStops();
  useCompareKeys({
    onNext: () => stops.go(1),
    onPrevious: () => stops.go(-1),
    onOlder: () => steps.go('older'),
    onNewer: () => steps.go('newer'),
  });

  const locales = useLocales(uid, locale, meta);

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('compare.page-title', { title })}</Page.Title>
      <Layouts.BaseHeader
        title={title}
        subtitle={t(isOrphan ? 'drafts.orphan' : 'compare.title')}
        navigationAction={
          <Link tag={RouterLink} to={back} startIcon={<ArrowLeft />}>
            {t('compare.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <CompareControls
            state={state}
            shown={shown}
            options={options}
            locales={locales}
            locale={locale}
            steps={steps}
            onChange={change}
            onGoToChange={stops.go}
            onReachEnd={loadMore}
          />

          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography variant="pi" textColor="neutral600" role="status">
              {/* Read out when another revision is gone to; to be seen it stands above. */}
              {shown && (
                <VisuallyHidden>{`${options.labelOf(from)} – ${options.labelOf(to)}: `}</VisuallyHidden>
              )}
              {shown && t('compare.summary', { count: shown.changes.length })}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {t('compare.keys')}
            </Typography>
          </Flex>

          {error && <CompareFailure error={error} onRetry={refetch} />}
          {!shown && !error && <LoadingRows count={4} />}
          {shown && (
            <div ref={stops.ref} style={{ opacity: currentData ? 1 : 0.5 }}>
              {shown.changes.length === 0 && (
                <EmptyStateLayout
                  icon={<EmptyDocuments width="16rem" />}
                  content={t('compare.empty')}
                  shadow="tableShadow"
                  hasRadius
                />
              )}
              <Differences
                key={key}
                uid={uid}
                view={view}
                changes={shown.changes}
                unchanged={unchanged.fields}
                ticked={canTick ? ticks.ticked : null}
                onTick={ticks.tick}
              />
            </div>
          )}
          {unchanged.error && <LoadError error={unchanged.error} onRetry={unchanged.refetch} />}
          {unchanged.isLoading && <LoadingRows count={3} />}
          {canTick && restorable && fields.length > 0 && (
            <RestoreSelected
              address={address}
              revision={restorable}
              fields={fields}
              ticked={ticks.ticked}
              onTickAll={(isTicked) => ticks.tickAll(isTicked ? fields : [])}
            />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** What differs between two states of a document. */
export const ComparePage = () => (
  <Page.Protect permissions={PERMISSIONS.filter(({ action }) => action.endsWith('.read'))}>
    <Compare />
  </Page.Protect>
);
