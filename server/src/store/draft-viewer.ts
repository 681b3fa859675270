import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';

/** Which drafts somebody sees: their own, and those of others that have a name, where that is granted. */
export interface Viewer {
  actor: Actor;
  own: boolean;
  peers: boolean;
}

export const isOwn = (query: Knex.QueryBuilder, { type, id }: Actor): Knex.QueryBuilder =>
  query.where('d.actor_type', type).where('d.actor_id', id ?? -1);

export const seenBy = (query: Knex.QueryBuilder, { actor, own, peers }: Viewer): Knex.QueryBuilder =>
  query.where((any) => {
    // somebody who may see nothing at all
    any.whereRaw('1 = 0');
    if (own) any.orWhere((mine) => void isOwn(mine, actor));
    if (peers) any.orWhere((named) => void named.whereNull('d.provisional_of'));
  });
