export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

/** A database of a test's own. Plain data, so that it can be handed to another process. */
export interface TestDatabase {
  kind: DatabaseKind;
  name: string;
  /** What the playground's configuration reads. */
  env: Record<string, string>;
}

/** What the tests need of a database server. Names come from the tests; the driver owns where they live. */
export interface DatabaseDriver {
  /** Why tests cannot run on it here, or null when they can. */
  unavailable(): Promise<string | null>;
  /** A new, empty database, or a copy of another. */
  create(name: string, template?: string): Promise<TestDatabase>;
  drop(name: string): Promise<void>;
  list(): Promise<string[]>;
}
