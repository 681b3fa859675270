import { equalJson } from './equal-json';
import { isRecord, own } from './record';

interface Params {
  /** what was to be written */
  given: unknown;
  /** what a sanitizer left of it */
  left: unknown;
  /** what is there now, in the same shape, components with their row ids */
  current: unknown;
  path: string;
}

const isSame = (a: unknown, b: unknown): boolean => equalJson(a ?? null, b ?? null);

const withId = (list: unknown, id: unknown): unknown =>
  Array.isArray(list) && id !== undefined ? list.find((item) => own(item, 'id') === id) : undefined;

/**
 * Paths of what a sanitizer took out of a write's data, where it would have changed something: `seo.metaTitle`,
 * `facts[1].value`. A relation counts as a whole.
 */
export const withheld = ({ given, left, current, path }: Params): string[] => {
  if (isSame(given, left)) return [];
  if (Array.isArray(given) && Array.isArray(left) && given.length === left.length) {
    return given.flatMap((item, index) =>
      withheld({
        given: item,
        left: left[index],
        current: withId(current, own(item, 'id')),
        path: `${path}[${index}]`,
      })
    );
  }
  if (isRecord(given) && isRecord(left) && !Array.isArray(own(given, 'set'))) {
    return Object.keys(given).flatMap((name) =>
      withheld({
        given: own(given, name),
        left: own(left, name),
        current: own(current, name),
        path: `${path}.${name}`,
      })
    );
  }
  return isSame(given, current) ? [] : [path];
};

/**
 * Whether writing what a sanitizer left would change nothing: what it took out stays as it is, and the rest is what is
 * there already.
 */
export const changesNothing = ({ given, left, current }: Omit<Params, 'path'>): boolean => {
  if (left === undefined || isSame(left, current)) return true;
  if (isSame(given, left)) return false;
  if (Array.isArray(given) && Array.isArray(left) && Array.isArray(current)) {
    return (
      given.length === left.length &&
      left.length === current.length &&
      left.every((item, index) =>
        changesNothing({ given: given[index], left: item, current: current[index] })
      )
    );
  }
  if (!isRecord(given) || !isRecord(left) || !isRecord(current) || own(left, 'id') !== own(current, 'id')) {
    return false;
  }
  return Object.keys(left).every((name) =>
    changesNothing({ given: own(given, name), left: own(left, name), current: own(current, name) })
  );
};
