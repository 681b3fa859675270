/** The same thing on the three sides of a merge. */
export interface Sides<T = unknown> {
  /** what current was when the draft first touched it */
  base: T;
  draft: T;
  /** what it is upstream now */
  current: T;
}

export type Side = keyof Sides;

export const mapSides = <T, U>(sides: Sides<T>, change: (value: T, side: Side) => U): Sides<U> => ({
  base: change(sides.base, 'base'),
  draft: change(sides.draft, 'draft'),
  current: change(sides.current, 'current'),
});
