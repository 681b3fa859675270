import { sameValue } from '../same-value';
import type { AttributeShape, Structure } from '../structure';

/** {@link sameValue}; JSON that is nested deeper than the stack reaches is the same as itself alone. */
export const isSame = (a: unknown, b: unknown, shape: AttributeShape, structure: Structure): boolean => {
  try {
    return sameValue(a, b, shape, structure.components);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
};
