import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf, type DialectName } from './dialect';
import * as tables from './migrations/001-tables';
import * as drafts from './migrations/002-drafts';
import * as previewTokens from './migrations/003-preview-tokens';
import * as orders from './migrations/004-orders';
import * as removed from './migrations/005-removed';

/**
 * Our tables are made by our own migrations: tables that Strapi's schema sync never knew are left alone by it, so
 * switching the plugin off drops nothing.
 */

const MIGRATIONS: { name: string; up(knex: Knex, dialect: DialectName): Promise<void> }[] = [
  { name: '001-tables', ...tables },
  { name: '002-drafts', ...drafts },
  { name: '003-preview-tokens', ...previewTokens },
  { name: '004-orders', ...orders },
  { name: '005-removed', ...removed },
];

const TABLE = 'revisions_migrations';
/** How long another instance may take before its lock counts as left behind by a killed process. */
const LOCK_PATIENCE_MS = 30_000;
const LOCK_POLL_MS = 250;

/** Brings our tables up to date. Several instances may start at once: one works, the others wait. */
export const migrate = async (strapi: Core.Strapi): Promise<void> => {
  const dialect = dialectOf(strapi);
  const config: Knex.MigratorConfig = {
    tableName: TABLE,
    schemaName: strapi.db.getSchemaName(),
    migrationSource: {
      getMigrations: async () => MIGRATIONS,
      getMigrationName: ({ name }: { name: string }) => name,
      getMigration: async (migration: (typeof MIGRATIONS)[number]) => ({
        up: (knex: Knex) => migration.up(knex, dialect),
        down: async () => {
          throw new Error('Drafts & Revisions does not undo migrations: going back would lose revisions');
        },
      }),
    },
  };
  const { migrate: migrator } = strapi.db.connection as unknown as Knex;

  const giveUpAt = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      await migrator.latest(config);
      return;
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (Date.now() > giveUpAt) {
        strapi.log.warn('Drafts & Revisions: freeing a migration lock that a stopped process left behind');
        await migrator.forceFreeMigrationsLock(config);
        await migrator.latest(config);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
    }
  }
};

/** Knex has no error class to tell by; two instances that both create the migrations table collide on its name as well. */
const isLocked = (error: unknown): boolean => {
  const { name = '', message = '' } = error as Error;
  return (
    name === 'MigrationLocked' ||
    message.includes('Migration table is already locked') ||
    (message.includes(TABLE) && /already exists|duplicate key|Duplicate entry/i.test(message))
  );
};
