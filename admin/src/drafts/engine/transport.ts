import { getFetchClient } from '@strapi/strapi/admin';

import { toRequest } from './changedValues';

import type { Delta } from './delta';
import type { Place } from './place';
import type { Draft, DraftForm } from '../../../../contracts/draft';

/** The browser sends no more than this after a page is gone. */
const KEEPALIVE_BYTES = 60_000;

interface Call {
  method: 'POST' | 'PUT';
  url: string;
  body: Record<string, unknown>;
}

const localeOf = ({ locale }: Place) => (locale ? { locale } : {});

/** In the address, and not in a header: the admin panel may come from elsewhere, and CORS knows no header of ours. */
const userOf = ({ userId }: Place) => ({ user: userId });

const bodyOf = (place: Place, { values, revert }: Delta): Record<string, unknown> => ({
  ...localeOf(place),
  data: toRequest(values),
  relationsFrom: 'current',
  ...(revert.length > 0 ? { revert } : {}),
});

const callOf = (place: Place, draft: Draft | null, delta: Delta, lockVersion: number): Call => {
  const { uid, documentId } = place;
  const body = bodyOf(place, delta);
  const user = new URLSearchParams(userOf(place));
  if (documentId !== null && place.draftId === null) {
    const url = `/revisions/documents/${uid}/${documentId}/provisional?${user}`;
    return { method: 'PUT', url, body: { ...body, lockVersion } };
  }
  const id = place.draftId ?? draft?.id;
  if (id !== undefined) {
    return { method: 'PUT', url: `/revisions/drafts/${id}?${user}`, body: { ...body, lockVersion } };
  }
  return { method: 'POST', url: `/revisions/documents/${uid}/drafts?${user}`, body };
};

type Answer = { data: { data: { _draft: Draft } } };

const isSmall = (text: string): boolean => new Blob([text]).size < KEEPALIVE_BYTES;

const backendURL = (): string => (window.strapi as { backendURL?: string }).backendURL ?? '';

/** A request that outlives the page; Strapi's own client makes none. Nobody is there to hear what comes of it. */
const sendLeaving = ({ method, url, body }: Call, token: string): Promise<Draft> =>
  fetch(`${backendURL()}${url}`, {
    method,
    keepalive: true,
    credentials: 'include',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  }).then(async (response) => {
    const answer = await response.json();
    if (!response.ok) throw { status: response.status, response: { data: answer } };
    return answer.data._draft as Draft;
  });

/** Sends what a draft gained and lost. */
export const sendDelta = async (
  place: Place,
  draft: Draft | null,
  delta: Delta,
  lockVersion: number,
  { isLeaving, token }: { isLeaving: boolean; token: string | null }
): Promise<Draft> => {
  const call = callOf(place, draft, delta, lockVersion);
  if (isLeaving && token && isSmall(JSON.stringify(call.body))) return sendLeaving(call, token);

  const client = getFetchClient();
  const send = call.method === 'POST' ? client.post : client.put;
  const { data } = (await send(call.url, call.body)) as Answer;
  return data.data._draft;
};

export const fetchForm = async (id: number, place: Place): Promise<DraftForm> => {
  const { data } = await getFetchClient().get<{ data: DraftForm }>(`/revisions/drafts/${id}/form`, {
    params: { ...localeOf(place), ...userOf(place) },
  });
  return data.data;
};

/** The caller's own, if there is one. */
export const fetchProvisional = async (place: Place): Promise<Draft | null> => {
  const { data } = await getFetchClient().get<{ data: Draft[] }>(
    `/revisions/documents/${place.uid}/${place.documentId}/drafts`,
    { params: { ...localeOf(place), ...userOf(place) } }
  );
  return data.data.find(({ kind }) => kind === 'provisional') ?? null;
};

export const deleteDraft = async (id: number, place: Place): Promise<void> => {
  await getFetchClient().del(`/revisions/drafts/${id}`, { params: userOf(place) });
};
