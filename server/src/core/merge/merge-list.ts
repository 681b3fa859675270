import { isRecord } from '../record';
import { rowKey } from '../row-key';
import type { AttributeShape } from '../structure';
import { arrange, isReordered, type Trio } from './arrange';
import type { Context } from './context';
import { matchSides } from './match-sides';
import { isKept } from './merge-presence';
import type { Conflict, Incoming, Outcome } from './outcome';
import { mapSides, type Sides } from './sides';

interface Params {
  lists: Sides<unknown[]>;
  shape: AttributeShape;
  /** of the list */
  path: string;
  /** @param sides undefined on a side that does not have the item */
  mergeItem: (sides: Sides, path: string) => Outcome;
}

/** Merges lists of components, and dynamic zones: each item as what it is on the three sides, and their order. */
export const mergeList = (context: Context, { lists, shape, path, mergeItem }: Params): Outcome => {
  const trios = matchSides({ lists, shape, components: context.structure.components });
  const itemsOf = (trio: Trio): Sides =>
    mapSides(trio, (place, side) => (place === null ? undefined : lists[side][place]));
  const order = mergeOrder(context, { trios, lists, path });

  const byDefault = arrange({ trios, sides: ['current', 'draft'], order: order.byDefault });
  const kept = byDefault.filter((trio) => isKept(itemsOf(trio), shape, context));
  const places = new Map(kept.map((trio, place) => [trio, place]));
  const outcomes = new Map(
    trios.map((trio) => [trio, mergeItem(itemsOf(trio), `${path}[${places.get(trio) ?? trio.base}]`)])
  );

  const value = arrange({ trios, sides: ['current', 'draft'], order: order.resolved }).map((trio) => ({
    item: outcomes.get(trio)!.value,
    row: itemsOf(trio).current,
  }));
  const base = arrange({ trios, sides: ['current', 'base'], order: order.ofBase }).map(
    (trio) => outcomes.get(trio)!.base
  );
  return {
    value: eachRowOnce(value.filter(({ item }) => item !== undefined)),
    base: base.filter((item) => item !== undefined),
    conflicts: [...order.conflicts, ...byDefault.flatMap((trio) => outcomes.get(trio)!.conflicts)],
    merged: [...order.merged, ...byDefault.flatMap((trio) => outcomes.get(trio)!.merged)],
  };
};

interface MergedOrder {
  /** the side whose order it is */
  byDefault: 'draft' | 'current';
  resolved: 'draft' | 'current';
  ofBase: 'base' | 'current';
  conflicts: Conflict[];
  merged: Incoming[];
}

/** "Order follows the side that changed it, the draft's if both did." That others came or went moves nothing. */
const mergeOrder = (
  context: Context,
  { trios, lists, path }: Pick<Params, 'lists' | 'path'> & { trios: Trio[] }
): MergedOrder => {
  const [isMoved, isMovedUpstream] = [
    isReordered(trios, 'base', 'draft'),
    isReordered(trios, 'base', 'current'),
  ];
  if (isMoved && isMovedUpstream && isReordered(trios, 'current', 'draft')) {
    const conflict: Conflict = { path, kind: 'moved-both', ...lists };
    const side = context.resolve(conflict);
    const ofBase = side ? 'current' : 'base';
    return { byDefault: 'draft', resolved: side ?? 'draft', ofBase, conflicts: [conflict], merged: [] };
  }
  const isFollowing = isMovedUpstream && !isMoved;
  const byDefault = isFollowing ? 'current' : 'draft';
  const ofBase = isMoved && isMovedUpstream ? 'base' : 'current';
  const merged: Incoming[] = isFollowing ? [{ path, kind: 'moved' }] : [];
  return { byDefault, resolved: byDefault, ofBase, conflicts: [], merged };
};

/**
 * The items, no two of them with the id of the same row: it is upstream's item that is the row, and one that was copied
 * in the draft, id and all, is another one.
 */
const eachRowOnce = (items: { item: unknown; row: unknown }[]): unknown[] => {
  const isRow = ({ item, row }: { item: unknown; row: unknown }): boolean =>
    row !== undefined && rowKey(item) === rowKey(row);
  const taken = new Set(items.filter(isRow).map(({ item }) => rowKey(item)));
  return items.map((each) => {
    const key = rowKey(each.item);
    if (key === null || isRow(each)) return each.item;
    const isTaken = taken.has(key);
    taken.add(key);
    return isTaken && isRecord(each.item) ? withoutId(each.item) : each.item;
  });
};

const withoutId = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'id'));
