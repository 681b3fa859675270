import { isRecord, own, toList } from '../record';
import { comparable, comparableGiven, compareThem, textOf } from './comparable';
import { ParameterError } from './parse-query';
import type { Model, Shape } from './shapes';

/**
 * Strapi's `filters` on an entry at hand: for what no database can decide, because it is stored as a whole. It answers as
 * the database would. There a comparison with nothing is neither true nor false (null), and a filter that goes into a
 * relation holds where any of the targets makes it hold: each of them is looked at, and where there is none a row that
 * has nothing. So a filter has all the truths that it can have; one of them being true is a match.
 */
type Truth = boolean | null;
type Truths = readonly Truth[];

type Entry = Record<string, unknown>;

const YES: Truths = [true];

const pairs = (a: Truths, b: Truths, join: (x: Truth, y: Truth) => Truth): Truths => [
  ...new Set(a.flatMap((x) => b.map((y) => join(x, y)))),
];
const bothOf = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === null ? null : b);
const eitherOf = (a: Truth, b: Truth): Truth => (a === true || b === true ? true : a === null ? null : b);
const negated = (truth: Truth): Truth => (truth === null ? null : !truth);

const all = (list: Truths[]): Truths => list.reduce((a, b) => pairs(a, b, bothOf), YES);
const any = (list: Truths[]): Truths =>
  list.length > 0 ? list.reduce((a, b) => pairs(a, b, eitherOf)) : YES;
const not = (truths: Truths): Truths => truths.map(negated);

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isYes = (given: unknown): boolean =>
  !isNothing(given) && !['false', 'f', '0', ''].includes(String(given));

/** @param value is there */
type Test = (value: unknown, given: unknown, type: string) => boolean;

const compared =
  (holds: (order: number) => boolean): Test =>
  (value, given, type) =>
    holds(compareThem(comparable(value, type), comparableGiven(given, type)));

const texts =
  (holds: (text: string, given: string) => boolean): Test =>
  (value, given) =>
    holds(textOf(value), textOf(given));

const lowTexts = (holds: (text: string, given: string) => boolean): Test =>
  texts((text, given) => holds(text.toLowerCase(), given.toLowerCase()));

const same = (text: string, given: string): boolean => text === given;
const contains = (text: string, given: string): boolean => text.includes(given);
const starts = (text: string, given: string): boolean => text.startsWith(given);
const ends = (text: string, given: string): boolean => text.endsWith(given);
const without =
  (holds: typeof contains): typeof contains =>
  (text, given) =>
    !holds(text, given);

