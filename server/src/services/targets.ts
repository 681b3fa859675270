import type { Core } from '@strapi/strapi';
import { async } from '@strapi/utils';
import type { Reference } from '../core/references';
import { rowId } from '../store/row-id';

const FILE = 'plugin::upload.file';

/** How many look-ups go on at once, each on a connection of its own. */
const AT_ONCE = 4;

export interface TargetRow extends Record<string, unknown> {
  id: number;
  publishedAt?: string | null;
  documentId?: string;
  locale?: string | null;
  hash?: string;
}

/** What tells whether a target is there, and which one it is. */
const IDENTITY = ['id', 'documentId', 'locale', 'hash', 'publishedAt'];

type Wanted = Pick<Reference, 'target' | 'documentId' | 'id' | 'hash'>;

/** The rows that references point at, drafts and published ones, by type; each is looked up once. */
export interface Targets {
  /** One look-up for each type that is pointed at. */
  load(references: readonly Wanted[]): Promise<void>;
  /** Rows of a type, of those loaded. */
  of(target: string): TargetRow[];
  /** Whether the rows are whole, and all that these would ask for was loaded. */
  holds(target: string, wanted: { documentIds: Iterable<string>; ids: Iterable<number> }): boolean;
}

const unique = <T>(values: (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

/** @param whole for content that is shown: the rows with all their columns */
export const createTargets = (strapi: Core.Strapi, { whole }: { whole: boolean }): Targets => {
  const rows = new Map<string, TargetRow[]>();
  const asked = new Map<string, Set<string | number>>();

  const find = async (target: string, references: readonly Wanted[]): Promise<TargetRow[]> => {
    if (!strapi.db.metadata.has(target)) return [];
    const { attributes } = strapi.db.metadata.get(target);
    const any: object[] = [];
    const documentIds = unique(references.map(({ documentId }) => documentId));
    const ids = unique(references.map(({ id }) => id));
    const hashes = target === FILE ? unique(references.map(({ hash }) => hash)) : [];
    if (documentIds.length > 0 && attributes.documentId) any.push({ documentId: { $in: documentIds } });
    if (ids.length > 0) any.push({ id: { $in: ids.map(rowId) } });
    if (hashes.length > 0) any.push({ hash: { $in: hashes } });
    asked.set(target, new Set([...documentIds, ...ids]));
    if (any.length === 0) return [];
    const select = whole ? undefined : IDENTITY.filter((name) => Object.hasOwn(attributes, name));
    return strapi.db.query(target as never).findMany({ where: { $or: any }, select }) as Promise<TargetRow[]>;
  };

  return {
    async load(references) {
      const load = async (target: string): Promise<void> => {
        const pointing = references.filter((reference) => reference.target === target);
        rows.set(target, await find(target, pointing));
      };
      const targets = [...new Set(references.map((reference) => reference.target))];
      // one after the other within a transaction: there is but one connection
      if (strapi.db.inTransaction()) for (const target of targets) await load(target);
      else await async.map(targets, load, { concurrency: AT_ONCE });
    },

    of: (target) => rows.get(target) ?? [],

    holds: (target, { documentIds, ids }) =>
      whole && [...documentIds, ...ids].every((key) => asked.get(target)?.has(key)),
  };
};
