import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EntriesQuery } from '../core/query/parse-query';
import { getService } from '../services';
import { countSearched } from '../store/draft-search';
import { countSearchedRevisions } from '../store/revision-search';
import type { Caller } from './caller';

/**
 * A draft or revision that is named by its id, and that there is not, or not for this caller, is not found (public
 * interface, section 3): also in a list, where other parameters only make it empty.
 *
 * @throws NotFoundError
 */
export const demandNamed = async (
  strapi: Core.Strapi,
  uid: string,
  query: EntriesQuery,
  { viewer }: Caller
): Promise<void> => {
  if ((query.kind !== 'drafts' && query.kind !== 'revisions') || query.id === undefined) return;
  const { id } = query;
  const { connection } = getService(strapi, 'store');
  const found = await connection((knex) =>
    query.kind === 'revisions'
      ? countSearchedRevisions(knex, { uid, id })
      : countSearched(knex, { uid, id, provisional: 'any', savedOnly: false }, viewer)
  );
  if (found === 0) throw new errors.NotFoundError('Not Found');
};