/** Operators that take one value; given a list, they hold where they hold for any of it. */
const TESTS: Record<string, Test> = {
  $eq: compared((order) => order === 0),
  $ne: compared((order) => order !== 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $eqi: lowTexts(same),
  $nei: lowTexts(without(same)),
  $contains: texts(contains),
  $notContains: texts(without(contains)),
  $containsi: lowTexts(contains),
  $notContainsi: lowTexts(without(contains)),
  $startsWith: texts(starts),
  $startsWithi: lowTexts(starts),
  $endsWith: texts(ends),
  $endsWithi: lowTexts(ends),
};

const EQUAL = new Set(['$eq', '$eqi']);
const UNEQUAL = new Set(['$ne', '$nei']);

const testOne = (value: unknown, operator: string, given: unknown, type: string): Truth => {
  if (isNothing(given) && EQUAL.has(operator)) return isNothing(value);
  if (isNothing(given) && UNEQUAL.has(operator)) return !isNothing(value);
  const test = TESTS[operator]!;
  // also where there is nothing to compare: whether a filter is right does not depend on what is found
  const holds = test(value ?? '', given, type);
  return isNothing(value) ? null : holds;
};

const oneOf = (value: unknown, given: unknown, type: string): Truth =>
  toList(given)
    .map((one) => (isNothing(one) ? null : testOne(value, '$eq', one, type)))
    .reduce(eitherOf, false);

const between = (value: unknown, given: unknown, type: string): Truth => {
  if (!Array.isArray(given) || given.length !== 2) {
    throw new ParameterError('filters', '$between takes a list of two values');
  }
  return bothOf(testOne(value, '$gte', given[0], type), testOne(value, '$lte', given[1], type));
};

const operate = (value: unknown, operator: string, given: unknown, type: string): Truths => {
  switch (operator) {
    case '$and':
      return all(toList(given).map((one) => ofValue(value, one, type)));
    case '$or':
      return any(toList(given).map((one) => ofValue(value, one, type)));
    case '$not':
      return not(ofValue(value, given, type));
    case '$null':
      return [isNothing(value) === isYes(given)];
    case '$notNull':
      return [isNothing(value) !== isYes(given)];
    case '$in':
      return [oneOf(value, given, type)];
    case '$notIn':
      return [negated(oneOf(value, given, type))];
    case '$between':
      return [between(value, given, type)];
    default:
      if (!Object.hasOwn(TESTS, operator)) {
        throw new ParameterError('filters', `there is no operator ${operator} for this`);
      }
      return Array.isArray(given)
        ? any(given.map((one) => [testOne(value, operator, one, type)]))
        : [testOne(value, operator, given, type)];
  }
};

const ofValue = (value: unknown, filter: unknown, type: string): Truths => {
  if (!isRecord(filter)) return operate(value, '$eq', filter, type);
  return all(Object.entries(filter).map(([operator, given]) => operate(value, operator, given, type)));
};

const isOperator = (key: string): boolean => key.startsWith('$');
const GROUPS = new Set(['$and', '$or', '$not']);

/** A target, or its absence (null), against what is asked of it. */
const ofTarget = (target: Entry | null, filter: unknown, model: Model): Truths => {
  const keys = isRecord(filter) ? Object.keys(filter) : [];
  if (isRecord(filter) && !keys.some((key) => isOperator(key) && !GROUPS.has(key))) {
    return ofEntry(target, filter, model);
  }
  // components have no id of their own here: that one is there is all that can be told of it
  return ofValue(
    target && (target.id ?? ''),
    filter,
    target && target.id === undefined ? 'string' : 'increments'
  );
};

const guessed = (value: unknown): Shape => {
  if (toList(value).some(isRecord)) return { type: 'relation' };
  if (typeof value === 'number') return { type: 'float' };
  return { type: typeof value === 'boolean' ? 'boolean' : 'string' };
};

const ofAttribute = (entry: Entry | null, name: string, filter: unknown, model: Model): Truths => {
  const value = own(entry, name);
  const shape = own(model.shapesOf(model.uid), name) ?? guessed(value);
  if (shape.type !== 'relation') return ofValue(value, filter, shape.type);
  const targets = toList(value).filter(isRecord);
  const uidOf = (target: Entry): string | undefined =>
    shape.target ?? ((target.__type ?? target.__component) as string | undefined);
  if (targets.length === 0) return ofTarget(null, filter, { ...model, uid: shape.target });
  return [
    ...new Set(targets.flatMap((target) => ofTarget(target, filter, { ...model, uid: uidOf(target) }))),
  ];
};

const ofEntry = (entry: Entry | null, filters: unknown, model: Model): Truths => {
  if (Array.isArray(filters)) return all(filters.map((one) => ofEntry(entry, one, model)));
  if (!isRecord(filters)) throw new ParameterError('filters', 'must be an object, or a list of them');
  return all(
    Object.entries(filters).map(([key, filter]) => {
      if (key === '$and') return all(toList(filter).map((one) => ofEntry(entry, one, model)));
      if (key === '$or') return any(toList(filter).map((one) => ofEntry(entry, one, model)));
      if (key === '$not') return not(ofEntry(entry, filter, model));
      return ofAttribute(entry, key, filter, model);
    })
  );
};

/**
 * @param entry with the references filled in that the filters go into
 * @throws ParameterError where a filter has a value that is none of its attribute's type
 */
export const matches = (entry: Entry, filters: unknown, model: Model): boolean =>
  isNothing(filters) || ofEntry(entry, filters, model).includes(true);

/** What is to be filled in for the filters to be looked at: the attributes that they go into, as a `populate`. */
export const populateFor = (filters: unknown): Record<string, unknown> => {
  const populate: Record<string, { populate: Record<string, unknown> }> = {};
  const walk = (filter: unknown): void => {
    for (const one of toList(filter)) {
      if (!isRecord(one)) continue;
      for (const [key, below] of Object.entries(one)) {
        if (isOperator(key)) walk(below);
        else populate[key] = { populate: { ...populate[key]?.populate, ...populateFor(below) } };
      }
    }
  };
  walk(filters);
  return populate;
};
