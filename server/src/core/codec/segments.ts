/**
 * A text larger than deflate's window (32 KB) finds little of itself in a dictionary. Such a text is cut where JSON
 * and line breaks cut it, and written as runs of the keyframe's pieces plus what is new.
 */

/** `[first piece, count]` of the keyframe, or the length in characters of the next literal. */
export type Op = [start: number, count: number] | number;

const CUT = /(?<=[}\]"],|\\n)/;

const pieces = (text: string): string[] => text.split(CUT);

/** @returns the ops, all literals joined, and the keyframe's pieces that no run copies (likely kin of the literals) */
export const diffSegments = (
  keyframe: string,
  text: string
): { ops: Op[]; literal: string; unused: string } => {
  const known = pieces(keyframe);
  const places = new Map<string, number[]>();
  known.forEach((piece, index) => {
    const list = places.get(piece);
    if (list) list.push(index);
    else places.set(piece, [index]);
  });

  const ops: Op[] = [];
  const literals: string[] = [];
  let next = 0;
  for (const piece of pieces(text)) {
    const last = ops.at(-1);
    if (Array.isArray(last) && known[last[0] + last[1]] === piece) {
      last[1] += 1;
      next = last[0] + last[1];
      continue;
    }
    const list = places.get(piece);
    if (list) {
      const start = list[nextIndex(list, next)]!;
      ops.push([start, 1]);
      next = start + 1;
    } else {
      literals.push(piece);
      if (typeof last === 'number') ops[ops.length - 1] = last + piece.length;
      else ops.push(piece.length);
    }
  }
  return { ops, literal: literals.join(''), unused: unusedPieces(known, ops) };
};

export const applySegments = (keyframe: string, ops: Op[], literal: string): string => {
  const known = pieces(keyframe);
  let at = 0;
  return ops
    .map((op) => {
      if (Array.isArray(op)) return known.slice(op[0], op[0] + op[1]).join('');
      at += op;
      return literal.slice(at - op, at);
    })
    .join('');
};

/** The pieces that no op copies, in order: the same for writer and reader, so they can prime both. */
export const unusedSegments = (keyframe: string, ops: Op[]): string => unusedPieces(pieces(keyframe), ops);

const unusedPieces = (known: string[], ops: Op[]): string => {
  const used = new Uint8Array(known.length);
  for (const op of ops) if (Array.isArray(op)) used.fill(1, op[0], op[0] + op[1]);
  return known.filter((_, index) => !used[index]).join('');
};

/** Index in an ascending list of the first place at or after `from`, or of the first place of all. */
const nextIndex = (list: number[], from: number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low === list.length ? 0 : low;
};
