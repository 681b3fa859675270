import type { Booted } from '../../../helpers/boot';
import type { Client } from '../../../helpers/request';
import type { Names } from './names';
import type { Example } from './pages';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever is answered
type Any = any;

export interface Site {
  booted: Booted;
  /** with the API token that the pages speak of */
  token: Client;
  visitor: Client;
  names: Names;
}

const send = async (client: Client, request: string): Promise<Any> => {
  const [head, text] = request.split('\n\n');
  const [line, ...headerLines] = head!.split('\n');
  const [method, path] = line!.split(' ') as [string, string];
  const headers = Object.fromEntries(headerLines.map((header) => header.split(': ') as [string, string]));
  const body = text === undefined ? undefined : JSON.parse(text);
  const call = { GET: client.get, DELETE: client.delete }[method];
  const answer = call ? await call(path, headers) : await client.post(path, body, headers);
  const status = answer.body?.error?.status ?? (method === 'POST' ? 201 : 200);
  if (answer.status !== status) throw new Error(`${line}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** What a piece of code gives: what it writes to the console, or else its value. */
const evaluate = async (booted: Booted, code: string): Promise<unknown> => {
  const isStatements = code.includes('console.log(');
  const body = isStatements ? code : `return (${code.trim().replace(/;$/, '')})`;
  let write: (value: unknown) => void;
  const written = new Promise((resolve) => (write = resolve));
  const AsyncFunction = (async () => undefined).constructor as new (
    ...text: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  const value = await new AsyncFunction('strapi', 'console', body)(booted.strapi, {
    log: (first: unknown) => write(first),
  });
  return isStatements ? written : value;
};

const shorten = (value: Any): Any => {
  if (Array.isArray(value)) return value.map(shorten);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, Any>).map(([name, held]) => {
      if (name === '_revision' && held) {
        const { id, number, locale, action } = held;
        return [name, { id, number, locale, action }];
      }
      if (name === '_draft' && held) {
        const { id, kind, name: called, modified } = held;
        return [name, { id, kind, name: called, modified }];
      }
      return [name, shorten(held)];
    })
  );
};

/** What an example answers, under the names that the pages have. */
export const runExample = async (
  { booted, token, visitor, names }: Site,
  { language, isPublic, isWhole, request }: Example
): Promise<unknown> => {
  const client = isPublic ? visitor : token;
  const asked = names.toSite(request);
  const answers = {
    http: () => send(client, asked),
    graphql: async () => (await client.post('/graphql', { query: asked })).body,
    js: () => evaluate(booted, asked),
  };
  const answer = JSON.parse(JSON.stringify(await answers[language]()));
  const isChosen = isWhole || language === 'graphql';
  return names.toPage(isChosen ? answer : shorten(answer));
};
