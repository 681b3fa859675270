import * as React from 'react';

import {
  unstable_useDocument as useDocument,
  unstable_useDocumentActions as useDocumentActions,
  useAuth,
  useForm,
} from '@strapi/strapi/admin';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useParams } from 'react-router-dom';

import { useGetDraftsQuery } from '../api/draftsApi';
import { requestParamsOf } from '../utils/historySearch';
import { AllowLeaving } from './AllowLeaving';
import { DraftDialogs } from './DraftDialogs';
import { DraftStatus } from './DraftStatus';
import { draftIdIn, draftSearch, respelled } from './draftSearch';
import { useForgetDraftsMutation } from './draftTags';
import {
  currentSession,
  hasEnded,
  noteEnded,
  setRights,
  setSession,
  setView,
  useDraftView,
} from './draftStore';
import { noteLookOnly } from './lookOnly';
import { createSession } from './engine/session';
import { paddedLists } from './engine/paddedLists';
import { sameValue } from './engine/sameValue';
import { useDraftPlace } from './useDraftPlace';
import { useDraftRights } from './useDraftRights';

import type { Values } from './engine/delta';
import type { PagePort } from './engine/session';
import type { Place } from './engine/place';
import type { Attributes, Components } from './engine/tempKeys';

type OpenDocument = ReturnType<typeof useDocument>;

const updatedAtOf = (document: OpenDocument['document']): string | null =>
  (document?.updatedAt as string | undefined) ?? null;

