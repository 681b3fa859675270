import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { ClockCounterClockwise } from '@strapi/icons';
import { useLocation } from 'react-router-dom';

import { useGetRevisionsQuery } from '../api/revisionsApi';
import { useHistoryId } from '../hooks/useHistoryId';
import { useIsTracked } from '../hooks/useIsTracked';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { localeIn } from '../utils/historySearch';
import { isLocalized } from '../utils/isLocalized';
import { LATEST } from '../utils/latest';

import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';

/** "Revision history" in the header's menu: shows the newest revision, and with it the list of all. */
export const HistoryAction: DocumentActionComponent = ({ model, document, documentId, collectionType }) => {
  const t = useTranslate();
  const { search } = useLocation();
  const isTracked = useIsTracked(model);
  const isInHistory = useHistoryId() !== null;
  const { canRead } = useRevisionPermissions();
  const { open } = useRevisionNavigation();
  const { edit } = useDocumentLayout(model);

  const id = document?.documentId ?? documentId;
  const locale = isLocalized(edit.options) ? (localeIn(search) ?? document?.locale ?? undefined) : undefined;
  const { data } = useGetRevisionsQuery(
    { uid: model, documentId: id ?? '', collectionType, locale, ...LATEST },
    { skip: !id || !isTracked || !canRead }
  );
  const newest = data?.data[0];

  if (!newest || isInHistory) return null;

  return {
    label: t('history.open'),
    icon: <ClockCounterClockwise />,
    position: 'header',
    onClick: () => void open(newest),
  };
};
HistoryAction.position = 'header';
