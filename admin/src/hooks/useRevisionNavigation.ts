import * as React from 'react';

import { unstable_useDocumentActions as useDocumentActions, useForm } from '@strapi/strapi/admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';

import { CHANGING_KEY } from '../history/awaitValues';
import { useHistoryId } from './useHistoryId';
import { editingSearch, historySearch, requestParamsOf } from '../utils/historySearch';

import type { Revision } from '../../../contracts/revision';

type Target = Pick<Revision, 'id' | 'locale'>;

interface RevisionNavigation {
  /** Search part of the address that shows a revision. */
  searchOf: (revision: Target) => string;
  /** Shows a revision. */
  open: (revision: Target) => Promise<void>;
  /** Shows the document as it is. */
  close: (locale?: string | null) => Promise<void>;
  /** Id of the revision that is being fetched. */
  pending: number | null;
}

/**
 * Ways in and out of history, within the edit view.
 *
 * What is to be shown is fetched before the address changes: the edit view would otherwise replace itself by a
 * spinner, and the list would lose its place and the keyboard its focus at each step; and after a restore it would
 * show, and let one edit, what it remembers of the document from before.
 */
export const useRevisionNavigation = (): RevisionNavigation => {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { collectionType = '', slug = '', id } = useParams();
  const { getDocument } = useDocumentActions();
  const isModified = useForm('useRevisionNavigation', ({ modified }) => modified);
  const getValues = useForm('useRevisionNavigation', (form) => form.getValues);
  const resetForm = useForm('useRevisionNavigation', (form) => form.resetForm);
  const isInHistory = useHistoryId() !== null;
  const [pending, setPending] = React.useState<number | null>(null);
  const latest = React.useRef('');

  const go = async (target: string, revision: number | null) => {
    latest.current = target;
    setPending(revision);
    await getDocument({ collectionType, model: slug, documentId: id, params: requestParamsOf(target) });
    // Whoever chose something else meanwhile wants that.
    if (latest.current !== target) return;
    setPending(null);
    // Not over unsaved changes: Strapi asks about those, and what it asks about has to be there. In history there are
    // none, though some inputs touch their value when they are shown.
    if (isInHistory || !isModified) resetForm({ ...getValues(), [CHANGING_KEY]: true });
    navigate({ pathname, search: target });
  };

  return {
    searchOf: (revision) => historySearch(search, revision.id, revision.locale),
    open: (revision) => go(historySearch(search, revision.id, revision.locale), revision.id),
    close: (locale) => go(editingSearch(search, locale), null),
    pending,
  };
};
