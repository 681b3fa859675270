import http from 'node:http';
import { strapi } from '@strapi/client';
import { articlePage, errorPage, historyPage, listPage } from './pages.mjs';

const { STRAPI_URL = 'http://localhost:1337', STRAPI_TOKEN, PORT = '3000' } = process.env;

// Visitors see what the site's public role may see. Histories and other days take a token, which stays on this server.
const visitor = strapi({ baseURL: `${STRAPI_URL}/api` });
const historian = strapi({ baseURL: `${STRAPI_URL}/api`, auth: STRAPI_TOKEN });

const showList = async (asOf) => {
  const client = asOf ? historian : visitor;
  const { data } = await client
    .collection('articles')
    .find({ sort: 'title', fields: ['title'], ...(asOf && { asOf }) });
  return listPage(data, asOf);
};

const showArticle = async (documentId, previewToken) => {
  const { data } = await visitor
    .collection('articles')
    .findOne(documentId, { fields: ['title', 'standfirst'], ...(previewToken && { previewToken }) });
  return articlePage(data);
};

const showHistory = async (documentId) => {
  const { data } = await historian
    .collection('articles')
    .find({ revisionOf: documentId, locale: 'en', fields: ['title'] });
  return historyPage(data);
};

const answer = (url) => {
  const [, section, documentId, view] = url.pathname.split('/');
  const day = url.searchParams.get('asOf');
  if (!section) return showList(day ? `${day}T00:00:00Z` : undefined);
  if (section !== 'articles' || !documentId) return null;
  if (view === 'history') return showHistory(documentId);
  return view ? null : showArticle(documentId, url.searchParams.get('previewToken'));
};

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const send = (status, html) => {
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': url.searchParams.has('previewToken') ? 'private, no-store' : 'no-cache',
    });
    response.end(html);
  };
  try {
    const html = await answer(url);
    send(html ? 200 : 404, html ?? errorPage('Not Found'));
  } catch (error) {
    const status = error.response?.status ?? 502;
    send(status, errorPage(error.response?.statusText || 'Strapi does not answer'));
  }
});

server.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}`));
