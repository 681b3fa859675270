import type { Place } from '../../admin/src/drafts/engine/place';
import { deleteDraft, fetchForm, fetchProvisional, sendDelta } from '../../admin/src/drafts/engine/transport';
import type { Draft } from '../../contracts/draft';

const asked: string[] = [];

jest.mock('@strapi/strapi/admin', () => {
  const note =
    (method: string) =>
    async (url: string, ...rest: { params?: Record<string, string> }[]) => {
      const params = new URLSearchParams(rest.at(-1)?.params);
      asked.push(`${method} ${url}${params.size ? `?${params}` : ''}`);
      return { data: { data: method === 'get' && url.endsWith('/drafts') ? [] : { _draft: {} } } };
    };
  const client = { get: note('get'), post: note('post'), put: note('put'), del: note('del') };
  return { getFetchClient: () => client };
});

const place: Place = {
  key: 'key',
  userId: '7',
  uid: 'api::tag.tag',
  documentId: 'abc',
  collectionType: 'collection-types',
  locale: null,
  draftId: null,
  unsavedId: null,
  delay: 1000,
};

it('says with each request whose drafts it is about', async () => {
  const send = (of: Place, draft: Draft | null = null) =>
    sendDelta(of, draft, { values: { name: 'A' }, revert: [] }, 0, { isLeaving: false, token: null });
  await send(place);
  await send({ ...place, draftId: 3 });
  await send({ ...place, documentId: null });
  await fetchForm(3, place);
  await fetchProvisional(place);
  await deleteDraft(3, place);

  expect(asked).toEqual([
    'put /revisions/documents/api::tag.tag/abc/provisional?user=7',
    'put /revisions/drafts/3?user=7',
    'post /revisions/documents/api::tag.tag/drafts?user=7',
    'get /revisions/drafts/3/form?user=7',
    'get /revisions/documents/api::tag.tag/abc/drafts?user=7',
    'del /revisions/drafts/3?user=7',
  ]);
});

it('says so with the last request of a page that goes away, too', async () => {
  const fetched: string[] = [];
  const before = globalThis.fetch;
  Object.assign(globalThis, { window: { strapi: { backendURL: 'http://cms' } } });
  globalThis.fetch = (async (url: string) => {
    fetched.push(url);
    return { ok: true, json: async () => ({ data: { _draft: {} } }) };
  }) as never;
  await sendDelta(place, null, { values: { name: 'A' }, revert: [] }, 0, { isLeaving: true, token: 't' });
  globalThis.fetch = before;
  expect(fetched).toEqual(['http://cms/revisions/documents/api::tag.tag/abc/provisional?user=7']);
});
