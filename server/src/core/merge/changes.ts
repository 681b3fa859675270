import { isRecord, own } from '../record';
import type { AttributeShape, Structure } from '../structure';

/** What a draft has of an attribute that it touched. */
export interface DraftChange {
  /** what current had when the draft first touched it */
  base: unknown;
  value: unknown;
}

/** A draft in one locale, by attribute. An attribute that it did not touch is not here, and follows upstream. */
export type DraftChanges = Record<string, DraftChange>;

/** The attributes that a draft can change, in the structure's order: PostgreSQL's `jsonb` keeps no order of its own. */
export const draftable = ({ attributes }: Structure): [string, AttributeShape][] =>
  Object.entries(attributes).filter(([, shape]) => shape.type !== 'password');

/** A draft's change of an attribute; undefined where it has none. */
export const changeOf = (changes: DraftChanges, name: string): DraftChange | undefined => {
  const change = own(changes, name);
  return isRecord(change)
    ? { base: own(change, 'base') ?? null, value: own(change, 'value') ?? null }
    : undefined;
};

/** The changes, with some of them replaced; null takes one out. Those that today's structure does not know stay. */
export const withChanges = (
  changes: DraftChanges,
  replaced: readonly (readonly [name: string, change: DraftChange | null])[]
): DraftChanges => {
  const all = new Map<string, DraftChange | null>([
    ...Object.entries(isRecord(changes) ? changes : {}),
    ...replaced,
  ]);
  return Object.fromEntries([...all].filter((entry): entry is [string, DraftChange] => entry[1] !== null));
};
