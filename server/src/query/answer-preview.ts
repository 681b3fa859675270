import type { Core } from '@strapi/strapi';
import { currentRequest } from '../capture/door';
import { ParameterError, type EntriesQuery } from '../core/query/parse-query';
import type { Caller } from './caller';
import { createReading, readFrom, type ReadParams } from './reading';
import { standInOf } from './stand-in';
import { standInSource, swapPreview } from './swap-preview';

/** A preview is nobody's but who has its token. */
const keepOutOfCaches = (strapi: Core.Strapi): void => {
  const request = currentRequest(strapi) as { set?: (name: string, value: string) => void } | undefined;
  request?.set?.('Cache-Control', 'private, no-store');
};

/**
 * Answers a read with a preview token: what the token shows in the place of its document, or as the only entry where the
 * read names it.
 */
export const answerPreview = async (
  strapi: Core.Strapi,
  {
    uid,
    action,
    params,
    query,
    token,
    caller,
  }: {
    uid: string;
    action: string;
    params: ReadParams;
    query: EntriesQuery | null;
    token: string;
    caller: Caller;
  },
  next: () => Promise<unknown>
): Promise<unknown> => {
  keepOutOfCaches(strapi);
  const standIn = await standInOf(strapi, token, caller);
  if (!query) {
    const result = await next();
    return action === 'count' ? result : swapPreview(strapi, { uid, params }, standIn, result);
  }
  // it stands for the right to see the one that it shows
  const { preview } = standIn;
  const named =
    query.kind === 'drafts' ? preview.draft : query.kind === 'revisions' ? preview.revision : null;
  if (preview.uid !== uid || named === null || !('id' in query) || query.id !== named) {
    const parameter = query.kind === 'drafts' ? 'draftId' : 'revisionId';
    throw new ParameterError('previewToken', `shows another one than ${parameter} names`);
  }
  const reading = createReading(strapi, uid, params);
  return readFrom(reading, standInSource(standIn, params.locale), action);
};
