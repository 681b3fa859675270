export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON, else the text. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an endpoint answers is what a test is about
  body: any;
}

export interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a FormData. */
  body?: unknown;
  /** Goes into `Authorization: Bearer`. */
  token?: string;
}

export type Send = (path: string, options?: RequestOptions) => Promise<Answer>;

const parse = (text: string) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** `fetch` against one address, with JSON both ways. Never throws on a status. */
export const sender =
  (url: string): Send =>
  async (path, { method = 'GET', headers = {}, body, token } = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : isForm ? (body as FormData) : JSON.stringify(body),
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  };

/** The same, signed in: `const editor = as(actor); await editor.put('/api/articles/…', { data })`. */
export const clientOf = (send: Send, actor: { token?: string } = {}) => {
  const withToken = (method: string) => (path: string, body?: unknown, headers?: Record<string, string>) =>
    send(path, { method, body, headers, token: actor.token });

  return {
    get: (path: string, headers?: Record<string, string>) => withToken('GET')(path, undefined, headers),
    delete: (path: string, headers?: Record<string, string>) => withToken('DELETE')(path, undefined, headers),
    post: withToken('POST'),
    put: withToken('PUT'),
    patch: withToken('PATCH'),
    /** Throws unless the answer is GraphQL data without errors. */
    graphql: async (query: string, variables?: object, headers?: Record<string, string>) => {
      const { body } = await withToken('POST')('/graphql', { query, variables }, headers);
      if (body?.errors) throw new Error(JSON.stringify(body.errors));
      return body.data;
    },
  };
};

export type Client = ReturnType<typeof clientOf>;
