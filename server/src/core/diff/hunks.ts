import type { TextPart } from '../../../../contracts/compare';

/** A difference in a text, and what stands before it on both sides. */
export interface Hunk {
  before: string;
  removed: string;
  added: string;
}

/** A text on both sides: hunks, and what stands after the last one. */
export interface Hunks {
  hunks: Hunk[];
  after: string;
}

const largest = ({ removed, added }: Hunk): number => Math.max(removed.length, added.length);

/** Whether two hunks read better as one: all that is between them is a space, or less than either of them. */
const areOne = (a: Hunk, b: Hunk): boolean =>
  !b.before.includes('\n') &&
  (b.before.trim() === '' || (b.before.length <= largest(a) && b.before.length <= largest(b)));

const together = (a: Hunk, b: Hunk): Hunk => ({
  before: a.before,
  removed: a.removed + b.before + b.removed,
  added: a.added + b.before + b.added,
});

/**
 * Hunks as one would mark them by hand: a sentence that was written anew is one, and not as many as it has words in
 * common with the old one. Lines stay apart.
 */
export const tidy = ({ hunks, after }: Hunks): Hunks => {
  const tidied: Hunk[] = [];
  for (const hunk of hunks) {
    let last = hunk;
    for (let previous = tidied.at(-1); previous && areOne(previous, last); previous = tidied.at(-1)) {
      last = together(previous, last);
      tidied.pop();
    }
    tidied.push(last);
  }
  return { hunks: tidied, after };
};

/** The other way round. */
export const mirrored = ({ hunks, after }: Hunks): Hunks => ({
  hunks: hunks.map(({ before, removed, added }) => ({ before, removed: added, added: removed })),
  after,
});

const part = (kind: TextPart['kind'], text: string): TextPart[] => (text === '' ? [] : [{ kind, text }]);

/** In reading order; what was removed stands before what came in its place. */
export const toParts = ({ hunks, after }: Hunks): TextPart[] => [
  ...hunks.flatMap(({ before, removed, added }) => [
    ...part('same', before),
    ...part('removed', removed),
    ...part('added', added),
  ]),
  ...part('same', after),
];
