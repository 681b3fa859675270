import { ClockCounterClockwise, Feather, Pencil, Plus, File } from '@strapi/icons';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';

import { useGetDraftsQuery } from '../api/draftsApi';
import { useGetRevisionsQuery } from '../api/revisionsApi';
import { useActorName } from '../hooks/useActorName';
import { useHistoryId } from '../hooks/useHistoryId';
import { useIsTracked } from '../hooks/useIsTracked';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { isLocalized } from '../utils/isLocalized';
import { localeIn } from '../utils/historySearch';
import { LATEST } from '../utils/latest';
import { shorten } from '../utils/shorten';
import { draftIdIn } from './draftSearch';
import { ShownVersion } from './ShownVersion';
import { openDialog, useDraftView } from './draftStore';
import { useDraftNavigation } from './useDraftNavigation';
import { useDraftPermissions } from './useDraftPermissions';
import { useIsMine } from './useIsMine';

import type { HeaderActionComponent } from '@strapi/content-manager/strapi-admin';
import type { Draft } from '../../../contracts/draft';
import type { Revision } from '../../../contracts/revision';

/**
 * The Enter that chooses would press what has the focus next, and the menu would take the focus from the dialog to where it
 * began.
 */
const MENU_CLOSES_MS = 50;

type Options = NonNullable<NonNullable<ReturnType<HeaderActionComponent>>['options']>;

/** Which state of the document the form shows, and which others there are: current, drafts, the latest revisions. */
export const DraftMenu: HeaderActionComponent = ({ model, document, documentId, collectionType }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const { search } = useLocation();
  const actorName = useActorName();
  const isMine = useIsMine();
  const isTracked = useIsTracked(model);
  const historyId = useHistoryId();
  const view = useDraftView();
  const { canRead } = useRevisionPermissions();
  const { canCreate, canReadPeer } = useDraftPermissions();
  const { open: openDraft, close: toCurrent } = useDraftNavigation();
  const { open: openRevision, close: closeHistory } = useRevisionNavigation();
  const { edit } = useDocumentLayout(model);

  const id = document?.documentId ?? documentId;
  const locale = isLocalized(edit.options) ? (localeIn(search) ?? document?.locale ?? undefined) : undefined;
  const address = { uid: model, documentId: id ?? '', collectionType, locale };
  const seesDrafts = canCreate || canReadPeer;
  const isThere = Boolean(id) && isTracked;
  const { data: drafts = [] } = useGetDraftsQuery(address, { skip: !isThere || !seesDrafts });
  const { data: revisions } = useGetRevisionsQuery({ ...address, ...LATEST }, { skip: !isThere || !canRead });

  if (!isThere || (!seesDrafts && !canRead)) return null;

  const draftId = draftIdIn(search);
  const saved = drafts.filter(({ kind }) => kind !== 'provisional');
  const ordered = [...saved.filter(isMine), ...saved.filter((draft) => !isMine(draft))];
  const hasChanges = view?.mode === 'provisional' && view.changed.length > 0;
  const when = (date: string) => formatDate(date, { dateStyle: 'medium', timeStyle: 'short' });
  const nameOf = ({ name }: Draft) => (name === null ? t('draft.menu.yours') : shorten(name));
  const draftLine = (draft: Draft) =>
    isMine(draft)
      ? t('draft.menu.mine', { name: nameOf(draft), when: when(draft.updatedAt) })
      : t('draft.menu.theirs', {
          name: nameOf(draft),
          who: actorName(draft.creator),
          when: when(draft.updatedAt),
        });
  const revisionLine = ({ number, creator, createdAt }: Revision) =>
    t('draft.menu.revision', { number, who: actorName(creator), when: when(createdAt) });
  const open = view?.mode === 'saved' ? view.save.draft : null;
  const shown = revisions?.data ?? [];
  const isShown = shown.some((revision) => revision.id === historyId);

  const options: Options = [
    {
      value: 'current',
      label: t(hasChanges ? 'draft.menu.yours' : 'draft.menu.current'),
      startIcon: hasChanges ? <Pencil /> : <File />,
    },
    // Strapi's list shows four or five of them, and what is below only to those who scroll
    ...(view?.mode === 'provisional' && canCreate && historyId === null
      ? [{ value: 'create', label: t('draft.menu.create'), startIcon: <Plus /> }]
      : []),
    ...ordered.map((draft) => ({
      value: `draft:${draft.id}`,
      label: draftLine(draft),
      startIcon: <Feather />,
    })),
    ...(draftId !== null && !ordered.some((draft) => draft.id === draftId)
      ? [
          {
            value: `draft:${draftId}`,
            label: open ? draftLine(open) : t('draft.menu.unknown'),
            startIcon: <Feather />,
          },
        ]
      : []),
    ...(historyId !== null && !isShown
      ? [
          {
            value: `revision:${historyId}`,
            label: t('draft.menu.older'),
            startIcon: <ClockCounterClockwise />,
          },
        ]
      : []),
    ...shown.map((revision) => ({
      value: `revision:${revision.id}`,
      label: revisionLine(revision),
      startIcon: <ClockCounterClockwise />,
    })),
    ...(shown.length > 0 && historyId === null
      ? [{ value: 'all', label: t('draft.menu.all'), startIcon: <ClockCounterClockwise /> }]
      : []),
  ];

  const value =
    historyId !== null ? `revision:${historyId}` : draftId !== null ? `draft:${draftId}` : 'current';

  const choose = (chosen: string) => {
    const [newest] = shown;
    if (chosen === value) return;
    if (chosen === 'create') setTimeout(() => openDialog('create'), MENU_CLOSES_MS);
    else if (chosen === 'current') void (historyId === null ? toCurrent() : closeHistory(locale));
    else if (chosen.startsWith('draft:')) void openDraft(Number(chosen.slice('draft:'.length)));
    else {
      const revision = chosen === 'all' ? newest : shown.find(({ id: of }) => `revision:${of}` === chosen);
      if (revision) void openRevision(revision);
    }
  };

  const inTrigger = (): string => {
    if (historyId !== null) {
      const revision = shown.find(({ id: of }) => of === historyId);
      return revision ? t('revision.number', { number: revision.number }) : t('draft.menu.older');
    }
    if (draftId === null) return t(hasChanges ? 'draft.menu.yours' : 'draft.menu.current');
    return open?.name ?? ordered.find((draft) => draft.id === draftId)?.name ?? t('draft.menu.unknown');
  };

  return {
    label: t('draft.menu.label'),
    options,
    value,
    onSelect: choose,
    customizeContent: () => <ShownVersion>{inTrigger()}</ShownVersion>,
  };
};
