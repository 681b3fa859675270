import { errors } from '@strapi/utils';

/** The part of a Koa context that is used here. */
export interface Request {
  originalUrl: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  state: { userAbility: { can(action: string): boolean } };
  status: number;
  body: unknown;
}

export type Middleware = (request: Request, next: () => Promise<unknown>) => Promise<unknown>;

/** No relations, as the content manager answers. */
export const EMPTY_PAGE = { results: [], pagination: { page: 1, pageSize: 10, pageCount: 1, total: 0 } };

type Address = Pick<Request, 'originalUrl'>;

/** @returns null where the address has no such key, NaN for what is no id */
const idIn = ({ originalUrl }: Address, key: string): number | null => {
  const id = new URLSearchParams(originalUrl.split('?')[1] ?? '').get(key);
  if (id === null) return null;
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : NaN;
};

/**
 * Which revision the page shows that a request comes from; null outside of history. Read from the address as it came
 * in: i18n empties the query of writes.
 */
export const revisionIn = (request: Address): number | null => idIn(request, 'revisionId');

/** Which draft is open on the page that a request comes from; null where none is. */
export const draftIdIn = (request: Address): number | null => idIn(request, 'draftId');

/** @throws ForbiddenError where the user may not see revisions at all */
export const mayReadRevisions = ({ state }: Request): void => {
  if (!state.userAbility.can('plugin::revisions.revision.read')) throw new errors.ForbiddenError();
};
