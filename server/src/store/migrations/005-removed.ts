import type { Knex } from 'knex';

/**
 * How many revisions of a document a limit has taken away: with the last number that tells how many there are, where
 * counting ten thousand takes longer than finding a page of them. And the publications of a revision are found by it.
 */
export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable('revisions_documents', (table) => {
    table.integer('removed').notNullable().defaultTo(0);
  });
  const left = knex('revisions_revisions').where('document', knex.ref('revisions_documents.id')).count();
  await knex('revisions_documents').update({
    removed: knex.raw('?? - (?)', ['last_number', left]) as never,
  });
  await knex.schema.alterTable('revisions_publications', (table) => {
    table.index(['revision'], 'revisions_publications_revision_idx');
  });
};
