const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

/**
 * Moves the focus among the members of a list.
 *
 * @returns whether the key meant that; not while something else in the list has the focus
 */
export const focusNeighbour = (list: HTMLElement, selector: string, key: string): boolean => {
  const step = STEPS[key];
  const members = Array.from(list.querySelectorAll<HTMLElement>(selector));
  const index = members.indexOf(document.activeElement as HTMLElement);
  if (!step || index < 0) return false;

  members[step(index, members.length - 1)]?.focus();
  return true;
};
