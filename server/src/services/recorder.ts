import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { Actor, Origin, RevisionAction } from '../../../contracts/revision';
import { decode, encode, isSmall, wantsKeyframe } from '../core/codec/codec';
import { hashOf } from '../core/hash';
import { changedTexts, writeSnapshot, type WrittenSnapshot } from '../core/attribute-texts';
import { changedAttributes, type Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import type { Head } from '../store/reading/assemble';
import { addRevisions, type NewRevision, type RevisionRow } from '../store/revisions';
import { getService } from '.';

/** What is to be recorded of one locale, if it differs from that locale's newest revision. */
export interface Candidate {
  locale: string;
  snapshot: Snapshot;
  /** the locale's newest revision; null where there is none */
  head: Head | null;
  action: RevisionAction;
  /** record it even where nothing changed */
  always?: boolean;
  actor: Actor;
  origin: Origin;
  /** ms since 1970 */
  createdAt: number;
  notes?: string | null;
  restoredFrom?: { id: number; number: number };
  draftName?: string | null;
}

interface Difference {
  written: WrittenSnapshot;
  /** its text as UTF-8 */
  bytes: Buffer;
  hash: string;
  changed: string[];
}

/** Memory for what was recorded lately, in characters of JSON. */
const CACHE_SIZE = 8 * 1024 * 1024;

/** Turns what the database holds into revisions. Everything within the transaction of the save. */
const recorder = ({ strapi }: { strapi: Core.Strapi }) => {
  const { keyframes, schemas, dialect } = getService(strapi, 'store');

  /** The canonical JSON of a stored payload. */
  const textOf = async (
    knex: Knex,
    { keyframeId, payload }: { keyframeId: number | null; payload: Buffer }
  ): Promise<string> => decode(payload, keyframeId === null ? null : await keyframes.get(knex, keyframeId));

  /** What was recorded lately, by its hash: most often the next save is of the same document. */
  const recent = new LRUCache<string, WrittenSnapshot>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ text }) => text.length,
  });

  const headOf = async (trx: Knex.Transaction, head: Head): Promise<WrittenSnapshot> =>
    recent.get(head.hash) ?? writeSnapshot(JSON.parse(await textOf(trx, head)) as Snapshot);

  /** What a candidate changes; null where nothing does. The hash decides, and only where it differs the content is looked at. */
  const difference = async (
    trx: Knex.Transaction,
    structure: Structure,
    { snapshot, head, always }: Candidate
  ): Promise<Difference | null> => {
    // the reader assembles attributes and JSON in sorted order: this text is canonical
    const written = writeSnapshot(snapshot, head ? recent.get(head.hash) : undefined);
    const bytes = Buffer.from(written.text);
    const hash = hashOf(bytes);
    if (head?.hash === hash) return always ? { written, bytes, hash, changed: [] } : null;
    // an attribute that the schema lost is no change of the content
    const changed =
      head && head.action !== 'delete'
        ? changedTexts(await headOf(trx, head), written, structure)
        : changedAttributes(null, snapshot, structure);
    if (changed.length === 0 && head && head.action !== 'delete' && !always) return null;
    return { written, bytes, hash, changed };
  };

  const payloadOf = async (
    trx: Knex.Transaction,
    document: number,
    text: Buffer,
    head: { keyframeId: number | null } | null
  ): Promise<{ keyframeId: number | null; payload: Buffer }> => {
    if (head?.keyframeId) {
      const keyframe = await keyframes.get(trx, head.keyframeId);
      const payload = encode(text, keyframe);
      if (!wantsKeyframe(payload, keyframe)) return { keyframeId: head.keyframeId, payload };
    } else {
      const payload = encode(text, null);
      if (isSmall(payload)) return { keyframeId: null, payload };
    }
    const { id, keyframe } = await keyframes.add(trx, document, text);
    return { keyframeId: id, payload: encode(text, keyframe) };
  };

  return {
    textOf,

    /**
     * Records the candidates that differ from their heads, numbered in their order.
     *
     * @param firstNumber the number that the first revision gets
     * @returns what was recorded; empty where nothing had changed
     */
    async record(
      trx: Knex.Transaction,
      {
        uid,
        structure,
        document,
        firstNumber,
        candidates,
      }: {
        uid: string;
        structure: Structure;
        document: number;
        firstNumber: number;
        candidates: Candidate[];
      }
    ): Promise<RevisionRow[]> {
      const rows: NewRevision[] = [];
      for (const candidate of candidates) {
        const found = await difference(trx, structure, candidate);
        if (!found) continue;
        recent.set(found.hash, found.written);
        const { locale, action, actor, origin, createdAt, notes = null, restoredFrom, draftName } = candidate;
        rows.push({
          document,
          number: firstNumber + rows.length,
          locale,
          action,
          origin,
          actor,
          createdAt,
          changed: found.changed,
          notes,
          draftName: draftName ?? null,
          restoredFrom: restoredFrom?.id ?? null,
          restoredFromNumber: restoredFrom?.number ?? null,
          hash: found.hash,
          schemaId: schemas.idOf(uid),
          ...(await payloadOf(trx, document, found.bytes, candidate.head)),
        });
      }
      const ids = await addRevisions(trx, dialect, rows);
      return rows.map(({ payload: _payload, keyframeId: _keyframe, ...row }, index) => ({
        ...row,
        id: ids[index]!,
        label: null,
        pinned: false,
        newest: row.number,
      }));
    },
  };
};

export default recorder;
