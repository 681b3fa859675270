import type { Knex } from 'knex';
import { columnsFor } from '../columns';
import type { DialectName } from '../dialect';

export const up = async (knex: Knex, dialect: DialectName): Promise<void> => {
  const { key, long } = columnsFor(dialect);

  await knex.schema.createTable('revisions_preview_tokens', (table) => {
    table.increments('id');
    // sha-256 of the token: who reads the table can open nothing with it
    table.string('hash', 64).notNullable();
    key(table, 'content_type', 191).notNullable();
    // '' where there is no document yet
    key(table, 'document_id', 191).notNullable();
    // the only locale that is shown; null: all that the draft or the revision has
    key(table, 'locale', 35);
    // one of the two; neither: the maker's provisional draft, as long as there is one
    table.integer('draft');
    table.integer('revision');
    // kinds of places that the maker may not see, and that are not shown: JSON
    long(table, 'hidden').notNullable();
    table.string('actor_type', 12).notNullable();
    table.integer('actor_id');
    table.string('actor_name', 255);
    table.bigInteger('created_at').notNullable();
    // null: only its draft's end, or whoever revokes it, ends it
    table.bigInteger('expires_at');
    table.unique(['hash'], { indexName: 'revisions_preview_tokens_hash_uq' });
    table.index(['content_type', 'document_id'], 'revisions_preview_tokens_document_idx');
    table.index(['expires_at'], 'revisions_preview_tokens_expires_idx');
  });
};
