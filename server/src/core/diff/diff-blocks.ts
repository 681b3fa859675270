import type { Change } from '../../../../contracts/compare';
import { isRecord } from '../record';
import { canonicalJson } from '../snapshot';
import { runsOf, textOf } from './block-text';
import type { Deadline } from './deadline';
import { diffJson } from './diff-json';
import { diffList } from './diff-list';
import { diffText } from './diff-text';
import { wordsOf } from './likeness';
import { markedParts } from './marked-parts';
import { firstWords } from './title-of';

/** One of these may be made another of them, and is still the same block. */
const CONVERTIBLE = new Set(['paragraph', 'heading', 'quote', 'code']);

const typeOf = (block: unknown): string | null =>
  isRecord(block) && typeof block.type === 'string' ? block.type : null;

const kindOf = (block: unknown): string | null => {
  const type = typeOf(block);
  return type !== null && CONVERTIBLE.has(type) ? 'text' : type;
};

const describe = (block: unknown): Pick<Change, 'label' | 'type' | 'title'> => {
  const title = firstWords(textOf(block));
  return { label: typeOf(block) ?? 'block', type: 'block', ...(title !== undefined && { title }) };
};

/**
 * The differences of two rich texts, by blocks, then by words, then by marks. A list is a block whose items are blocks.
 */
export const diffBlocks = (
  from: readonly unknown[],
  to: readonly unknown[],
  path: string,
  deadline: Deadline
): Change[] =>
  diffList({
    from,
    to,
    items: {
      textOf: (block) => canonicalJson(block ?? null),
      kindOf,
      profileOf: (block) => new Map([['text', wordsOf(textOf(block))]]),
    },
    deadline,
    path,
    describe,
    show: (block) => block,
    edit: (before, after, here) =>
      isRecord(before) && isRecord(after) ? diffBlock(before, after, here, deadline) : null,
  });

type Block = Record<string, unknown>;

const diffBlock = (from: Block, to: Block, path: string, deadline: Deadline): Partial<Change> | null => {
  const [{ children: inFrom, ...fromRest }, { children: inTo, ...toRest }] = [from, to];
  const { children: properties = [], coarse: isRestCoarse } = diffJson(fromRest, toRest, path, deadline);
  if (isRestCoarse) return null;

  const [fromRuns, toRuns] = [runsOf(from), runsOf(to)];
  if (fromRuns && toRuns) {
    const { parts: plain, coarse } = diffText(textOf(from), textOf(to), deadline);
    const parts = markedParts(plain, fromRuns, toRuns);
    const isShown = properties.length > 0 || parts.some(({ kind }) => kind !== 'same');
    if (!isShown) return null;
    return {
      from,
      to,
      ...(properties.length > 0 && { children: properties }),
      ...(parts.length > 0 && { parts }),
      ...(coarse && { coarse }),
    };
  }
  // A list without items is a list, though it holds no blocks by which one could tell.
  const [isFromText, isToText] = [
    fromRuns !== null && fromRuns.length > 0,
    toRuns !== null && toRuns.length > 0,
  ];
  if (isFromText || isToText || !Array.isArray(inFrom) || !Array.isArray(inTo)) return null;
  return { children: [...properties, ...diffBlocks(inFrom, inTo, `${path}.children`, deadline)] };
};
