import type { Core } from '@strapi/strapi';
import { currentRequest } from '../capture/door';

interface Answering {
  set(name: string, value: string): void;
}

/** Requests whose answer is nobody's but who has the token. */
const previewing = new WeakSet<object>();

const mark = (request: Answering): void => request.set('Cache-Control', 'private, no-store');

/** What is being answered shows a preview. At once, for caches within the server. */
export const keepOutOfCaches = (strapi: Core.Strapi): void => {
  const request = currentRequest(strapi);
  if (!request) return;
  previewing.add(request);
  mark(request as unknown as Answering);
};

/** Said again at the end: Apollo's server has a say of its own on how its answers are cached. To be called in `bootstrap`. */
export const keepPreviewsOutOfCaches = (strapi: Core.Strapi): void => {
  strapi.server.use((context, next) =>
    next().then(() => {
      if (previewing.has(context)) mark(context);
    })
  );
};
