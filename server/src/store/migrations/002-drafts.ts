import type { Knex } from 'knex';
import { columnsFor } from '../columns';
import type { DialectName } from '../dialect';

export const up = async (knex: Knex, dialect: DialectName): Promise<void> => {
  const { key, long } = columnsFor(dialect);

  await knex.schema.createTable('revisions_drafts', (table) => {
    table.increments('id');
    key(table, 'content_type', 191).notNullable();
    // '' where there is no document yet
    key(table, 'document_id', 191).notNullable();
    table.string('kind', 12).notNullable();
    table.string('name', 255);
    long(table, 'notes');
    table.string('actor_type', 12).notNullable();
    table.integer('actor_id');
    table.string('actor_name', 255);
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.integer('lock_version').notNullable();
    // whose provisional draft it is, `admin:1`; null of any other: nulls do not collide in a unique index
    key(table, 'provisional_of', 30);
    table.unique(['content_type', 'document_id', 'provisional_of'], {
      indexName: 'revisions_drafts_provisional_uq',
    });
    table.index(['actor_type', 'actor_id', 'updated_at'], 'revisions_drafts_actor_idx');
    table.index(['updated_at'], 'revisions_drafts_updated_idx');
  });

  await knex.schema.createTable('revisions_draft_changes', (table) => {
    table.increments('id');
    table.integer('draft').notNullable();
    key(table, 'locale', 35).notNullable();
    // by attribute what current had when the draft first touched it, and what the draft has
    long(table, 'changes').notNullable();
    table.integer('schema_id').notNullable();
    // id of the revision that was current when the draft first touched this locale
    table.integer('started_from');
    table.unique(['draft', 'locale'], { indexName: 'revisions_draft_changes_locale_uq' });
    table.index(['started_from'], 'revisions_draft_changes_started_idx');
  });
};
