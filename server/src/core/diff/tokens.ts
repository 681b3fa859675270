/** Scripts that put no spaces between words: only a dictionary tells where one ends. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
/** A picture may be made of several; cut in between it would become others. */
const PICTURE =
  '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*(?:\\u200d\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*)*';
const REST = `\\r?\\n|[^\\S\\r\\n]+|${PICTURE}|.`;

const hasUnspaced = new RegExp(`[${UNSPACED}]`, 'u');
const isUnspaced = new RegExp(`^[${UNSPACED}]`, 'u');
const spaced = new RegExp(`${LETTER}+(?:['’]${LETTER}+)*|${REST}`, 'gsu');
const mixed = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])${LETTER})+|${REST}`, 'gsu');

let segmenter: Intl.Segmenter | undefined;

const segments = (text: string): string[] => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

/** A text in words, runs of spaces, line breaks and single signs; together they are the text. */
export const tokens = (text: string): string[] =>
  hasUnspaced.test(text)
    ? (text.match(mixed) ?? []).flatMap((run) => (isUnspaced.test(run) ? segments(run) : [run]))
    : (text.match(spaced) ?? []);

/** A text in lines, each with its break; together they are the text. */
export const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
