import { createHash } from 'node:crypto';

/**
 * sha-256 of a snapshot's canonical JSON, base64url: tells "nothing changed" without decoding, and proves integrity.
 *
 * @param canonicalJson as text, or its UTF-8 where that is at hand
 */
export const hashOf = (canonicalJson: string | Buffer): string =>
  createHash('sha256').update(canonicalJson).digest('base64url');
