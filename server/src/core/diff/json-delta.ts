import { create, type Delta } from 'jsondiffpatch';
import { equalJson } from '../equal-json';
import { own } from '../record';
import { canonicalJson } from '../snapshot';
import { align } from './align';
import type { Deadline } from './deadline';
import { wordsOf } from './likeness';
import type { Items } from './match-items';

/** What the package compares item by item grows with both lists: so many pairs, and no more. */
const MAX_PAIRS = 100_000;

const IDS = ['id', '_id', 'uuid', 'documentId'];

/** The id by which an object in a list says which one it is. */
const idOf = (item: unknown): string | null => {
  for (const name of IDS) {
    const id = own(item, name);
    if (typeof id === 'string' || typeof id === 'number') return JSON.stringify([name, id]);
  }
  return null;
};

const ITEMS: Items<object> = {
  textOf: canonicalJson,
  identityOf: idOf,
  kindOf: (item) => {
    if (Array.isArray(item)) return 'list';
    return idOf(item) === null ? 'object' : null;
  },
  profileOf: (item) =>
    new Map(Object.entries(item).map(([key, value]) => [key, wordsOf(JSON.stringify(value ?? null))])),
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * What `jsondiffpatch` finds between two JSON values. Objects in lists are hashed by what {@link align} found
 * them to be, so that one without an id is known again as well. Lists that are too long for it are one difference as
 * a whole, and so is what is left when the time is over.
 */
export const jsonDelta = (from: unknown, to: unknown, deadline: Deadline): Delta => {
  const hashes = new Map<unknown, string>();
  let count = 0;
  const patcher = create({ objectHash: (item) => hashes.get(item) });

  const identify = (left: unknown[], right: unknown[]): void => {
    const lists = { from: left.filter(isObject), to: right.filter(isObject) };
    for (const pair of align({ ...lists, items: ITEMS, deadline })) {
      if (pair.from === null || pair.to === null) continue;
      const hash = String((count += 1));
      hashes.set(lists.from[pair.from], hash).set(lists.to[pair.to], hash);
    }
  };
  const isTooLong = (left: unknown[], right: unknown[]): boolean => {
    const isSame = (a: unknown, b: unknown): boolean =>
      a === b || (isObject(a) && hashes.has(a) && hashes.get(a) === hashes.get(b));
    const most = Math.min(left.length, right.length);
    let start = 0;
    while (start < most && isSame(left[start], right[start])) start += 1;
    let end = 0;
    while (end < most - start && isSame(left.at(-1 - end), right.at(-1 - end))) end += 1;
    return (left.length - start - end) * (right.length - start - end) > MAX_PAIRS;
  };

  type Context = Parameters<(typeof patcher.processor.pipes.diff)['process']>[0];
  const lists = Object.assign(
    (context: Context): void => {
      const { left, right } = context;
      if (!Array.isArray(left) || !Array.isArray(right)) return;
      if (equalJson(left, right)) {
        context.setResult(undefined).exit();
        return;
      }
      if (!deadline.isOver()) identify(left, right);
      if (deadline.isOver() || isTooLong(left, right)) context.setResult([left, right]).exit();
    },
    { filterName: 'identify' }
  );
  patcher.processor.pipes.diff.before('arrays', lists);
  return patcher.diff(from, to);
};
