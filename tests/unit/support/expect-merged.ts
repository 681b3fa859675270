import type { Conflict } from '../../../server/src/core/merge';
import { isListShape, type AttributeShape, type Attributes } from '../../../server/src/core/structure';
import { same } from './fits';
import { versionsStructure, type Content, type Versions } from './versions';

/** Rule 9 spelled out a second time, for content in which each item has its row: what is which needs no guessing. */

interface Sides {
  base: unknown;
  draft: unknown;
  current: unknown;
}

type Said = Pick<Conflict, 'path' | 'kind'>;

const NAMES = ['base', 'draft', 'current'] as const;

const under = <T>(sides: Sides, pick: (value: unknown) => T): Record<keyof Sides, T> =>
  Object.fromEntries(NAMES.map((name) => [name, pick(sides[name])])) as Record<keyof Sides, T>;

/** None of what is compared here has an id that means something. */
export const withoutRows = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRows);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'id' ? [] : [[key, withoutRows(item)]]))
  );
};

const alike = (a: unknown, b: unknown): boolean => same(withoutRows(a), withoutRows(b));

const assert = (isTrue: boolean, what: string, path: string): void => {
  if (!isTrue) throw new Error(`${path}: ${what}`);
};

/** @param winner whose it is in conflicts: paths are those of the draft's way */
export class Oracle {
  readonly conflicts: Said[] = [];
  constructor(private readonly winner: 'draft' | 'current' = 'draft') {}

  private conflict(path: string, kind: Conflict['kind']): void {
    this.conflicts.push({ path, kind });
  }

  check(versions: Versions, merged: unknown): void {
    this.attributes(versions, merged as Content, versionsStructure.attributes, '');
  }

  private attributes(sides: Sides, merged: Content, attributes: Attributes, path: string): void {
    for (const [name, shape] of Object.entries(attributes)) {
      const values = under(sides, (value) => (value as Content | undefined)?.[name] ?? null);
      this.attribute(values, merged[name], shape, path === '' ? name : `${path}.${name}`);
    }
  }

  private attribute(sides: Sides, merged: unknown, shape: AttributeShape, path: string): void {
    const { base, draft, current } = sides;
    const isComponent = shape.type === 'component' || shape.type === 'dynamiczone';
    if (isComponent && isListShape(shape)) return this.list(sides, merged as Content[], shape, path);
    if (isComponent) {
      const held = under(sides, (value) => value ?? undefined);
      return this.presence(held, merged ?? undefined, shape, path);
    }
    const isConflict = !alike(draft, current) && !alike(base, draft) && !alike(base, current);
    if (isConflict) this.conflict(path, 'changed-both');
    const expected = isConflict ? sides[this.winner] : alike(base, draft) ? current : draft;
    assert(alike(merged, expected), 'is neither side, or the wrong one', path);
  }

  /** A component that is missing on a side is undefined there. */
  private presence(sides: Sides, merged: unknown, shape: AttributeShape, path: string): void {
    const { base, draft, current } = sides;
    const has = under(sides, (value) => value !== undefined);
    if (has.draft && has.current) {
      const uid = shape.component ?? ((draft as Content).__component as string);
      assert(merged !== undefined, 'is in both, but not there', path);
      assert((merged as Content).id === (current as Content).id, 'is another row', path);
      return this.attributes(sides, merged as Content, versionsStructure.components[uid]!, path);
    }
    const other = has.draft ? draft : current;
    const isAdded = !has.base && (has.draft || has.current);
    const isConflict = has.base && (has.draft || has.current) && !alike(base, other);
    if (isConflict) this.conflict(path, has.draft ? 'removed-upstream' : 'removed-in-draft');
    const expected = isAdded ? other : isConflict ? sides[this.winner] : undefined;
    assert((merged === undefined) === (expected === undefined), 'is there, or is not', path);
    assert(alike(merged, expected), 'is not the whole of it', path);
  }

  private list(sides: Sides, merged: Content[], shape: AttributeShape, path: string): void {
    const items = under(sides, (value) => value as Content[]);
    const find = (id: unknown): Sides =>
      under(sides, (value) => (value as Content[]).find((x) => x.id === id));
    const added = items.draft.filter(({ id }) => id === undefined);
    const rows = [...new Set([...items.base, ...items.current].map(({ id }) => id))];
    const everywhere = items.base
      .filter(({ id }) => Object.values(find(id)).every(Boolean))
      .map(({ id }) => id);

    const place = (item: Content): number =>
      merged.findIndex((other) => (item.id === undefined ? alike(other, item) : other.id === item.id));
    const expectedPlaces = [...rows.map((id) => place({ id })), ...added.map(place)].filter((at) => at >= 0);
    assert(
      merged.length === expectedPlaces.length && new Set(expectedPlaces).size === merged.length,
      'has an item twice, or one of nobody',
      path
    );

    // What is added stands after the last one before it that both have.
    const isShared = (item: Content): boolean =>
      item.id !== undefined &&
      [items.draft, items.current].every((list) => list.some((x) => x.id === item.id));
    const lastShared = (list: Content[], at: number): unknown =>
      list.slice(0, at).filter(isShared).at(-1)?.id;
    for (const [index, item] of items.draft.entries()) {
      if (item.id !== undefined) continue;
      assert(place(item) >= 0, 'lacks what the draft added', path);
      assert(lastShared(merged, place(item)) === lastShared(items.draft, index), 'is elsewhere', path);
    }
    for (const [index, item] of items.current.entries()) {
      if (items.base.some(({ id }) => id === item.id)) continue;
      assert(lastShared(merged, place(item)) === lastShared(items.current, index), 'is elsewhere', path);
    }

    const order = (list: Content[]): string =>
      list
        .map(({ id }) => id)
        .filter((id) => everywhere.includes(id))
        .join();
    const orders = under(items, (list) => order(list as Content[]));
    const isMoved = { draft: orders.draft !== orders.base, current: orders.current !== orders.base };
    const isConflict = isMoved.draft && isMoved.current && orders.draft !== orders.current;
    if (isConflict) this.conflict(path, 'moved-both');
    const side = isConflict ? this.winner : isMoved.draft ? 'draft' : 'current';
    assert(order(merged) === orders[side], 'is in the wrong order', path);

    for (const id of rows) {
      const at = place({ id });
      const inBase = items.base.findIndex((item) => item.id === id);
      this.presence(find(id), merged[at], shape, `${path}[${at < 0 ? inBase : at}]`);
    }
  }
}
