interface Options {
  /** whether two values under the same key may differ */
  mayDiffer?: (key: string, a: unknown, b: unknown) => boolean;
}

/**
 * Whether two JSON values are equal. The order of an object's keys means nothing, and a key that holds undefined is
 * absent, as in {@link canonicalJson}; but nothing is written or sorted for it.
 */
export const equalJson = (a: unknown, b: unknown, options: Options = {}): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index += 1) {
      if (!equalJson(a[index], b[index], options)) return false;
    }
    return true;
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) {
    const value = Object.hasOwn(right, key) ? right[key] : undefined;
    if (!equalJson(left[key], value, options) && !options.mayDiffer?.(key, left[key], value)) return false;
  }
  for (const key in right) {
    if (Object.hasOwn(left, key) || right[key] === undefined) continue;
    if (!options.mayDiffer?.(key, undefined, right[key])) return false;
  }
  return true;
};
