import { equalJson } from './equal-json';
import { own } from './record';
import { changedAttributes, type Snapshot } from './snapshot';
import type { Structure } from './structure';

/** A snapshot, its canonical JSON, and the JSON of each attribute by name. */
export interface WrittenSnapshot {
  snapshot: Snapshot;
  text: string;
  texts: Map<string, string>;
}

/**
 * @param snapshot with its keys, and those of JSON values, in order already
 * @param before another one; what is the same in both is not written again
 */
export const writeSnapshot = (snapshot: Snapshot, before?: WrittenSnapshot): WrittenSnapshot => {
  const textOf = (name: string): string => {
    const value = snapshot[name] ?? null;
    const known = before?.texts.get(name);
    const isKnown = known !== undefined && equalJson(value, own(before!.snapshot, name) ?? null);
    return isKnown ? known : JSON.stringify(value);
  };
  const texts = new Map(Object.keys(snapshot).map((name) => [name, textOf(name)]));
  const text = `{${[...texts].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
  return { snapshot, text, texts };
};

/** As {@link changedAttributes}, looking only at what is not the same text. */
export const changedTexts = (
  before: WrittenSnapshot,
  after: WrittenSnapshot,
  structure: Structure
): string[] => {
  const suspects = Object.entries(structure.attributes).filter(
    ([name]) => before.texts.get(name) !== after.texts.get(name)
  );
  if (suspects.length === 0) return [];
  return changedAttributes(before.snapshot, after.snapshot, {
    ...structure,
    attributes: Object.fromEntries(suspects),
  });
};
