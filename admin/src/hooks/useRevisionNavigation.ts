import * as React from 'react';

import { unstable_useDocumentActions as useDocumentActions } from '@strapi/strapi/admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';

import { editingSearch, historySearch, requestParamsOf } from '../utils/historySearch';

import type { Revision } from '../../../contracts/revision';

type Target = Pick<Revision, 'id' | 'locale'>;

interface RevisionNavigation {
  /** Search part of the address that shows a revision. */
  searchOf: (revision: Target) => string;
  /** Shows a revision. */
  open: (revision: Target) => Promise<void>;
  /** Shows the document as it is. */
  close: (locale?: string | null) => void;
  /** Id of the revision that is being fetched. */
  pending: number | null;
}

/**
 * Ways in and out of history, within the edit view.
 *
 * A revision is fetched before the address changes: the edit view would otherwise replace itself by a spinner, and
 * the list would lose its place and the keyboard its focus at each step.
 */
export const useRevisionNavigation = (): RevisionNavigation => {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { collectionType = '', slug = '', id } = useParams();
  const { getDocument } = useDocumentActions();
  const [pending, setPending] = React.useState<number | null>(null);
  const latest = React.useRef<number | null>(null);

  const open = async (revision: Target) => {
    const target = historySearch(search, revision.id, revision.locale);
    latest.current = revision.id;
    setPending(revision.id);
    await getDocument({ collectionType, model: slug, documentId: id, params: requestParamsOf(target) });
    // Whoever chose another one meanwhile wants that one.
    if (latest.current !== revision.id) return;
    setPending(null);
    navigate({ pathname, search: target });
  };

  return {
    searchOf: (revision) => historySearch(search, revision.id, revision.locale),
    open,
    close: (locale) => navigate({ pathname, search: editingSearch(search, locale) }),
    pending,
  };
};
