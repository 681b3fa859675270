import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { applySegments, diffSegments, unusedSegments, type Op } from './segments';

/**
 * How a snapshot's canonical JSON becomes the bytes of a payload, and back. See README.md beside this file.
 */

/** A full text that payloads are written against. */
export interface Keyframe {
  /** UTF-8 */
  text: Buffer;
  /** its own length when compressed alone: the yardstick for when a new one is due */
  compressedLength: number;
}

const LEVEL = 3;
/** Deflate looks back 32 KB at most. */
const WINDOW = 32 * 1024;
/** A payload above this share of the keyframe's own length asks for a new keyframe … */
const NEW_KEYFRAME_RATIO = 0.3;
/** … unless it is this small anyway, in bytes. */
const SMALL = 384;
/** What changed is no longer than this, in bytes: deflate would save a few of them and take most of the time. */
const TINY = 64;

/** The first byte of a payload. */
const ALONE = 0;
const TRIMMED = 1;
const SEGMENTS = 2;
const VERBATIM = 3;
/** Then, against a keyframe: how many bytes of its beginning and of its end are kept. */
const HEADER = 9;

const deflate = (bytes: Buffer, dictionary?: Buffer): Buffer =>
  deflateRawSync(bytes, dictionary?.length ? { level: LEVEL, dictionary } : { level: LEVEL });

const inflate = (bytes: Buffer, dictionary?: Buffer): Buffer =>
  inflateRawSync(bytes, dictionary?.length ? { dictionary } : {});

/** Bytes as characters, one to one: pieces may begin or end within a letter of several bytes. */
const characters = (bytes: Buffer): string => bytes.toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** @param text canonical JSON, UTF-8 */
export const encodeKeyframe = (text: Buffer): { bytes: Buffer; keyframe: Keyframe } => {
  const bytes = deflate(text);
  return { bytes, keyframe: { text, compressedLength: bytes.length } };
};

export const decodeKeyframe = (bytes: Buffer): Keyframe => ({
  text: inflate(bytes),
  compressedLength: bytes.length,
});

/** Whether a text is so short that a keyframe of its own would cost more than it saves. */
export const isSmall = (payload: Buffer): boolean => payload.length <= SMALL;

/** Whether a payload differs so much from its keyframe that the next ones want a new one. */
export const wantsKeyframe = (payload: Buffer, keyframe: Keyframe): boolean =>
  !isSmall(payload) && payload.length > keyframe.compressedLength * NEW_KEYFRAME_RATIO;

/**
 * @param text canonical JSON, UTF-8
 * @param keyframe what to write it against; null: alone
 */
export const encode = (text: Buffer, keyframe: Keyframe | null): Buffer => {
  if (!keyframe) return Buffer.concat([Buffer.of(ALONE), deflate(text)]);

  const { prefix, suffix } = sharedEnds(keyframe.text, text);
  const middle = text.subarray(prefix, text.length - suffix);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(prefix, 1);
  header.writeUInt32BE(suffix, 5);
  const old = keyframe.text.subarray(prefix, keyframe.text.length - suffix);

  if (middle.length <= TINY) {
    header[0] = VERBATIM;
    return Buffer.concat([header, middle]);
  }
  if (middle.length <= WINDOW || old.length <= WINDOW) {
    header[0] = TRIMMED;
    return Buffer.concat([header, deflate(middle, neighbourhood(keyframe.text, prefix, suffix))]);
  }
  header[0] = SEGMENTS;
  const { ops, literal, unused } = diffSegments(characters(old), characters(middle));
  const head = deflate(Buffer.from(JSON.stringify(ops)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([header, length, head, deflate(bytesOf(literal), tail(bytesOf(unused)))]);
};

/** @throws where the bytes are not what {@link encode} made, or the keyframe is another */
export const decode = (payload: Buffer, keyframe: Keyframe | null): string => {
  const tag = payload[0];
  if (tag === ALONE) return inflate(payload.subarray(1)).toString();
  if (tag !== TRIMMED && tag !== SEGMENTS && tag !== VERBATIM) {
    throw new Error(`Unknown payload encoding ${tag}; a newer version of the plugin may have written it`);
  }
  if (!keyframe) throw new Error('The payload needs its keyframe, which is missing');

  const { text } = keyframe;
  const [prefix, suffix] = [payload.readUInt32BE(1), payload.readUInt32BE(5)];
  const body = payload.subarray(HEADER);
  return Buffer.concat([
    text.subarray(0, prefix),
    decodeMiddle(tag, body, { text, prefix, suffix }),
    text.subarray(text.length - suffix),
  ]).toString();
};

const decodeMiddle = (
  tag: number,
  body: Buffer,
  { text, prefix, suffix }: { text: Buffer; prefix: number; suffix: number }
): Buffer => {
  if (tag === VERBATIM) return body;
  if (tag === TRIMMED) return inflate(body, neighbourhood(text, prefix, suffix));
  return decodeSegments(body, text.subarray(prefix, text.length - suffix));
};

const decodeSegments = (body: Buffer, old: Buffer): Buffer => {
  const end = 4 + body.readUInt32BE(0);
  const ops = JSON.parse(inflate(body.subarray(4, end)).toString()) as Op[];
  const known = characters(old);
  const literal = inflate(body.subarray(end), tail(bytesOf(unusedSegments(known, ops))));
  return bytesOf(applySegments(known, ops, characters(literal)));
};

/** How many bytes two texts have in common at their beginnings and, beyond those, at their ends. */
const sharedEnds = (a: Buffer, b: Buffer): { prefix: number; suffix: number } => {
  const most = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix + STEP <= most && sameBytes(a, prefix, b, prefix)) prefix += STEP;
  while (prefix < most && a[prefix] === b[prefix]) prefix += 1;
  let suffix = 0;
  const left = most - prefix;
  while (suffix + STEP <= left && sameBytes(a, a.length - suffix - STEP, b, b.length - suffix - STEP))
    suffix += STEP;
  while (suffix < left && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix += 1;
  return { prefix, suffix };
};

/** Most of two texts is the same: that is seen this many bytes at a time. */
const STEP = 512;
const sameBytes = (a: Buffer, from: number, b: Buffer, at: number): boolean =>
  a.compare(b, at, at + STEP, from, from + STEP) === 0;

/** What of a keyframe is likeliest to recur in the changed middle: the part that it replaces, and what is around it. */
const neighbourhood = (text: Buffer, prefix: number, suffix: number): Buffer => {
  const end = text.length - suffix;
  const around = Math.max(0, Math.floor((WINDOW - (end - prefix)) / 2));
  const to = Math.min(text.length, end + around);
  return tail(text.subarray(Math.max(0, prefix - around), to));
};

const tail = (bytes: Buffer): Buffer => bytes.subarray(Math.max(0, bytes.length - WINDOW));
