import type { Added } from '../../../contracts/revision';
import { own } from './record';
import { sameValue } from './same-value';
import type { Snapshot } from './snapshot';
import type { Structure } from './structure';
import { toInput } from './to-input';

export interface PlanRestoreParams {
  /** the revision in today's structure, without references whose target is gone */
  revision: Snapshot;
  /** what is there now, in the same shape; its components may have row ids. null where there is nothing */
  current: Snapshot | null;
  structure: Structure;
  /** what the projection added to the revision: attributes that it never had */
  added?: readonly Added[];
  /** only these top-level attributes */
  fields?: readonly string[];
}

/** Names of top-level attributes, in alphabetical order. */
export interface RestorePlan {
  /** those that will change */
  changed: string[];
  /** of those, the ones that hold something now, did not exist in the revision and become empty */
  emptied: string[];
  /** of those that will change, the ones that all locales share: they change in the other locales, too */
  shared: string[];
}

/** What writing the content would write, whole and without row ids: equal input is equal content. */
const written = (content: Snapshot | null, structure: Structure): Record<string, unknown> => {
  const names = Object.keys(structure.attributes);
  const whole = Object.fromEntries(names.map((name) => [name, own(content, name) ?? null]));
  return toInput({ content: whole, structure, current: null });
};

/** What a restore does to a document in one locale (public interface, rule 12), before it does it. */
export const planRestore = (params: PlanRestoreParams): RestorePlan => {
  const { revision, current, structure, added = [], fields } = params;
  const after = written(revision, structure);
  const before = written(current, structure);
  const same = (name: string, a: unknown, b: unknown): boolean =>
    sameValue(a, b, own(structure.attributes, name), structure.components);
  const changed = Object.keys(after)
    .filter((name) => !fields || fields.includes(name))
    .filter((name) => !same(name, own(after, name), own(before, name)))
    .sort();

  const isNew = new Set(added.map(({ path }) => path));
  const becomesEmpty = (name: string): boolean =>
    same(name, own(revision, name), null) && !same(name, own(current, name), null);
  const hadNone = (name: string): boolean => isNew.has(name) || own(revision, name) === undefined;
  return {
    changed,
    emptied: changed.filter((name) => becomesEmpty(name) && hadNone(name)),
    shared: structure.localized
      ? changed.filter((name) => own(structure.attributes, name)?.localized === false)
      : [],
  };
};
