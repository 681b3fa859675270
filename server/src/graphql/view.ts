import type { Core } from '@strapi/strapi';
import { parseQuery, previewTokenIn } from '../core/query/parse-query';
import { isRecord, toList } from '../core/record';
import { localeIn } from '../services/locale-in';
import { createMoment } from '../query/moment';
import type { ReadParams } from '../query/reading';
import { atMoment } from '../query/relations-at-moment';
import { GONE, type Replace } from '../query/replace-entries';
import { standInOf } from '../query/stand-in';
import { putInPlace } from '../query/swap-preview';
import type { Selection } from '../services/hydrate';
import type { Arguments } from './graphql-plugin';

/** What is to be in the place of an entry that is nested in an answer, as `Replace` says it. */
export type View = (uid: string, entry: Record<string, unknown>) => ReturnType<Replace>;

/** What is nested in an entry is answered by the resolvers of its fields. */
const WITHOUT_NESTED: Selection = { populate: {} };

/**
 * What a query's arguments say about all that is nested in its answer. Nothing is looked up before it is needed.
 *
 * @returns undefined where what is nested stays as it is
 * @throws ParameterError
 */
export const viewOf = (strapi: Core.Strapi, args: Arguments): View | undefined => {
  const { status, locale } = args as ReadParams;
  const token = previewTokenIn(args);
  if (token !== undefined) return viewOfPreview(strapi, token, locale);
  const query = args.asOf === undefined ? null : parseQuery(args);
  if (query?.kind !== 'as-of') return undefined;
  const replace = atMoment(strapi, createMoment(strapi, query.at, { status, locale }));
  return (uid, entry) => replace(uid, entry, WITHOUT_NESTED);
};

const viewOfPreview = (strapi: Core.Strapi, token: string, locale: unknown): View => {
  let found: Promise<Replace> | undefined;
  const find = async (): Promise<Replace> => {
    const standIn = await standInOf(strapi, token);
    return putInPlace(strapi, standIn, await localeIn(strapi, standIn.preview.uid, locale));
  };
  return async (uid, entry) => (await (found ??= find()))(uid, entry, WITHOUT_NESTED);
};

/**
 * What a relation points at, in a view.
 *
 * @param target uid; undefined where a relation may point at several types, and each entry says which it is
 * @param found an entry, entries, or a connection of them, as resolvers answer
 */
export const inView = async (view: View, target: string | undefined, found: unknown): Promise<unknown> => {
  const one = async (entry: unknown): Promise<unknown> => {
    const uid = target ?? (entry as { __type?: unknown } | null)?.__type;
    if (!isRecord(entry) || typeof uid !== 'string') return entry;
    const shown = (await view(uid, entry)) ?? entry;
    return shown === GONE || target ? shown : { ...shown, __type: uid };
  };
  const shown = await Promise.all(toList(found).map(one));
  const there = shown.filter((entry) => entry !== GONE);
  return Array.isArray(found) ? there : (there[0] ?? null);
};
