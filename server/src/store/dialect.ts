import type { Core } from '@strapi/strapi';

/** The three databases that Strapi supports, by Strapi's own names. */
export type DialectName = 'sqlite' | 'postgres' | 'mysql';

export const dialectOf = (strapi: Core.Strapi): DialectName => {
  const { client } = strapi.db.dialect;
  if (client === 'sqlite' || client === 'postgres' || client === 'mysql') return client;
  throw new Error(
    `Drafts & Revisions: unknown database client "${client}"; sqlite, postgres and mysql are supported`
  );
};
