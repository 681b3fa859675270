import type { Knex } from 'knex';
import { columnsFor } from '../columns';
import type { DialectName } from '../dialect';

/** Times are milliseconds since 1970: every database rounds its own date types differently. */
export const up = async (knex: Knex, dialect: DialectName): Promise<void> => {
  // each use of `knex.schema` is a builder of its own; one kept would run its statements again

  const { binary, key, long } = columnsFor(dialect);

  await knex.schema.createTable('revisions_schemas', (table) => {
    table.increments('id');
    key(table, 'content_type', 191).notNullable();
    key(table, 'hash', 43).notNullable();
    long(table, 'structure').notNullable();
    table.unique(['content_type', 'hash'], { indexName: 'revisions_schemas_hash_uq' });
  });

  await knex.schema.createTable('revisions_documents', (table) => {
    table.increments('id');
    key(table, 'content_type', 191).notNullable();
    key(table, 'document_id', 191).notNullable();
    table.integer('last_number').notNullable().defaultTo(0);
    table.bigInteger('deleted_at');
    table.unique(['content_type', 'document_id'], { indexName: 'revisions_documents_document_uq' });
    table.index(['deleted_at'], 'revisions_documents_deleted_idx');
  });

  await knex.schema.createTable('revisions_keyframes', (table) => {
    table.increments('id');
    table.integer('document').notNullable();
    binary(table, 'payload').notNullable();
    table.index(['document'], 'revisions_keyframes_document_idx');
  });

  await knex.schema.createTable('revisions_revisions', (table) => {
    table.increments('id');
    table.integer('document').notNullable();
    table.integer('number').notNullable();
    key(table, 'locale', 35).notNullable();
    table.string('action', 12).notNullable();
    table.string('origin', 12).notNullable();
    table.string('actor_type', 12).notNullable();
    table.integer('actor_id');
    table.string('actor_name', 255);
    table.bigInteger('created_at').notNullable();
    long(table, 'changed').notNullable();
    table.string('label', 255);
    long(table, 'notes');
    table.boolean('pinned').notNullable().defaultTo(false);
    table.string('draft_name', 255);
    table.integer('restored_from');
    table.integer('restored_from_number');
    key(table, 'hash', 43).notNullable();
    table.integer('schema_id').notNullable();
    table.integer('keyframe_id');
    binary(table, 'payload').notNullable();
    table.unique(['document', 'number'], { indexName: 'revisions_revisions_number_uq' });
    table.index(['document', 'locale', 'number'], 'revisions_revisions_locale_idx');
  });

  // one row an event: published with a revision, or (revision null) unpublished; a period lasts until the next row
  await knex.schema.createTable('revisions_publications', (table) => {
    table.increments('id');
    table.integer('document').notNullable();
    key(table, 'locale', 35).notNullable();
    table.integer('revision');
    table.bigInteger('at').notNullable();
    table.string('actor_type', 12).notNullable();
    table.integer('actor_id');
    table.string('actor_name', 255);
    table.index(['document', 'locale', 'id'], 'revisions_publications_locale_idx');
  });
};
