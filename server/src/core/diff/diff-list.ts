import type { Change } from '../../../../contracts/compare';
import { align } from './align';
import type { Deadline } from './deadline';
import type { Items } from './match-items';

interface Params<T> {
  from: readonly T[];
  to: readonly T[];
  items: Items<T>;
  deadline: Deadline;
  /** path of the list */
  path: string;
  /** what is said of an item, wherever it stands */
  describe: (item: T) => Pick<Change, 'label' | 'type'> & Partial<Change>;
  /** an item as a side of a change */
  show: (item: T) => unknown;
  /** what is in an item that is on one side only, piece by piece */
  inside?: (from: T | null, to: T | null, path: string) => Change[] | null;
  /** how an item is shown that only moved; without it, by its places alone */
  showMoved?: (from: T, to: T) => Partial<Change>;
  /** what is different within an item that is on both sides; null: nothing that could be shown */
  edit: (from: T, to: T, path: string) => Partial<Change> | null;
}

/**
 * The differences of two lists: a change for each item that was added, removed, moved or edited, and one that tells
 * both for an item that was moved and edited.
 */
export const diffList = <T>(params: Params<T>): Change[] => {
  const { from, to, items, deadline, path, describe, show, showMoved, edit } = params;
  const within = (before: T | null, after: T | null, at: string): Partial<Change> => {
    const children = params.inside?.(before, after, at);
    return children ? { children } : {};
  };
  return align({ from, to, items, deadline }).flatMap((aligned): Change[] => {
    const { from: fromIndex, to: toIndex, isMoved, isEqual } = aligned;
    if (isEqual && !isMoved) return [];
    if (toIndex === null) {
      const item = from[fromIndex!]!;
      const here = { path: `${path}[${fromIndex}]`, ...describe(item) };
      return [
        {
          ...here,
          kind: 'removed',
          from: show(item),
          fromIndex: fromIndex!,
          ...within(item, null, here.path),
        },
      ];
    }
    const item = to[toIndex]!;
    const here = { path: `${path}[${toIndex}]`, ...describe(item) };
    if (fromIndex === null)
      return [{ ...here, kind: 'added', to: show(item), toIndex, ...within(null, item, here.path) }];

    const before = from[fromIndex]!;
    const difference = isEqual
      ? showMoved?.(before, item)
      : (edit(before, item, here.path) ?? { from: show(before), to: show(item), coarse: true as const });
    return [{ ...here, kind: isMoved ? 'moved' : 'changed', ...difference, fromIndex, toIndex }];
  });
};
