import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { useLocation, useParams } from 'react-router-dom';

import { HistoryPanel } from '../history/HistoryPanel';
import { useHistoryId } from '../hooks/useHistoryId';
import { useIsTracked } from '../hooks/useIsTracked';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { isLocalized } from '../utils/isLocalized';
import { localeIn } from '../utils/historySearch';
import { LatestRevisions } from './LatestRevisions';
import { NewEntry } from './NewEntry';

import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

/**
 * The panel beside the edit form: the latest revisions while one edits, all of them while one looks at history.
 * Absent where no revisions are kept of the type, or the user may not see them.
 */
export const RevisionsPanel: PanelComponent = ({ model, document, documentId, collectionType, meta }) => {
  const t = useTranslate();
  const { search } = useLocation();
  const { origin } = useParams();
  const isTracked = useIsTracked(model);
  const isInHistory = useHistoryId() !== null;
  const { canRead } = useRevisionPermissions();
  const { edit } = useDocumentLayout(model);

  if (!isTracked || !canRead) return null;

  const title = t('panel.title');
  const id = documentId ?? document?.documentId;
  // An entry that is being duplicated carries the original's id in its address.
  if (!id || origin) return { title, content: <NewEntry /> };

  const locale = isLocalized(edit.options) ? (localeIn(search) ?? document?.locale ?? undefined) : undefined;
  const address = { uid: model, documentId: id, collectionType, locale };
  const others = (meta?.availableLocales ?? []).flatMap((sibling) =>
    sibling.locale ? [sibling.locale] : []
  );
  const locales = locale ? [...new Set([locale, ...others])] : [];

  return {
    title,
    content: isInHistory ? <HistoryPanel {...address} locales={locales} /> : <LatestRevisions {...address} />,
  };
};
