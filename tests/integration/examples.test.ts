import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { createAdmin, createApiToken, grantPublic } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE } from '../helpers/random-edits';
import { sender, type Answer, type Client } from '../helpers/request';
import { startClock, stopClockAt } from './support/docs/clock';
import { readmeCode } from './support/docs/readme-code';

// examples/history-and-preview, in a process of its own, against a site: that it works, and @strapi/client with it. And the
// README's page of Next.js.

const SERVER = path.resolve(__dirname, '../../examples/history-and-preview/server.mjs');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let editor: Client;
let example: ChildProcess;
let visit: (path: string) => Promise<Answer>;
let documentId: string;

const start = async (token: string): Promise<string> => {
  example = spawn(process.execPath, [SERVER], {
    env: { ...process.env, STRAPI_URL: booted.url, STRAPI_TOKEN: token, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    example.stdout!.once('data', (text) => resolve(String(text).trim()));
    example.once('exit', (code) => reject(new Error(`the example ended with ${code}`)));
  });
};

beforeAll(async () => {
  booted = await bootStrapi();
  editor = booted.as(await createAdmin(booted.strapi, { firstname: 'Amina', lastname: 'Okafor' }));
  await grantPublic(booted.strapi, [`${ARTICLE}.find`, `${ARTICLE}.findOne`]);
  const articles: Any = booted.strapi.documents(ARTICLE as never);
  stopClockAt('2026-05-04T09:00:00Z');
  ({ documentId } = await articles.create({ data: { title: 'The salt roads' }, status: 'published' }));
  stopClockAt('2026-05-11T10:00:00Z');
  await articles.update({
    documentId,
    data: { title: 'The <salt> roads' },
    revisionNotes: 'As agreed',
    status: 'published',
  });
  startClock();
  const permissions = [`${ARTICLE}.find`, 'plugin::revisions.revision.find'];
  const { token } = await createApiToken(booted.strapi, { permissions });
  visit = sender(await start(token));
});

afterAll(() => {
  example?.kill();
});

test('lists the history of a page', async () => {
  const { status, body } = await visit(`/articles/${documentId}/history`);
  expect(status).toBe(200);
  const rows = body.match(/<tr>.*<\/tr>/g);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/<td>2<.*2026-05-11.*The &#60;salt&#62; roads.*As agreed.*live/);
  expect(rows[1]).toMatch(/<td>1<.*2026-05-04.*The salt roads/);
});

test('shows the site as of a date', async () => {
  const titles = async (query: string) =>
    [...(await visit(`/${query}`)).body.matchAll(/<li><a [^>]*>([^<]*)</g)].map(([, title]) => title);
  expect(await titles('?asOf=2026-05-01')).toEqual([]);
  expect(await titles('?asOf=2026-05-05')).toEqual(['The salt roads']);
  expect(await titles('')).toEqual(['The &#60;salt&#62; roads']);
});

const makeToken = async (): Promise<string> => {
  const made = await editor.post(`/revisions/documents/${ARTICLE}/${documentId}/drafts`, {
    name: 'Summer issue',
    data: { title: 'Salt in summer' },
  });
  const { body } = await editor.post('/revisions/previews', { uid: ARTICLE, draftId: made.body.data.id });
  return body.data.token;
};

test('shows a draft to whoever has its token', async () => {
  const shown = await visit(`/articles/${documentId}?previewToken=${await makeToken()}`);
  expect(shown.body).toContain('<p role="status">Draft Summer issue by Amina Okafor</p>');
  expect(shown.body).toContain('<h1>Salt in summer</h1>');
  expect(shown.headers.get('cache-control')).toBe('private, no-store');
  expect((await visit(`/articles/${documentId}`)).body).toContain('<h1>The &#60;salt&#62; roads</h1>');
});

test('says what does not work', async () => {
  expect((await visit(`/articles/${documentId}?previewToken=forged`)).status).toBe(403);
  expect((await visit('/articles/unknown')).status).toBe(404);
  expect((await visit('/nothing')).status).toBe(404);
});

describe('the README', () => {
  test('has a page of Next.js that shows what a token shows', async () => {
    process.env.STRAPI_URL = booted.url;
    const notFound = () => {
      throw new Error('not found');
    };
    const Page = readmeCode('app/articles/[documentId]/page.tsx', { 'next/navigation': { notFound } }) as Any;
    const render = async (searchParams: object) =>
      renderToStaticMarkup(
        await Page({ params: Promise.resolve({ documentId }), searchParams: Promise.resolve(searchParams) })
      );
    expect(await render({ previewToken: await makeToken() })).toBe('<h1>Salt in summer</h1>');
    expect(await render({})).toBe('<h1>The &lt;salt&gt; roads</h1>');
    await expect(render({ previewToken: 'forged' })).rejects.toThrow('not found');
    delete process.env.STRAPI_URL;
  });

  test('has a handler that gives the token to that page', async () => {
    const config = readmeCode('config/admin.ts') as Any;
    const { handler } = config({ env: () => 'https://site.example' }).preview.config;
    const params = { documentId: 'abc', locale: 'en', status: 'draft' };
    expect(await handler(ARTICLE, { ...params, previewToken: 'x' })).toBe(
      'https://site.example/articles/abc?previewToken=x'
    );
    expect(await handler(ARTICLE, { ...params, previewToken: null })).toBe(
      'https://site.example/articles/abc'
    );
    expect(await handler('api::tag.tag', { ...params, previewToken: 'x' })).toBeNull();
  });
});
