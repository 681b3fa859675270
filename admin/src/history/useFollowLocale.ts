import * as React from 'react';

import { useNotification } from '@strapi/strapi/admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';

import { useGetRevisionsQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';
import { editingSearch, historySearch, localeIn } from '../utils/historySearch';

import type { Revision } from '../../../contracts/revision';

/**
 * Whoever chooses another locale while looking at a revision gets the newest revision of that locale; where it has
 * none, the entry as it is.
 */
export const useFollowLocale = (shown: Revision | undefined): void => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { slug = '', collectionType = '' } = useParams();
  const { toggleNotification } = useNotification();

  const locale = localeIn(search);
  const hasLeft = Boolean(shown?.locale && locale && shown.locale !== locale);
  const { currentData } = useGetRevisionsQuery(
    {
      uid: slug,
      documentId: shown?.documentId ?? '',
      collectionType,
      locale: locale ?? undefined,
      page: 1,
      pageSize: 1,
    },
    { skip: !hasLeft }
  );

  React.useEffect(() => {
    if (!hasLeft || !currentData) return;
    const [newest] = currentData.data;
    if (!newest) toggleNotification({ type: 'info', message: t('history.no-locale') });
    navigate(
      { pathname, search: newest ? historySearch(search, newest.id, locale) : editingSearch(search, locale) },
      { replace: true }
    );
  }, [currentData, hasLeft, locale, navigate, pathname, search, t, toggleNotification]);
};
