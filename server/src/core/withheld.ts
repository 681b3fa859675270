import { isRecord, own } from './record';
import { canonicalJson } from './snapshot';

interface Params {
  /** what was to be written */
  given: unknown;
  /** what a sanitizer left of it */
  left: unknown;
  /** what is there now, in the same shape, components with their row ids */
  current: unknown;
  path: string;
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

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
