import type { Core } from '@strapi/strapi';
import { doorOf } from '../capture/door';
import type { Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import type { Targets } from '../services/targets';

/** What an entry, or a component in it, was made from: in GraphQL its parts are filled in as they are asked for. */
export interface Origin {
  content: Snapshot;
  /** its `attributes` are those of the entry or the component */
  structure: Structure;
  targets: Targets;
  /** tells the entry from any other, and its components from those of other entries */
  place: string;
  /** whether it stands where a row of Strapi's was, and has its id */
  isRow?: boolean;
}

/** A symbol: it is in no answer, and is still there where somebody else's middleware copies the entry. */
const ORIGIN = Symbol('revisions.origin');

type Entry = Record<string, unknown> & { [ORIGIN]?: Origin };

export const originOf = (entry: unknown): Origin | undefined => (entry as Entry | null | undefined)?.[ORIGIN];

export const withOrigin = <T extends object>(entry: T, origin: Origin): T => ({ ...entry, [ORIGIN]: origin });

/** Only for GraphQL: everywhere else an entry comes filled in. */
export const rememberOrigin = (
  strapi: Core.Strapi,
  entry: Record<string, unknown>,
  { content, structure, targets }: Pick<Origin, 'content' | 'structure' | 'targets'>
): Record<string, unknown> => {
  if (doorOf(strapi).origin !== 'graphql') return entry;
  const [kind, { id }] = Object.entries(entry).find(
    ([name]) => name === '_revision' || name === '_draft'
  ) as [string, { id: number }];
  const place = [kind.slice(1), id, entry.locale].filter(Boolean).join('-');
  return withOrigin(entry, { content, structure, targets, place });
};

/** The same entry in place of a row, whose id it was given. */
export const asRow = (entry: Record<string, unknown>): Record<string, unknown> => {
  const origin = originOf(entry);
  return origin ? withOrigin(entry, { ...origin, isRow: true }) : entry;
};
