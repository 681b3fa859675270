import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { runBuilt } from './run-prepared';

/**
 * Rows of `revisions_publications`: one an event, never changed. `revision` null says unpublished. A revision was
 * live from its row until the next row of the same document and locale.
 */

const TABLE = 'revisions_publications';

export interface PublicationEvent {
  document: number;
  locale: string;
  /** null: unpublished */
  revision: number | null;
  /** ms since 1970 */
  at: number;
  actor: Actor;
}

/** A period in which a revision was live. */
export interface Period {
  revision: number;
  /** ms since 1970 */
  from: number;
  fromActor: Actor;
  /** null while it lasts */
  to: number | null;
  toActor: Actor | null;
}

export const addEvents = async (trx: Knex.Transaction, events: PublicationEvent[]): Promise<void> => {
  if (events.length === 0) return;
  await trx(TABLE).insert(events.map(({ actor, ...event }) => ({ ...event, ...actorColumns(actor) })));
};

/** The periods of the given revisions, oldest first: one statement. */
export const periodsOf = async (
  knex: Knex,
  dialect: DialectName,
  revisions: { id: number; document: number }[]
): Promise<Period[]> => {
  if (revisions.length === 0) return [];
  const documents = [...new Set(revisions.map(({ document }) => document))];
  const next = knex(`${TABLE} as x`)
    .min('x.id')
    .where('x.document', knex.ref('e.document'))
    .where('x.locale', knex.ref('e.locale'))
    .where('x.id', '>', knex.ref('e.id'));
  const query = knex(`${TABLE} as e`)
    .leftJoin(`${TABLE} as n`, (join) => join.on('n.id', '=', knex.raw('(?)', [next]) as never))
    .whereIn('e.document', documents)
    .whereIn(
      'e.revision',
      revisions.map(({ id }) => id)
    )
    .orderBy('e.id')
    .select('e.*', {
      to_at: 'n.at',
      to_type: 'n.actor_type',
      to_id: 'n.actor_id',
      to_name: 'n.actor_name',
    });
  // of several documents the text has too many shapes to be kept
  const rows: Record<string, unknown>[] =
    documents.length === 1 ? await runBuilt(knex, dialect, query) : await query;
  return rows.map((row) => ({
    revision: Number(row.revision),
    from: Number(row.at),
    fromActor: actorOf(row),
    to: row.to_at === null ? null : Number(row.to_at),
    toActor:
      row.to_at === null
        ? null
        : actorOf({ actor_type: row.to_type, actor_id: row.to_id, actor_name: row.to_name }),
  }));
};

/** What is published now, by locale. */
export const publishedNow = async (knex: Knex, document: number): Promise<Map<string, number>> => {
  const newest = knex(TABLE).where({ document }).groupBy('locale').max('id');
  const rows = await knex(TABLE).whereIn('id', newest).whereNotNull('revision').select('locale', 'revision');
  return new Map(rows.map(({ locale, revision }) => [String(locale), Number(revision)]));
};
