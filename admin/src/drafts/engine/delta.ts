import { sameValue } from './sameValue';

/** Values of a form, by the names of top-level attributes. */
export type Values = Record<string, unknown>;

/** What is to be sent: attributes with the values they have now, and names of those that are as current has them again. */
export interface Delta {
  values: Values;
  revert: string[];
}

export const NO_DELTA: Delta = { values: {}, revert: [] };

export const namesIn = ({ values, revert }: Delta): string[] => [...Object.keys(values), ...revert];

export const isEmptyDelta = (delta: Delta): boolean => namesIn(delta).length === 0;

const has = (values: Values, name: string): boolean => Object.hasOwn(values, name);

/** From what is stored to what there is now; both hold the attributes that differ from current, and no others. */
export const deltaOf = (stored: Values, now: Values): Delta => ({
  values: Object.fromEntries(
    Object.entries(now).filter(([name, value]) => !has(stored, name) || !sameValue(stored[name], value))
  ),
  revert: Object.keys(stored).filter((name) => !has(now, name)),
});

export const applyDelta = (values: Values, delta: Delta): Values => {
  const next = { ...values, ...delta.values };
  for (const name of delta.revert) delete next[name];
  return next;
};

/**
 * Attributes that were changed in two places, and not to the same.
 *
 * @param base what both began with
 * @param mine what was changed here
 * @param theirs what there is elsewhere now
 */
export const clashesOf = (base: Values, mine: Delta, theirs: Values): string[] => {
  const now = applyDelta(base, mine);
  const same = (a: Values, b: Values, name: string) =>
    has(a, name) === has(b, name) && sameValue(a[name], b[name]);
  return namesIn(mine).filter((name) => !same(base, theirs, name) && !same(now, theirs, name));
};
