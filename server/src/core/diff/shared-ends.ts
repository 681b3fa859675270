/** Farther than this from where two texts part no one looks for a space. */
const LONGEST_WORD = 64;

const isSpaceOrEnd = (text: string, index: number): boolean => !/\S/.test(text.charAt(index));

/** Whether a cut before `index` is between words. */
const isBetweenWords = (text: string, index: number): boolean =>
  isSpaceOrEnd(text, index - 1) || isSpaceOrEnd(text, index);

/** Whether a cut before `index` would be within a character that is made of two units. */
const isWithinCharacter = (text: string, index: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));

/**
 * How much of its beginning and, beyond that, of its end a text shares with another, in whole words: a difference
 * within a word is one of the word.
 */
export const sharedEnds = (a: string, b: string): { start: number; end: number } => {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  start = inWords(start, (length) => [
    [a, length],
    [b, length],
  ]);

  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end += 1;
  end = inWords(end, (length) => [
    [a, a.length - length],
    [b, b.length - length],
  ]);
  return { start, end };
};

/** The most of a shared length after which both texts can be cut. */
const inWords = (shared: number, cutsAt: (length: number) => [text: string, index: number][]): number => {
  const least = Math.max(0, shared - LONGEST_WORD);
  for (let length = shared; length > least; length -= 1) {
    if (cutsAt(length).every(([text, index]) => isBetweenWords(text, index))) return length;
  }
  // No space in sight: so far from the difference a word may be cut, it is the same one on both sides.
  const isWithin = cutsAt(least).some(([text, index]) => isWithinCharacter(text, index));
  return isWithin ? least - 1 : least;
};
