import type { Core } from '@strapi/strapi';
import { doorOf } from '../capture/door';
import type { Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import type { Targets } from '../services/targets';
import type { Candidate } from './reading';

/** What an entry, or a component in it, was made from: in GraphQL its parts are filled in as they are asked for. */
export interface Origin {
  content: Snapshot;
  /** its `attributes` are those of the entry or the component */
  structure: Structure;
  targets: Targets;
  linked?: Candidate['linked'];
  /** tells the entry from any other, and its components from those of other entries */
  place: string;
  /** whether it stands where a row of Strapi's was, and has its id */
  isRow?: boolean;
  /** `_revision` or `_draft`, where the entry came without */
  words?: Candidate['words'];
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
  { kind, own, content, structure, targets, words, linked }: Candidate & { structure: Structure }
): Record<string, unknown> => {
  if (doorOf(strapi).origin !== 'graphql') return entry;
  const place = [kind, own.id, own.locale].filter(Boolean).join('-');
  const isWithout = !Object.hasOwn(entry, `_${kind}`);
  return withOrigin(entry, { content, structure, targets, place, linked, ...(isWithout && { words }) });
};

/**
 * The same entry in place of a row, whose id it was given.
 *
 * @param rows attributes that stay the row's
 */
export const asRow = (
  entry: Record<string, unknown>,
  rows: readonly string[] = []
): Record<string, unknown> => {
  const origin = originOf(entry);
  if (!origin) return entry;
  const own = Object.entries(origin.content).filter(([name]) => !rows.includes(name));
  return withOrigin(entry, { ...origin, content: Object.fromEntries(own), isRow: true });
};
