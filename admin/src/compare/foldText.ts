import type { TextPart } from '../../../contracts/compare';

/** A run of text that is shown, or one that is folded away: nothing changed in it, or it is very long. */
export type TextRun = { part: TextPart; fold: null } | { part: TextPart; fold: { lines: number } };

/** What is left in sight on either side of a change, and how much more there must be for folding to be worth it. */
const CONTEXT = 160;
const WORTH_IT = 320;

/** The first place from `start` on where a line or, failing that, a word ends. */
const breakAfter = (text: string, start: number): number => {
  const line = text.indexOf('\n', start);
  if (line >= 0 && line - start <= CONTEXT) return line + 1;
  const space = text.indexOf(' ', start);
  return space >= 0 && space - start <= CONTEXT ? space + 1 : start;
};

/** The last place up to `end` where a line or, failing that, a word begins. */
const breakBefore = (text: string, end: number): number => {
  const line = text.lastIndexOf('\n', end - 1);
  if (line >= 0 && end - line <= CONTEXT) return line + 1;
  const space = text.lastIndexOf(' ', end - 1);
  return space >= 0 && end - space <= CONTEXT ? space + 1 : end;
};

const linesIn = (text: string): number => text.split('\n').length - 1;

const run = (text: string): TextRun[] => (text === '' ? [] : [{ part: { kind: 'same', text }, fold: null }]);

/** What came or went shows how it begins. */
const TOO_LONG = 4000;
const BEGINNING = 1500;

const foldLong = (part: TextPart): TextRun[] => {
  if (part.text.length < TOO_LONG) return [{ part, fold: null }];
  const start = breakAfter(part.text, BEGINNING);
  const rest = part.text.slice(start);
  return [
    { part: { ...part, text: part.text.slice(0, start) }, fold: null },
    { part: { ...part, text: rest }, fold: { lines: linesIn(rest) } },
  ];
};

const foldSame = (text: string, isFirst: boolean, isLast: boolean): TextRun[] => {
  const start = isFirst && !isLast ? 0 : breakAfter(text, Math.min(CONTEXT, text.length));
  const end = isLast ? text.length : breakBefore(text, Math.max(text.length - CONTEXT, 0));
  if (end - start < WORTH_IT) return run(text);

  const hidden = text.slice(start, end);
  return [
    ...run(text.slice(0, start)),
    { part: { kind: 'same', text: hidden }, fold: { lines: linesIn(hidden) } },
    ...run(text.slice(end)),
  ];
};

/** Long passages without a change fold, but for some words next to what did change; so does what is very long. */
export const foldText = (parts: TextPart[]): TextRun[] =>
  parts.flatMap((part, index) =>
    part.kind === 'same' ? foldSame(part.text, index === 0, index === parts.length - 1) : foldLong(part)
  );
