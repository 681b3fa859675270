import * as React from 'react';

import { useForm } from '@strapi/strapi/admin';
import { useBlocker } from 'react-router-dom';

import { currentSession, useDraftView } from './draftStore';

const never = () => false;

/** Of several blockers the router asks the one that came last: not Strapi's, but this one. */
const LetGo = () => {
  useBlocker(never);

  React.useEffect(() => {
    // Before Strapi's own listener hears of it.
    const swallow = (event: BeforeUnloadEvent) => {
      if (currentSession()?.isKept()) event.stopImmediatePropagation();
    };
    window.addEventListener('beforeunload', swallow, { capture: true });
    return () => window.removeEventListener('beforeunload', swallow, { capture: true });
  }, []);

  return null;
};

/**
 * Whoever leaves the page is not asked whether to lose what they typed, because they do not: it is on the server, or in
 * this browser. The form itself still counts as modified, which it is, so that Save and Publish work.
 */
export const AllowLeaving = () => {
  const isModified = useForm('AllowLeaving', (form) => form.modified);
  const view = useDraftView();
  const isKept = view?.status === 'open' && view.save.isSafe;

  return isModified && isKept ? <LetGo /> : null;
};
