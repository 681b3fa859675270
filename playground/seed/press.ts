import type { Core } from '@strapi/strapi';
import { isEditor, type Editor, type Newsroom } from './newsroom';
import type { Desk, Entry, Step } from './story';

interface Work {
  uid: string;
  documentId?: string;
  step: Step;
  desk: Desk;
}

/** Does a step of a story the way its writer would, and gives back the document's id. */
export type Press = (work: Work) => Promise<string>;

const isRelationCount = (value: Entry) =>
  value && typeof value === 'object' && Object.keys(value).length === 1 && typeof value.count === 'number';

/** What the edit view would send back: all of the form, row ids too, but relations only when they were touched. */
const asForm = (value: Entry): Entry => {
  if (Array.isArray(value)) return value.map(asForm);
  if (!value || typeof value !== 'object') return value;

  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isRelationCount(inner))
      .map(([key, inner]) => [key, asForm(inner)])
  );
};

const FORM_LEAVES_OUT = [
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  'status',
];

const toForm = (entry: Entry) => {
  const form = asForm(entry);
  for (const key of ['id', ...FORM_LEAVES_OUT]) delete form[key];
  return form;
};

export const openPress = (strapi: Core.Strapi, url: string, newsroom: Newsroom): Press => {
  const send = async (token: string, method: string, path: string, body?: unknown, note?: string) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(note ? { 'x-revision-notes': note } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer: Entry = await response.json().catch(() => ({}));
    if (response.status >= 400 && !(method === 'GET' && response.status === 404)) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer.data ?? answer;
  };

  const editInAdmin = async (editor: Editor, { uid, documentId, step, desk }: Work) => {
    const token = await newsroom.signIn(editor);
    const isSingle = strapi.contentTypes[uid as never]['kind'] === 'singleType';
    const base = `/content-manager/${isSingle ? 'single-types' : 'collection-types'}/${uid}`;
    const at = (path = '') =>
      `${base}${isSingle || !documentId ? '' : `/${documentId}`}${path}${step.locale ? `?locale=${step.locale}` : ''}`;

    const found = documentId ? await send(token, 'GET', at()) : {};
    const form = toForm(found.documentId ? found : {});
    step.change?.(form, desk);

    // The Publish button saves first; the other two leave the form alone.
    if (step.then) {
      const body = step.then === 'unpublish' ? {} : form;
      if (!documentId && step.then === 'publish') {
        const { documentId: created } = await send(token, isSingle ? 'PUT' : 'POST', at(), form, step.note);
        return editInAdmin(editor, { uid, documentId: created, step: { ...step, change: undefined }, desk });
      }
      return (await send(token, 'POST', at(`/actions/${step.then}`), body, step.note)).documentId;
    }
    return (await send(token, isSingle || documentId ? 'PUT' : 'POST', at(), form, step.note)).documentId;
  };

  const sendOverRest = async ({ uid, documentId, step, desk }: Work) => {
    const data: Entry = {};
    step.change?.(data, desk);
    const { pluralName } = strapi.contentTypes[uid as never]['info'] as { pluralName: string };
    const hasDrafts = strapi.contentTypes[uid as never]['options']?.['draftAndPublish'];
    const query = new URLSearchParams({
      ...(step.locale ? { locale: step.locale } : {}),
      // Without it, REST publishes what it saves.
      ...(hasDrafts && step.then !== 'publish' ? { status: 'draft' } : {}),
    });
    const path = `/api/${pluralName}${documentId ? `/${documentId}` : ''}?${query}`;
    return (await send(newsroom.apiToken, documentId ? 'PUT' : 'POST', path, { data }, step.note)).documentId;
  };

  const runAsJob = async ({ uid, documentId, step, desk }: Work) => {
    const data: Entry = {};
    step.change?.(data, desk);
    const documents = strapi.documents(uid as never) as Entry;
    const locale = step.locale ? { locale: step.locale } : {};
    const saved = documentId
      ? await documents.update({ documentId, data, ...locale })
      : await documents.create({ data, ...locale });
    return saved.documentId;
  };

  return (work) => {
    const { by } = work.step;
    if (isEditor(by)) return editInAdmin(by, work);
    return by === 'wire' ? sendOverRest(work) : runAsJob(work);
  };
};
