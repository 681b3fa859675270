import type { Entry, Stage } from './match-in-stages';

/** Pairs entries of the same key, in order; one without a key stays alone. */
export const inOrder =
  <T>(keyOf: (entry: Entry<T>) => string | null): Stage<T> =>
  (from, to) => {
    const waiting = new Map<string, Entry<T>[]>();
    for (const entry of [...from].reverse()) {
      const key = keyOf(entry);
      if (key === null) continue;
      const queue = waiting.get(key);
      if (queue) queue.push(entry);
      else waiting.set(key, [entry]);
    }
    return to.flatMap((entry): [Entry<T>, Entry<T>][] => {
      const key = keyOf(entry);
      const partner = key === null ? undefined : waiting.get(key)?.pop();
      return partner ? [[partner, entry]] : [];
    });
  };

/** An entry among those of its key, while pairs are taken out. */
interface Mark<T> {
  entry: Entry<T>;
  isFrom: boolean;
  taken: boolean;
  before?: Mark<T>;
  after?: Mark<T>;
}

/**
 * Takes pairs out of marks that are in order of place, those nearest to each other first. The nearest pair always
 * stands side by side; and once a pair is taken out, the one that thereby comes to stand side by side is no nearer.
 * One walk over the distances therefore does it, without comparing all with all.
 */
const takeNearest = <T>(groups: Mark<T>[][]): void => {
  const byDistance: [Mark<T>, Mark<T>][][] = [];
  const offer = (a: Mark<T> | undefined, b: Mark<T> | undefined): void => {
    if (!a || !b || a.isFrom === b.isFrom) return;
    (byDistance[b.entry.place - a.entry.place] ??= []).push([a, b]);
  };
  for (const marks of groups) {
    marks.forEach((mark, index) => {
      mark.before = marks[index - 1];
      mark.after = marks[index + 1];
      offer(mark.before, mark);
    });
  }
  for (let distance = 0; distance < byDistance.length; distance += 1) {
    // The list may grow while it is walked.
    for (const [a, b] of byDistance[distance] ?? []) {
      if (a.taken || b.taken) continue;
      a.taken = true;
      b.taken = true;
      if (a.before) a.before.after = b.after;
      if (b.after) b.after.before = a.before;
      offer(a.before, b.after);
    }
  }
};

/**
 * Pairs entries of the same key, those nearest to each other first. Entries of one key are as good as each other, so
 * those that were taken are then paired in order: equal items that move together have not changed places.
 */
export const nearestFirst =
  <T>(keyOf: (entry: Entry<T>) => string): Stage<T> =>
  (from, to) => {
    const markOf = (isFrom: boolean) => (entry: Entry<T>) => ({ entry, isFrom, taken: false });
    const marks: Mark<T>[] = [...from.map(markOf(true)), ...to.map(markOf(false))];
    marks.sort((a, b) => a.entry.place - b.entry.place);

    const groups = new Map<string, Mark<T>[]>();
    for (const mark of marks) {
      const key = keyOf(mark.entry);
      const group = groups.get(key);
      if (group) group.push(mark);
      else groups.set(key, [mark]);
    }
    takeNearest([...groups.values()]);

    return [...groups.values()].flatMap((group) => {
      const taken = group.filter((mark) => mark.taken);
      const targets = taken.filter((mark) => !mark.isFrom);
      return taken
        .filter((mark) => mark.isFrom)
        .map(({ entry }, index): [Entry<T>, Entry<T>] => [entry, targets[index]!.entry]);
    });
  };
