import type { isBaseQueryError } from '@strapi/strapi/admin';

/** What Strapi's requests fail with. */
export type QueryError = Parameters<typeof isBaseQueryError>[0];
