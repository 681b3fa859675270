/** How much time is left for finer answers. */
export interface Deadline {
  /** milliseconds; none once it is over, Infinity where time does not matter */
  left(): number;
  isOver(): boolean;
}

/** A deadline in `budget` milliseconds by the clock `now`. A budget of 0 is over at once. */
export const deadlineIn = (budget: number, now: () => number): Deadline => {
  const end = now() + budget;
  const left = (): number => Math.max(0, end - now());
  return { left, isOver: () => left() === 0 };
};
