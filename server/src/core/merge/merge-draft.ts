import { isRecord, own } from '../record';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import { changeOf, draftable, type DraftChanges } from './changes';
import { isSame } from './is-same';
import { mergeValue } from './merge-value';
import type { Conflict, Incoming } from './outcome';

export interface MergeDraftParams {
  changes: DraftChanges;
  /** current content in today's structure; null where there is no document yet */
  current: Snapshot | null;
  /** today's */
  structure: Structure;
}

export interface MergedDraft {
  /** what the draft looks like now: current, with its changes */
  content: Snapshot;
  /** attributes in which it differs from current: what applying it writes, in the structure's order */
  modified: string[];
  /** whether an attribute that the draft touched is no longer what it was then */
  outdated: boolean;
  conflicts: Conflict[];
  /** what came in from upstream, in attributes that the draft touched; the others follow it anyway */
  merged: Incoming[];
}

/** A draft as it looks now. Reading one merges it, and writes nothing. Total. */
export const mergeDraft = ({ changes, current, structure }: MergeDraftParams): MergedDraft => {
  const touched = draftable(structure).flatMap(([name, shape]) => {
    const change = changeOf(changes, name);
    if (!change) return [];
    const now = own(current, name);
    const sides = { base: change.base, draft: change.value, current: now };
    const outcome = mergeValue({ ...sides, shape, structure, path: name });
    return [
      {
        name,
        ...outcome,
        isModified: !isSame(outcome.value, now, shape, structure),
        isOutdated: !isSame(change.base, now, shape, structure),
      },
    ];
  });
  return {
    content: Object.fromEntries([
      ...Object.entries(isRecord(current) ? current : {}),
      ...touched.map(({ name, value }): [string, unknown] => [name, value]),
    ]),
    modified: touched.filter(({ isModified }) => isModified).map(({ name }) => name),
    outdated: touched.some(({ isOutdated }) => isOutdated),
    conflicts: touched.flatMap(({ conflicts }) => conflicts),
    merged: touched.flatMap(({ merged }) => merged),
  };
};
