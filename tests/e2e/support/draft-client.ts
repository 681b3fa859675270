import type { Child } from '../../helpers/child';
import type { Answer } from '../../helpers/request';

const dataOf = ({ status, body }: Answer) => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body?.data;
};

/** Makes drafts over HTTP, as somebody who is signed in. */
export const draftClient = (app: Child, token: string) => {
  const client = app.as({ token });
  const list = async (uid: string, search: string) => {
    const answer = await client.get(
      `/content-manager/collection-types/${uid}?_q=${encodeURIComponent(search)}&locale=en`
    );
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.results as Record<string, unknown>[];
  };

  return {
    client,

    async idOf(uid: string, name: string): Promise<string> {
      const found = (await list(uid, name)).find(({ title, name: called }) => [title, called].includes(name));
      if (!found) throw new Error(`no ${uid} "${name}"`);
      return found.documentId as string;
    },

    read: async (uid: string, documentId: string, locale?: string): Promise<Record<string, unknown>> =>
      dataOf(
        await client.get(
          `/content-manager/collection-types/${uid}/${documentId}${locale ? `?locale=${locale}` : ''}`
        )
      ),

    provisional: async (uid: string, documentId: string, data: object, locale?: string) =>
      dataOf(
        await client.put(`/revisions/documents/${uid}/${documentId}/provisional`, {
          data,
          ...(locale && { locale }),
        })
      ),

    saved: async (uid: string, documentId: string, name: string, data: object, locale?: string) =>
      dataOf(
        await client.post(`/revisions/documents/${uid}/${documentId}/drafts`, {
          name,
          data,
          ...(locale && { locale }),
        })
      ),

    unsaved: async (uid: string, name: string, data: object, locale?: string) =>
      dataOf(
        await client.post(`/revisions/documents/${uid}/drafts`, { name, data, ...(locale && { locale }) })
      ),

    remove: async (id: number) => dataOf(await client.delete(`/revisions/drafts/${id}`)),
  };
};

export type DraftClient = ReturnType<typeof draftClient>;
