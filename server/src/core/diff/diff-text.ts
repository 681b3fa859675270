import { diffArrays } from 'diff';
import type { TextPart } from '../../../../contracts/compare';
import type { Deadline } from './deadline';
import { mirrored, tidy, toParts, type Hunk, type Hunks } from './hunks';
import { sharedEnds } from './shared-ends';
import { lines, tokens } from './tokens';

/**
 * Two texts may have this many words, and lines, of their own before a coarser answer is as good: what has less in
 * common was written anew. The work grows with the square of it.
 */
const MAX_EDITS = 400;

/** In longer texts one looks for lines first: to take all of it apart into words takes longer than comparing them. */
const LONG = 50_000;

interface Answer {
  hunks: Hunks;
  coarse: boolean;
}

/** Pieces as numbers, the same for the same: the comparison looks at each many times. */
const numbered = (pieces: string[], numbers: Map<string, number>): number[] =>
  pieces.map((piece) => {
    const known = numbers.get(piece);
    if (known === undefined) numbers.set(piece, numbers.size);
    return known ?? numbers.size - 1;
  });

/** The hunks of two lists of pieces; null where they have too little in common, or time is over. */
const hunksOf = (from: string[], to: string[], deadline: Deadline): Hunks | null => {
  const left = deadline.left();
  if (left === 0) return null;
  const timeout = Number.isFinite(left) ? { timeout: Math.ceil(left) } : {};
  const numbers = new Map<string, number>();
  const [a, b] = [numbered(from, numbers), numbered(to, numbers)];
  const found = diffArrays(a, b, { maxEditLength: MAX_EDITS, ...timeout });
  if (!found) return null;

  const pieces = [...numbers.keys()];
  const hunks: Hunk[] = [];
  let before = '';
  let open: Hunk | null = null;
  for (const { value, added, removed } of found) {
    const text = value.map((number) => pieces[number]).join('');
    if (!added && !removed) {
      before = text;
      open = null;
      continue;
    }
    if (!open) hunks.push((open = { before, removed: '', added: '' }));
    open[added ? 'added' : 'removed'] += text;
    before = '';
  }
  return { hunks, after: before };
};

const byWords = (from: string, to: string, deadline: Deadline): Hunks | null =>
  deadline.isOver() ? null : hunksOf(tokens(from), tokens(to), deadline);

/** By lines, and by words within those that differ; null where not a line is the same. */
const byLines = (from: string, to: string, deadline: Deadline): Answer | null => {
  const found = deadline.isOver() ? null : hunksOf(lines(from), lines(to), deadline);
  if (!found || (found.hunks.length === 1 && found.hunks[0]!.before === '' && found.after === ''))
    return null;

  let coarse = false;
  const hunks: Hunk[] = [];
  let before = '';
  for (const hunk of found.hunks) {
    const isOneSided = hunk.removed === '' || hunk.added === '';
    const finer = isOneSided ? null : byWords(hunk.removed, hunk.added, deadline);
    coarse ||= !isOneSided && !finer;
    const inner = finer ?? asOne(hunk.removed, hunk.added);
    inner.hunks.forEach((each, index) => {
      const above = index === 0 ? before + hunk.before : '';
      hunks.push({ ...each, before: above + each.before });
    });
    before = inner.after;
  }
  return { hunks: { hunks, after: before + found.after }, coarse };
};

const asOne = (removed: string, added: string): Hunks => ({
  hunks: [{ before: '', removed, added }],
  after: '',
});

const between = (from: string, to: string, deadline: Deadline): Answer => {
  if (from === '' || to === '') return { hunks: asOne(from, to), coarse: false };
  const whole = (): Answer | null => {
    const hunks = byWords(from, to, deadline);
    return hunks && { hunks, coarse: false };
  };
  const inLines = (): Answer | null => byLines(from, to, deadline);
  const ways = from.length + to.length > LONG ? [inLines, whole] : [whole, inLines];
  return ways[0]!() ?? ways[1]!() ?? { hunks: asOne(from, to), coarse: true };
};

/**
 * Two texts in runs, by words; by lines, and then as a whole, where that takes too long. Both texts can be read off
 * the runs. The other way round gives the same, the other way round.
 *
 * @returns `coarse` where words were not looked at everywhere
 */
export const diffText = (
  from: string,
  to: string,
  deadline: Deadline
): { parts: TextPart[]; coarse: boolean } => {
  if (from === to) return { parts: from === '' ? [] : [{ kind: 'same', text: from }], coarse: false };
  // Of several shortest answers the package takes one that depends on the order.
  const isMirrored = from > to;
  const [a, b] = isMirrored ? [to, from] : [from, to];
  const { start, end } = sharedEnds(a, b);
  const { hunks, coarse } = between(a.slice(start, a.length - end), b.slice(start, b.length - end), deadline);
  const [first, ...others] = hunks.hunks;
  const tidied = tidy({
    hunks: [{ ...first!, before: a.slice(0, start) + first!.before }, ...others],
    after: hunks.after + a.slice(a.length - end),
  });
  return { parts: toParts(isMirrored ? mirrored(tidied) : tidied), coarse };
};
