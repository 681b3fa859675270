import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { matches, populateFor } from '../core/query/matches';
import { ordersIn, sortEntries } from '../core/query/sort-entries';
import { ParameterError } from '../core/query/parse-query';
import type { Snapshot } from '../core/snapshot';
import { byAttribute, hydrateAll, type Selection } from '../services/hydrate';
import type { Targets } from '../services/targets';
import { getService } from '../services';
import { modelOf } from './model-of';
import { rememberOrigin } from './origin';

/** What the Document Service is asked for, as far as it is about entries. */
export interface ReadParams {
  documentId?: string;
  locale?: string | null;
  status?: string;
  filters?: unknown;
  /** Strapi's search */
  _q?: unknown;
  sort?: unknown;
  fields?: unknown;
  populate?: unknown;
  start?: number | string;
  limit?: number | string;
  page?: number | string;
  pageSize?: number | string;
  pagination?: { start?: number; limit?: number; page?: number; pageSize?: number };
}

export interface Page {
  offset: number;
  limit: number;
}

/** An entry in the making. */
export interface Candidate {
  kind: 'revision' | 'draft';
  content: Snapshot;
  targets: Targets;
  /** what is Strapi's own of an entry: id, documentId, locale, times */
  own: Record<string, unknown>;
  /** the content, with what relations held by what their other sides say, where that may be more */
  linked?: (names: readonly string[]) => Promise<Snapshot>;
  /** `_revision` or `_draft`; asked of several at once it is looked up for all of them */
  words: () => Promise<Record<string, unknown>>;
}

/** Where candidates come from: what the database decides is decided. */
export interface Source {
  count(): Promise<number>;
  /** All with the same targets, looked up for all of them. */
  page(page: Page): Promise<Candidate[]>;
}

/** Entries that are looked at one by one where the database cannot decide. */
export const BOUND = 1000;

const numberOf = (value: unknown, otherwise: number): number => {
  const number = Number(value ?? NaN);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
};

/**
 * The part of a list that is asked for. A limit of -1 is none. Strapi's REST gives `start` and `limit` that it has worked
 * out, and beside them what it was asked for.
 */
export const pageOf = ({ pagination, ...params }: ReadParams): Page => {
  const isWorkedOut = params.start !== undefined || params.limit !== undefined;
  const given = isWorkedOut ? params : { ...params, ...pagination };
  if (given.page !== undefined || given.pageSize !== undefined) {
    const limit = Math.max(1, numberOf(given.pageSize, 25));
    return { offset: (Math.max(1, numberOf(given.page, 1)) - 1) * limit, limit };
  }
  const limit =
    given.limit === undefined || Number(given.limit) < 0
      ? Number.MAX_SAFE_INTEGER
      : numberOf(given.limit, 25);
  return { offset: numberOf(given.start, 0), limit };
};

export const isAsked = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  (typeof value !== 'object' || Object.keys(value as object).length > 0);

/** What of an entry is asked for: without `populate` nothing below it. */
export const selectionOf = (
  strapi: Core.Strapi,
  uid: string,
  { fields, populate }: ReadParams
): Selection => ({
  populate: {},
  ...(strapi.get('query-params').transform(uid, {
    ...(fields !== undefined && { fields }),
    ...(populate !== undefined && { populate }),
  }) as object),
});

/** As Strapi checks the numbers of a page. @throws ValidationError */
const checkPaging = (
  strapi: Core.Strapi,
  uid: string,
  { start, limit, page, pageSize }: ReadParams
): void => {
  const given = Object.entries({ start, limit, page, pageSize }).filter(([, value]) => value !== undefined);
  if (given.length > 0) strapi.get('query-params').transform(uid, Object.fromEntries(given));
};

/** What is Strapi's own of an entry, as far as `fields` asks for it; its ids always. */
const chosenOf = (own: Record<string, unknown>, { select }: Selection): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(own).filter(([name]) => !select || name === 'id' || select.includes(name))
  );

/** Reads entries from a source: filtered, sorted, paged, filled in as `fields` and `populate` say. */
export const createReading = (strapi: Core.Strapi, uid: string, params: ReadParams) => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const { filters, sort } = params;
  checkPaging(strapi, uid, params);
  const selection = selectionOf(strapi, uid, params);
  const model = modelOf(strapi, uid);
  const isDecidedHere = isAsked(filters) || isAsked(sort);

  const fill = async (candidates: Candidate[], wanted: Selection): Promise<Record<string, unknown>[]> => {
    const names = Object.keys(byAttribute(wanted.populate, structure.attributes));
    const contents = await Promise.all(
      candidates.map(({ content, linked }) => (linked ? linked(names) : content))
    );
    const targets = candidates[0]?.targets;
    const entries = await hydrateAll(strapi, { contents, structure, selection: wanted, targets });
    return entries.map((entry, index) => {
      const { own } = candidates[index]!;
      return { ...chosenOf(own, wanted), ...entry, documentId: own.documentId };
    });
  };

  /** @throws ValidationError beyond the bound */
  const chosen = async (source: Source): Promise<Candidate[]> => {
    const total = await source.count();
    if (total > BOUND) {
      const fault = `filters and sort look at ${BOUND} drafts or revisions at most, and here are ${total}`;
      throw new errors.ValidationError(`${fault}; narrow it by documentId, creator, kind or locale`);
    }
    const relations = Object.fromEntries(
      ordersIn(sort).flatMap(({ path }) => (path.length > 1 ? [[path[0]!, {}]] : []))
    );
    const candidates = await source.page({ offset: 0, limit: BOUND });
    const entries = await fill(candidates, { populate: { ...relations, ...populateFor(filters) } });
    const looked = candidates.flatMap((candidate, index) => {
      const entry = entries[index]!;
      return matches(entry, filters, model) ? [{ candidate, entry }] : [];
    });
    const sorted = isAsked(sort)
      ? sortEntries(looked, { sort, entryOf: ({ entry }) => entry, model })
      : looked;
    return sorted.map(({ candidate }) => candidate);
  };

  return {
    count: async (source: Source): Promise<number> =>
      isAsked(filters) ? (await chosen(source)).length : source.count(),

    async page(source: Source, { offset, limit }: Page = pageOf(params)): Promise<Record<string, unknown>[]> {
      const candidates = isDecidedHere
        ? (await chosen(source)).slice(offset, offset + limit)
        : await source.page({ offset, limit });
      const entries = await fill(candidates, selection);
      const words = await Promise.all(candidates.map((candidate) => candidate.words()));
      return candidates.map((candidate, index) =>
        rememberOrigin(strapi, { ...entries[index], ...words[index] }, { ...candidate, structure })
      );
    },
  };
};

/** As the reading actions of the Document Service answer. */
export const readFrom = async (
  reading: ReturnType<typeof createReading>,
  source: Source,
  action: string
): Promise<unknown> => {
  if (action === 'count') return reading.count(source);
  if (action === 'findMany') return reading.page(source);
  const [first] = await reading.page(source, { offset: 0, limit: 1 });
  return first ?? null;
};

/** Errors of parameters as Strapi answers them. */
export const asValidationError = (error: unknown): unknown =>
  error instanceof ParameterError
    ? new errors.ValidationError(error.message, {
        errors: [{ path: [error.parameter], message: error.message, name: 'ValidationError' }],
      })
    : error;
