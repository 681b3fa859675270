import { mysql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';
import type { DatabaseDriver, DatabaseKind } from './types';

export type { DatabaseDriver, DatabaseKind, TestDatabase } from './types';

export const drivers: Record<DatabaseKind, DatabaseDriver> = { sqlite, postgres, mysql };

/** The database that this run of the integration tests is for. */
export const databaseOfRun = (): DatabaseKind => {
  const kind = process.env.TEST_DATABASE ?? 'sqlite';
  if (!(kind in drivers)) throw new Error(`TEST_DATABASE is sqlite, postgres or mysql, not ${kind}`);
  return kind as DatabaseKind;
};
