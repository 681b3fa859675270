import type { Answer, Client } from './request';

type Query = Record<string, string | number> | string;

const withQuery = (path: string, query: Query): string => {
  const text =
    typeof query === 'string'
      ? query
      : new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
};

/** The endpoints of the public interface, section 4, on the admin API or (`/api/revisions`) the content API. */
export const revisionsClient = (client: Client, prefix: '/revisions' | '/api/revisions' = '/revisions') => {
  const document = (uid: string, documentId: string) => `${prefix}/documents/${uid}/${documentId}`;

  return {
    list: (uid: string, documentId: string, query: Query = {}): Promise<Answer> =>
      client.get(withQuery(`${document(uid, documentId)}/revisions`, query)),
    state: (uid: string, documentId: string, query: Query = {}): Promise<Answer> =>
      client.get(withQuery(`${document(uid, documentId)}/state`, query)),
    get: (id: number | string, query: Query = {}): Promise<Answer> =>
      client.get(withQuery(`${prefix}/revisions/${id}`, query)),
    annotate: (id: number | string, body: unknown): Promise<Answer> =>
      client.put(`${prefix}/revisions/${id}`, body),
    restore: (id: number | string, body: unknown = {}): Promise<Answer> =>
      client.post(`${prefix}/revisions/${id}/restore`, body),

    /** All revisions of a document, oldest first. */
    async all(
      uid: string,
      documentId: string,
      query: Record<string, string> = {}
    ): Promise<Answer['body'][]> {
      const { status, body } = await this.list(uid, documentId, { pageSize: 100, ...query });
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.data.reverse();
    },

    async newest(
      uid: string,
      documentId: string,
      query: Record<string, string> = {}
    ): Promise<Answer['body']> {
      return (await this.all(uid, documentId, query)).at(-1);
    },
  };
};

export type RevisionsClient = ReturnType<typeof revisionsClient>;
