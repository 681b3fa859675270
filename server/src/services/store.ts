import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../store/dialect';
import { inTransaction } from '../store/in-transaction';
import { createKeyframes } from '../store/keyframes';
import { migrate } from '../store/migrate';
import { createRecordedDocuments } from '../store/recorded-documents';
import { createSchemas } from '../store/schemas';
import { followLocales } from './follow-locales';
import { getService } from '.';

/** The store's parts that live as long as Strapi does. */
const store = ({ strapi }: { strapi: Core.Strapi }) => {
  const schemas = createSchemas();
  return {
    schemas,
    dialect: dialectOf(strapi),
    keyframes: createKeyframes(dialectOf(strapi)),
    recorded: createRecordedDocuments(dialectOf(strapi)),

    /** The connection of the transaction under way, or the pool: on SQLite any other would wait for itself. */
    connection: <T>(work: (knex: Knex) => Promise<T>): Promise<T> =>
      strapi.db.inTransaction() ? inTransaction(strapi, work) : work(strapi.db.connection as unknown as Knex),

    /** Brings the tables up to date, follows the types that got or lost locales, and stores today's structures. */
    async prepare(): Promise<void> {
      await migrate(strapi);
      const knex = strapi.db.connection as unknown as Knex;
      await followLocales(strapi, knex);
      const structures = getService(strapi, 'tracking')
        .all()
        .map(({ reader }) => reader.structure);
      await schemas.register(knex, structures);
    },
  };
};

export default store;
