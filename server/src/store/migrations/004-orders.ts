import type { Knex } from 'knex';

/** Pages of a type in the order in which they are shown, without sorting all there are: the oldest document, the last draft. */
export const up = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable('revisions_documents', (table) => {
    table.index(['content_type', 'id'], 'revisions_documents_order_idx');
  });
  await knex.schema.alterTable('revisions_drafts', (table) => {
    table.index(['content_type', 'updated_at', 'id'], 'revisions_drafts_order_idx');
  });
};
