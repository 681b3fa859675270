import ms from 'ms';

/**
 * A duration as the configuration writes it: seconds as a number, or a string such as `30d` or `12h`.
 *
 * @returns milliseconds
 * @throws where it is neither, or negative
 */
export const parseDuration = (value: number | string): number => {
  const text = typeof value === 'string' ? value.trim() : '';
  const result =
    typeof value === 'number' ? value * 1000 : text && (ms(text as ms.StringValue) as number | undefined);
  if (typeof result !== 'number' || !Number.isFinite(result) || result < 0) {
    throw new RangeError(
      `"${value}" is no duration: give seconds as a number, or a string such as "30d" or "12h"`
    );
  }
  return result;
};
