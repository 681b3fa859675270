/** Content as it may be after somebody worked on it, from what it was and some other content of the same kind. */

export type Random = () => number;

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export const randomFrom = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
};

export const shuffled = <T>(list: T[], random: Random): T[] => {
  const result = [...list];
  for (let end = result.length - 1; end > 0; end -= 1) {
    const other = Math.floor(random() * (end + 1));
    [result[end], result[other]] = [result[other]!, result[end]!];
  }
  return result;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (value: Record<string, unknown>): string => Object.keys(value).sort().join('\n');

const edit = (value: unknown, other: unknown, random: Random): unknown => {
  const dice = random();
  if (dice < 0.25) return value;
  if (Array.isArray(value) && Array.isArray(other)) {
    const pool = [...value, ...other];
    const kept = value.filter(() => random() < 0.8).map((item) => edit(item, item, random));
    const withNew =
      random() < 0.5 || pool.length === 0 ? kept : [...kept, pool[Math.floor(random() * pool.length)]];
    return random() < 0.5 ? withNew : shuffled(withNew, random);
  }
  if (isObject(value) && isObject(other) && keysOf(value) === keysOf(other)) {
    if (value.__component !== other.__component) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, edit(item, other[key], random)])
    );
  }
  return dice < 0.6 ? value : other;
};

/** What `value` may have become by now. Items are taken out, put in, doubled, moved and changed; `other` gives what is new. */
export const edited = <T>(value: T, other: T, seed: number): T => edit(value, other, randomFrom(seed)) as T;
