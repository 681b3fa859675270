import { MAX_DEPTH, attributePath, isRecord, own, toList } from '../record';
import { isListShape, type AttributeShape, type Attributes } from '../structure';
import type { Context } from './context';
import { isSame } from './is-same';
import { mergeList } from './merge-list';
import { mergePresence } from './merge-presence';
import { mergeWhole } from './merge-whole';
import type { Outcome } from './outcome';
import { mapSides, type Sides } from './sides';

/** The value of an attribute, or a component in it, on the three sides. */
interface Passage {
  sides: Sides;
  /** of the attribute */
  shape: AttributeShape;
  path: string;
  depth: number;
}

/** Merges the value of an attribute; components below it piece by piece. */
export const mergeAttribute = (context: Context, passage: Passage): Outcome => {
  const nothing = isListShape(passage.shape) ? [] : null;
  const filled = { ...passage, sides: mapSides(passage.sides, (value) => value ?? nothing) };
  try {
    return mergeByKind(context, filled);
  } catch (error) {
    // JSON that is nested deeper than the stack reaches, somewhere below: one side's, or the other's.
    if (!(error instanceof RangeError)) throw error;
    return mergeWhole(context, filled);
  }
};

const mergeByKind = (context: Context, passage: Passage): Outcome => {
  const { sides, shape, path, depth } = passage;
  const isEvery = (fits: (value: unknown) => boolean): boolean =>
    [sides.base, sides.draft, sides.current].every(fits);
  if (shape.type !== 'component' && shape.type !== 'dynamiczone') return mergeWhole(context, passage);
  if (isSame(sides.draft, sides.current, shape, context.structure)) return mergeWhole(context, passage);

  if (isListShape(shape)) {
    if (!isEvery(Array.isArray)) return mergeWhole(context, passage);
    return mergeList(context, {
      lists: mapSides(sides, toList),
      shape,
      path,
      mergeItem: (items, at) => mergeComponent(context, { sides: items, shape, path: at, depth }),
    });
  }
  if (!isEvery((value) => value === null || isRecord(value))) return mergeWhole(context, passage);
  const held = mapSides(sides, (value) => value ?? undefined);
  const { value, base, ...rest } = mergeComponent(context, { sides: held, shape, path, depth });
  return { ...rest, value: value ?? null, base: base ?? null };
};

/** A component, or an item of a list of such; undefined on a side that does not have it. */
const mergeComponent = (context: Context, passage: Passage): Outcome =>
  mergePresence(context, {
    ...passage,
    mergeContent: (sides) => {
      const outcome = mergeContent(context, { ...passage, sides });
      // What both added, nothing came in and nothing was resolved: base does not have it now either.
      const isResolved = outcome.conflicts.some((conflict) => context.resolve(conflict) !== undefined);
      const isNew = sides.base === undefined && outcome.merged.length === 0 && !isResolved;
      return isNew ? { ...outcome, base: undefined } : outcome;
    },
  });

const mergeContent = (context: Context, passage: Passage): Outcome => {
  const { sides, shape, depth } = passage;
  const uid = shape.type === 'component' ? shape.component : own(sides.draft, '__component');
  const attributes = typeof uid === 'string' ? own(context.structure.components, uid) : undefined;
  const { base = {}, draft, current } = sides;
  const isKnown = depth < MAX_DEPTH && [base, draft, current].every(isRecord);
  return attributes && isKnown ? mergeAttributes(context, passage, attributes) : mergeWhole(context, passage);
};

const mergeAttributes = (context: Context, passage: Passage, attributes: Attributes): Outcome => {
  const { sides, path, depth } = passage;
  const outcomes = Object.entries(attributes)
    .filter(([, shape]) => shape.type !== 'password')
    .map(([name, shape]): [string, Outcome] => [
      name,
      mergeAttribute(context, {
        sides: mapSides(sides, (item) => own(item, name)),
        shape,
        path: attributePath(path, name),
        depth: depth + 1,
      }),
    ]);
  // The row is upstream's, where it is known: what is applied and what is edited next goes by it.
  const head = ['id', '__component'].flatMap((key): [string, unknown][] => {
    const value = own(sides.current, key) ?? own(sides.draft, key);
    return value === undefined ? [] : [[key, value]];
  });
  const componentOf = (side: 'value' | 'base'): unknown =>
    Object.fromEntries([...head, ...outcomes.map(([name, outcome]) => [name, outcome[side]])]);
  return {
    value: componentOf('value'),
    base: componentOf('base'),
    conflicts: outcomes.flatMap(([, { conflicts }]) => conflicts),
    merged: outcomes.flatMap(([, { merged }]) => merged),
  };
};
