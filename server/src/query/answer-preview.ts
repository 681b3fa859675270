import type { Core } from '@strapi/strapi';
import { ParameterError, type EntriesQuery } from '../core/query/parse-query';
import { keepOutOfCaches } from './keep-out-of-caches';
import { createReading, readFrom, type ReadParams } from './reading';
import { standInOf } from './stand-in';
import { standInSource, swapNested, swapPreview } from './swap-preview';

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
  }: {
    uid: string;
    action: string;
    params: ReadParams;
    query: EntriesQuery | null;
    token: string;
  },
  next: () => Promise<unknown>
): Promise<unknown> => {
  keepOutOfCaches(strapi);
  const standIn = await standInOf(strapi, token);
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
  const answered = await readFrom(reading, standInSource(standIn, params.locale), action);
  return action === 'count' ? answered : swapNested(strapi, { uid, params }, standIn, answered);
};
