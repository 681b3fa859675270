import { createHash } from 'node:crypto';

/** sha-256 of a snapshot's canonical JSON, base64url: tells "nothing changed" without decoding, and proves integrity. */
export const hashOf = (canonicalJson: string): string =>
  createHash('sha256').update(canonicalJson).digest('base64url');