/** Keeps the form and its draft together, as long as both are on the page. */
const Sync = ({ place, opened }: { place: Place; opened: OpenDocument }) => {
  const { document, schema, components, getInitialFormValues } = opened;
  const { getDocument } = useDocumentActions();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [forgetDrafts] = useForgetDraftsMutation();
  const values = useForm('DraftSync', (form) => form.values) as Values;
  const initialValues = useForm('DraftSync', (form) => form.initialValues) as Values;
  const isSubmitting = useForm('DraftSync', (form) => form.isSubmitting);
  const getValues = useForm('DraftSync', (form) => form.getValues);
  const setValues = useForm('DraftSync', (form) => form.setValues);
  const resetForm = useForm('DraftSync', (form) => form.resetForm);
  const token = useAuth('DraftSync', (auth) => auth.token);
  const view = useDraftView();
  const { isKnown, mayEdit, mayDelete, mayApply, mayPublish } = useDraftRights(view);
  React.useEffect(
    () => setRights({ isKnown, mayEdit, mayDelete, mayApply, mayPublish }),
    [isKnown, mayApply, mayDelete, mayEdit, mayPublish]
  );

  const isNew = place.documentId === null;
  const live = React.useMemo(
    () => getInitialFormValues(isNew) as Values | undefined,
    [getInitialFormValues, isNew]
  );
  const askServer = async () => {
    const { uid: model, documentId, collectionType } = place;
    const params = requestParamsOf(search);
    // What comes of it goes to the form as well.
    const answer = await getDocument({
      collectionType,
      model,
      documentId: documentId ?? undefined,
      params,
    });
    return { updatedAt: updatedAtOf(answer?.data) };
  };
  const latest = React.useRef({ document, live, askServer });
  latest.current = { document, live, askServer };
  const page = React.useRef<PagePort>({
    live: () => latest.current.live,
    updatedAt: () => updatedAtOf(latest.current.document),
    refetch: () => latest.current.askServer(),
  });

  // Within an effect nothing can be rendered at once; and what is there in between is nobody's typing.
  const isInEffect = React.useRef(false);
  const isPassing = React.useRef(false);
  const putValues = (next: Values) => {
    const padded = isInEffect.current ? null : paddedLists(getValues() as Values, next);
    if (padded) {
      isPassing.current = true;
      flushSync(() => setValues(padded));
      isPassing.current = false;
    }
    setValues(next);
  };

  const session = React.useMemo(
    () =>
      createSession(
        place,
        {
          getValues: getValues as () => Values,
          setValues: putValues,
          resetForm: resetForm as (values?: Values) => void,
        },
        setView,
        page.current
      ),
    // One for each key; what else there is stays the same as long as the form lives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [place.key, getValues, setValues, resetForm]
  );

  // Before the first values are looked at.
  React.useLayoutEffect(() => {
    setSession(session);
    return () => {
      const { draft } = session.view().save;
      if (isNew && draft) noteEnded(draft.id);
      session.close();
      if (currentSession() === session) setSession(null);
    };
  }, [isNew, session]);

  React.useEffect(() => session.setToken(token), [session, token]);
  const openedId = view?.place.key === place.key && view.status === 'open' && isKnown ? place.draftId : null;
  const isReadOnly = openedId !== null && !mayEdit;
  React.useEffect(() => {
    session.setReadOnly(isReadOnly);
    if (openedId === null || !noteLookOnly(openedId, isReadOnly)) return;
    navigate({ pathname, search: respelled(search) }, { replace: true });
  }, [isReadOnly, navigate, openedId, pathname, search, session]);

  // The header's menu asks for the same list: there is one request for both.
  const { uid, documentId, collectionType, locale } = place;
  const isListed = documentId !== null && place.draftId === null;
  const { data: drafts, isFetching } = useGetDraftsQuery(
    { uid, documentId: documentId ?? '', collectionType, locale: locale ?? undefined },
    { skip: !isListed, refetchOnMountOrArgChange: true }
  );
  const isAsked = !isListed || !isFetching;
  const isSettled = React.useRef(false);
  React.useLayoutEffect(() => {
    // In between the form has not got its new values yet, or has been told to take its own for saved.
    if (!live || !schema || !sameValue(initialValues, live)) return;
    session.rebase(live, {
      attributes: schema.attributes as Attributes,
      components: components as Components,
    });
    if (isSettled.current || !isAsked) return;
    isSettled.current = true;
    const own = drafts && (drafts.find(({ kind }) => kind === 'provisional') ?? null);
    void session.open(isListed ? own : undefined);
  }, [components, drafts, initialValues, isAsked, isListed, live, schema, session]);

  React.useLayoutEffect(() => {
    if (isPassing.current) return;
    isInEffect.current = true;
    session.see(values, values === initialValues);
    isInEffect.current = false;
    // Only what happens to the values.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, values]);

  const wasSubmitting = React.useRef(false);
  React.useLayoutEffect(() => {
    if (isSubmitting === wasSubmitting.current) return;
    wasSubmitting.current = isSubmitting;
    if (isSubmitting) {
      session.submitting();
      return;
    }
    void session.submitted();
  }, [isSubmitting, session]);

  // What a list of drafts shows of this one is old as soon as it comes into being, or ends.
  const draftId = view?.save.draft?.id ?? null;
  const known = React.useRef<number | null | undefined>(undefined);
  React.useEffect(() => {
    if (view?.status !== 'open') return;
    if (known.current !== undefined && known.current !== draftId) void forgetDrafts();
    known.current = draftId;
  }, [draftId, forgetDrafts, view?.status]);

  // A reload of the create page finds its draft by the address.
  React.useEffect(() => {
    if (!isNew || draftId === null || draftIdIn(search) === draftId) return;
    navigate({ pathname, search: draftSearch(search, draftId) }, { replace: true });
  }, [draftId, isNew, navigate, pathname, search]);

  React.useEffect(() => {
    const leave = () => void session.flush(true);
    const hide = () => {
      if (window.document.visibilityState === 'hidden') leave();
    };
    const online = () => session.retry();
    const focus = () => void session.lookAgain();
    window.document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', online);
    window.addEventListener('focus', focus);
    return () => {
      window.document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', online);
      window.removeEventListener('focus', focus);
    };
  }, [session]);

  return (
    <>
      <AllowLeaving />
      <DraftStatus />
      <DraftDialogs />
    </>
  );
};

/** Lives below Save and Publish, where the form is at hand, and is always in sight. */
export const DraftSync = () => {
  const { slug = '', id, origin, collectionType = '' } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const isSingle = collectionType === 'single-types';
  const opened = useDocument(
    { collectionType, model: slug, documentId: origin ?? id, params: requestParamsOf(search) },
    { skip: id === 'create' || (!id && !isSingle) }
  );
  const place = useDraftPlace(slug, opened.document);
  const named = draftIdIn(search);
  const isOver = named !== null && hasEnded(named) && id !== 'create';

  // Strapi takes the address of the create page along to the entry that it made of it.
  React.useEffect(() => {
    if (isOver) navigate({ pathname, search: draftSearch(search, null) }, { replace: true });
  }, [isOver, navigate, pathname, search]);

  if (!place || isOver || (place.documentId !== null && !opened.document)) return null;
  return <Sync key={place.key} place={place} opened={opened} />;
};
