/** What the form adds for itself. */
const OWN = '__temp_key__';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Inputs write `null` or an empty text where the form began with nothing, and the other way round. */
const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What a relation is as long as nobody touched it. */
const isUntouched = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => key === 'connect' || key === 'disconnect') &&
  Object.values(value).every((list) => Array.isArray(list) && list.length === 0);

const isAbsent = (value: unknown): boolean => isNothing(value) || isUntouched(value);

/** Whether two values of a form mean the same content. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (isAbsent(a) && isAbsent(b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;

  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  keys.delete(OWN);
  return [...keys].every((key) => sameValue(a[key], b[key]));
};
