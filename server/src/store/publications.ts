import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import { actorColumns, actorOf } from './actor-columns';
import type { DialectName } from './dialect';
import { runPrepared } from './run-prepared';

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
export const periodsOf = async (knex: Knex, dialect: DialectName, revisions: number[]): Promise<Period[]> => {
  if (revisions.length === 0) return [];
  const rows = await runPrepared<Record<string, unknown>>(knex, {
    sql: `${PERIODS} where e.revision in (${revisions.map(() => '?').join(', ')}) order by e.id`,
    bindings: revisions,
    dialect,
  });
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

const PERIODS =
  `select e.*, n.at as to_at, n.actor_type as to_type, n.actor_id as to_id, n.actor_name as to_name from ${TABLE} e ` +
  `left join ${TABLE} n on n.id = ` +
  `(select min(x.id) from ${TABLE} x where x.document = e.document and x.locale = e.locale and x.id > e.id)`;

/** What is published now, by locale. */
export const publishedNow = async (knex: Knex, document: number): Promise<Map<string, number>> => {
  const newest = knex(TABLE).where({ document }).groupBy('locale').max('id');
  const rows = await knex(TABLE).whereIn('id', newest).whereNotNull('revision').select('locale', 'revision');
  return new Map(rows.map(({ locale, revision }) => [String(locale), Number(revision)]));
};
