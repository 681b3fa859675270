import type { TextPart } from '../../../../contracts/compare';
import type { Run } from './block-text';

/** Reads runs from their beginning, as many characters at a time as wanted. */
const reader = (runs: readonly Run[]) => {
  let [place, offset] = [0, 0];
  return {
    /** the run that is being read, and how much of it is left */
    next(): { run: Run; left: number } {
      while (offset === runs[place]!.text.length) [place, offset] = [place + 1, 0];
      return { run: runs[place]!, left: runs[place]!.text.length - offset };
    },
    skip(length: number): void {
      for (let rest = length; rest > 0;) {
        const step = Math.min(rest, this.next().left);
        offset += step;
        rest -= step;
      }
    },
  };
};

const without = (marks: string[], others: string[]): string[] =>
  marks.filter((mark) => !others.includes(mark));

const dressed = (text: string, from: Run, to: Run): TextPart => {
  const isLinkSame = from.link === to.link;
  const link = isLinkSame ? [] : ['link'];
  const marks = {
    added: [...without(to.marks, from.marks), ...(from.link === null ? link : [])],
    removed: [...without(from.marks, to.marks), ...(to.link === null ? link : [])],
    ...(!isLinkSame && { link: { from: from.link, to: to.link } }),
  };
  const isSame = isLinkSame && marks.added.length === 0 && marks.removed.length === 0;
  return isSame ? { kind: 'same', text } : { kind: 'marked', text, marks };
};

/**
 * The parts of a text with what became of its dress: of text that is on both sides, what is bold or leads elsewhere
 * now.
 *
 * @param parts of the runs' text on either side
 */
export const markedParts = (parts: TextPart[], from: readonly Run[], to: readonly Run[]): TextPart[] => {
  const [before, after] = [reader(from), reader(to)];
  const result: TextPart[] = [];
  const push = (part: TextPart): void => {
    const last = result.at(-1);
    const isMore = last?.kind === part.kind && JSON.stringify(last.marks) === JSON.stringify(part.marks);
    if (last && isMore) last.text += part.text;
    else result.push(part);
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') before.skip(text.length);
    if (kind === 'added') after.skip(text.length);
    if (kind !== 'same') {
      push({ kind, text });
      continue;
    }
    for (let offset = 0; offset < text.length;) {
      const [a, b] = [before.next(), after.next()];
      const length = Math.min(a.left, b.left, text.length - offset);
      push(dressed(text.slice(offset, offset + length), a.run, b.run));
      before.skip(length);
      after.skip(length);
      offset += length;
    }
  }
  return result;
};
