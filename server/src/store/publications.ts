import type { Knex } from 'knex';
import type { Actor } from '../../../contracts/revision';
import { actorColumns, actorOf } from './actor-columns';

/**
 * Rows of `revisions_publications`: one an event, never changed. `revision` null says unpublished. A revision was
 * live from its row until the next row of the same document and locale.
 */

const TABLE = 'revisions_publications';

export interface PublicationEvent {
  id: number;
  document: number;
  locale: string;
  /** null: unpublished */
  revision: number | null;
  /** ms since 1970 */
  at: number;
  actor: Actor;
}

export const addEvents = async (
  trx: Knex.Transaction,
  events: Omit<PublicationEvent, 'id'>[]
): Promise<void> => {
  if (events.length === 0) return;
  await trx(TABLE).insert(
    events.map(({ actor, ...event }) => ({ ...event, ...actorColumns(actor) }))
  );
};

const toEvent = (row: Record<string, unknown>): PublicationEvent => ({
  id: Number(row.id),
  document: Number(row.document),
  locale: String(row.locale),
  revision: row.revision === null ? null : Number(row.revision),
  at: Number(row.at),
  actor: actorOf(row),
});

/** All events of a document in one locale, oldest first; those of the given revisions and what ended each. */
export const eventsAround = async (
  knex: Knex,
  { document, locales, revisions }: { document: number; locales: string[]; revisions: number[] }
): Promise<PublicationEvent[]> => {
  const rows = await knex(`${TABLE} as e`)
    .where('e.document', document)
    .whereIn('e.locale', locales)
    .where((builder) =>
      builder
        .whereIn('e.revision', revisions)
        .orWhereIn(
          'e.id',
          knex(`${TABLE} as n`)
            .where('n.document', document)
            .whereIn('n.locale', locales)
            .max('n.id')
            .groupBy('n.locale')
        )
        .orWhereIn(
          'e.id',
          knex(`${TABLE} as b`)
            .join(`${TABLE} as a`, function join() {
              this.on('a.document', 'b.document').andOn('a.locale', 'b.locale').andOn('a.id', '>', 'b.id');
            })
            .where('b.document', document)
            .whereIn('b.revision', revisions)
            .min('a.id')
            .groupBy('b.id')
        )
    )
    .orderBy('e.id');
  return rows.map(toEvent);
};

/** The newest event of each locale: what is published now. */
export const latestEvents = async (knex: Knex, document: number): Promise<PublicationEvent[]> => {
  const rows = await knex(TABLE).whereIn(
    'id',
    knex(TABLE).where({ document }).max('id').groupBy('locale')
  );
  return rows.map(toEvent);
};
