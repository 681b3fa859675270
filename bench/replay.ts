import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {
  encode,
  encodeKeyframe,
  isSmall,
  wantsKeyframe,
  type Keyframe,
} from '../server/src/core/codec/codec';
import { canonicalJson } from '../server/src/core/snapshot';
import type { PageSave } from './tasks';

/** A real edit history, one save a line: what compression is worth on texts that people wrote. */

const DEFAULT = path.join(__dirname, '../../shared/data/docs-history.jsonl.gz');

/** @returns null where there is none */
export const readHistory = (): PageSave[] | null => {
  const file = process.env.BENCH_HISTORY ?? DEFAULT;
  if (!fs.existsSync(file)) {
    if (process.env.BENCH_HISTORY) throw new Error(`BENCH_HISTORY: no file ${file}`);
    return null;
  }
  const bytes = fs.readFileSync(file);
  const text = (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PageSave);
};

export interface StoredBytes {
  revisions: number;
  /** canonical JSON of all revisions, in bytes */
  json: number;
  payloads: number;
  keyframes: number;
}

/** Through the codec, with the recorder's rules for when a keyframe is due; saves that change nothing are none. */
export const replayThroughCodec = (saves: PageSave[]): StoredBytes => {
  const stored: StoredBytes = { revisions: 0, json: 0, payloads: 0, keyframes: 0 };
  const heads = new Map<string, { text: string; keyframe: Keyframe | null }>();
  for (const { slug, data } of saves) {
    const text = canonicalJson(data);
    const head = heads.get(slug);
    if (head?.text === text) continue;

    let keyframe = head?.keyframe ?? null;
    const bytes = Buffer.from(text);
    let payload = encode(bytes, keyframe);
    if (keyframe ? wantsKeyframe(payload, keyframe) : !isSmall(payload)) {
      const made = encodeKeyframe(bytes);
      keyframe = made.keyframe;
      payload = encode(bytes, keyframe);
      stored.keyframes += made.bytes.length;
    }
    stored.revisions += 1;
    stored.json += bytes.length;
    stored.payloads += payload.length;
    heads.set(slug, { text, keyframe });
  }
  return stored;
};
