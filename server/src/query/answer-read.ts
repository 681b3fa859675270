import type { Core } from '@strapi/strapi';
import { currentRequest } from '../capture/door';
import {
  ParameterError,
  PARAMETERS,
  parseQuery,
  previewTokenIn,
  type EntriesQuery,
} from '../core/query/parse-query';
import { getService } from '../services';
import { answerPreview } from './answer-preview';
import { callerOf, type Caller } from './caller';
import { demandNamed } from './demand-named';
import { draftSource } from './draft-source';
import { asValidationError, createReading, pageOf, readFrom, type ReadParams, type Source } from './reading';
import { createMoment } from './moment';
import { relationsAtMoment } from './relations-at-moment';
import { momentSource, revisionSource } from './revision-source';
import { swapProvisional } from './swap-provisional';
import { takeVersion } from './version';

/** The reading actions of the Document Service that know our parameters. */
export const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);

export interface ReadContext {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

/** Whether a read has one of our parameters: of one that has not, nothing more is asked. */
export const asksForOurs = (params: Record<string, unknown> = {}): boolean => {
  for (const name in params) if (params[name] !== undefined && OURS.has(name)) return true;
  return false;
};

const OURS: ReadonlySet<string> = new Set([...PARAMETERS, 'version']);

/**
 * Answers a read that asks for drafts or revisions (public interface, section 3); any other goes on untouched. The
 * admin's own requests do: what its pages carry in their address (`revisionId`, `draftId`) is for the edit view.
 */
export const answerRead = async (
  strapi: Core.Strapi,
  context: ReadContext,
  next: () => Promise<unknown>
): Promise<unknown> => {
  const { uid, action, params } = context;
  if (currentRequest(strapi)?.state?.route?.info?.type === 'admin') return next();
  try {
    context.params = takeVersion(params);
    const query = parseQuery(context.params);
    const token = previewTokenIn(context.params);
    context.params = Object.fromEntries(
      Object.entries(context.params).filter(([name]) => !(PARAMETERS as readonly string[]).includes(name))
    );
    if (token !== undefined) {
      return await answerPreview(strapi, { uid, action, params: context.params, query, token }, next);
    }
    if (!query) return await next();
    const caller = callerOf(strapi, uid);
    await caller.demand(query.kind === 'revisions' || query.kind === 'as-of' ? 'revision' : 'draft');
    if (query.kind !== 'swap' && !getService(strapi, 'tracking').find(uid)) {
      const given = PARAMETERS.find(
        (name) => params[name] !== undefined && String(params[name]) !== 'false'
      )!;
      throw new ParameterError(given, `${uid} is not recorded, it has neither revisions nor drafts`);
    }
    if (caller.isRequest) await demandNamed(strapi, uid, query, caller);
    return await answer(strapi, { uid, action, query, caller, params: context.params as ReadParams }, next);
  } catch (error) {
    throw asValidationError(error);
  }
};

const answer = async (
  strapi: Core.Strapi,
  {
    uid,
    action,
    query,
    caller,
    params,
  }: { uid: string; action: string; query: EntriesQuery; caller: Caller; params: ReadParams },
  next: () => Promise<unknown>
): Promise<unknown> => {
  if (query.kind === 'swap') {
    const result = await next();
    return action === 'count' ? result : swapProvisional(strapi, uid, result, params, caller);
  }
  refuseOthers(params);
  const reading = createReading(strapi, uid, params);
  if (query.kind === 'as-of') {
    const moment = createMoment(strapi, query.at, params);
    const then = await momentSource(strapi, uid, query, params, { caller, moment });
    const answered = await readFrom(reading, then, action);
    return action === 'count' ? answered : relationsAtMoment(strapi, { uid, moment, params, answered });
  }
  const source =
    query.kind === 'revisions'
      ? revisionSource(strapi, uid, query, params, caller)
      : draftSource(strapi, uid, query, params, caller);
  if (query.kind === 'drafts' && query.withCurrent) {
    return withCurrent(strapi, { uid, action, params, reading, source }, next);
  }
  return readFrom(reading, source, action);
};

/** Parameters of Strapi's that say nothing of drafts and revisions, or nothing that there could be. */
const refuseOthers = ({ locale, _q }: ReadParams): void => {
  if (!isNothing(locale) && (typeof locale !== 'string' || /\p{Cc}/u.test(locale))) {
    throw new ParameterError('locale', 'must be the code of one locale, or *');
  }
  if (!isNothing(_q)) {
    throw new ParameterError('_q', 'cannot be combined with drafts, revisions or asOf: use filters');
  }
};

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Current content, then drafts: one list, with a page that may reach from one into the other. */
const withCurrent = async (
  strapi: Core.Strapi,
  {
    uid,
    action,
    params,
    reading,
    source,
  }: {
    uid: string;
    action: string;
    params: ReadParams;
    reading: ReturnType<typeof createReading>;
    source: Source;
  },
  next: () => Promise<unknown>
): Promise<unknown> => {
  if (action === 'count') return Number(await next()) + (await reading.count(source));
  const found = await next();
  if (action !== 'findMany') return found ?? (await reading.page(source, { offset: 0, limit: 1 }))[0] ?? null;
  const current = found as unknown[];
  const { offset, limit } = pageOf(params);
  if (current.length >= limit) return current;
  const {
    start: _start,
    limit: _limit,
    page: _page,
    pageSize: _size,
    pagination: _pagination,
    ...plain
  } = params;
  const total = await strapi.documents(uid as never).count(plain as never);
  return [
    ...current,
    ...(await reading.page(source, { offset: Math.max(0, offset - total), limit: limit - current.length })),
  ];
};
