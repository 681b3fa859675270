import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { applySegments, diffSegments, unusedSegments, type Op } from './segments';

/**
 * How a snapshot's canonical JSON becomes the bytes of a payload, and back. See README.md beside this file.
 */

/** A full text that payloads are compressed against. */
export interface Keyframe {
  text: string;
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

const ALONE = 0;
const DICTIONARY = 1;
const SEGMENTS = 2;

const deflate = (text: string, dictionary?: string): Buffer =>
  deflateRawSync(Buffer.from(text), { level: LEVEL, ...(dictionary && { dictionary: tail(dictionary) }) });

const inflate = (bytes: Buffer, dictionary?: string): string =>
  inflateRawSync(bytes, dictionary ? { dictionary: tail(dictionary) } : {}).toString();

const tail = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return bytes.length > WINDOW ? bytes.subarray(bytes.length - WINDOW) : bytes;
};

export const encodeKeyframe = (text: string): { bytes: Buffer; keyframe: Keyframe } => {
  const bytes = deflate(text);
  return { bytes, keyframe: { text, compressedLength: bytes.length } };
};

export const decodeKeyframe = (bytes: Buffer): Keyframe => ({
  text: inflate(bytes),
  compressedLength: bytes.length,
});

/** Whether a text is so short that a keyframe of its own would cost more than it saves. */
export const isSmall = (bytes: Buffer): boolean => bytes.length <= SMALL;

/**
 * @param text canonical JSON
 * @param keyframe what to compress against; null: alone
 */
export const encode = (text: string, keyframe: Keyframe | null): Buffer => {
  if (!keyframe) return tagged(ALONE, deflate(text));
  if (Buffer.byteLength(keyframe.text) <= WINDOW) return tagged(DICTIONARY, deflate(text, keyframe.text));
  const { ops, literal, unused } = diffSegments(keyframe.text, text);
  const head = deflate(JSON.stringify(ops));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return tagged(SEGMENTS, Buffer.concat([length, head, deflate(literal, unused || undefined)]));
};

/** @throws where the bytes are not what {@link encode} made, or the keyframe is another */
export const decode = (payload: Buffer, keyframe: Keyframe | null): string => {
  const body = payload.subarray(1);
  switch (payload[0]) {
    case ALONE:
      return inflate(body);
    case DICTIONARY:
      return inflate(body, needed(keyframe).text);
    case SEGMENTS: {
      const { text } = needed(keyframe);
      const end = 4 + body.readUInt32BE(0);
      const ops = JSON.parse(inflate(body.subarray(4, end))) as Op[];
      return applySegments(text, ops, inflate(body.subarray(end), unusedSegments(text, ops) || undefined));
    }
    default:
      throw new Error(
        `Unknown payload encoding ${payload[0]}; a newer version of the plugin may have written it`
      );
  }
};

/** Whether a payload differs so much from its keyframe that the next ones want a new one. */
export const wantsKeyframe = (payload: Buffer, keyframe: Keyframe): boolean =>
  payload.length > SMALL && payload.length > keyframe.compressedLength * NEW_KEYFRAME_RATIO;

const tagged = (tag: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.of(tag), bytes]);

const needed = (keyframe: Keyframe | null): Keyframe => {
  if (!keyframe) throw new Error('The payload needs its keyframe, which is missing');
  return keyframe;
};
