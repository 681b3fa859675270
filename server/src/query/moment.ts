import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { recordedAmong } from '../store/documents';
import { searchAtMoment } from '../store/revision-search';
import { callerOf } from './caller';
import { createLinks } from './links';
import { localeIn } from '../services/locale-in';
import type { Candidate, ReadParams } from './reading';
import { GONE } from './replace-entries';
import { revisionCandidates } from './revision-source';

type Entry = Record<string, unknown>;

/** Not there then; or never recorded, so that nobody knows. */
type Then = Candidate | 'absent' | 'unknown';

interface Group {
  uid: string;
  locale: string;
  documentIds: Set<string>;
}

/** What documents were at a time. */
export interface Moment {
  /**
   * What an entry's document was.
   *
   * @returns null where the entry stays as it is, GONE where there was no such document
   */
  of(uid: string, entry: Entry): Promise<Candidate | typeof GONE | null>;
  /** A document as it was, able to tell its links. */
  withLinks(uid: string, candidate: Candidate): Candidate;
}

/**
 * Documents that are asked for together are looked up together, each once.
 *
 * @param at ms since 1970
 * @param read what the read asks for: of its `status`, and of its `locale` where an entry has none
 */
export const createMoment = (
  strapi: Core.Strapi,
  at: number,
  { status, locale: asked }: Pick<ReadParams, 'status' | 'locale'>
): Moment => {
  const known = new Map<string, Promise<Then>>();
  let pending = new Map<string, Group>();
  let looking: Promise<Map<string, Then>> | undefined;
  const { connection } = getService(strapi, 'store');
  const tracking = getService(strapi, 'tracking');
  const keyOf = (uid: string, documentId: string, locale: string) => `${uid} ${documentId} ${locale}`;

  const find = async ({ uid, locale, documentIds }: Group, found: Map<string, Then>): Promise<void> => {
    const wanted = [...documentIds];
    const published = tracking.hasDraftAndPublish(uid) && status !== 'draft';
    const search = { uid, documentIds: wanted, locale, at, published };
    const [revisions, recorded] = await connection(async (knex) => [
      await searchAtMoment(knex, search, { offset: 0, limit: wanted.length }),
      await recordedAmong(knex, uid, wanted),
    ]);
    const isRecorded = new Set(recorded);
    for (const documentId of wanted) {
      found.set(keyOf(uid, documentId, locale), isRecorded.has(documentId) ? 'absent' : 'unknown');
    }
    for (const candidate of await revisionCandidates(strapi, revisions, callerOf(strapi, uid))) {
      found.set(keyOf(uid, String(candidate.own.documentId), locale), moment.withLinks(uid, candidate));
    }
  };

  const look = async (): Promise<Map<string, Then>> => {
    await new Promise((resolve) => setImmediate(resolve));
    const groups = pending;
    pending = new Map();
    looking = undefined;
    const found = new Map<string, Then>();
    // one after the other: within a transaction there is but one connection
    for (const group of groups.values()) await find(group, found);
    return found;
  };

  const then = (uid: string, documentId: string, locale: string): Promise<Then> => {
    const key = keyOf(uid, documentId, locale);
    let answer = known.get(key);
    if (!answer) {
      const group = pending.get(`${uid} ${locale}`) ?? { uid, locale, documentIds: new Set() };
      pending.set(`${uid} ${locale}`, group);
      group.documentIds.add(documentId);
      looking ??= look();
      answer = looking.then((found) => found.get(key)!);
      known.set(key, answer);
    }
    return answer;
  };

  const moment: Moment = {
    async of(uid, entry) {
      if (typeof entry.documentId !== 'string' || !tracking.find(uid)) return null;
      const locale = await localeIn(strapi, uid, entry.locale ?? asked);
      const found = await then(uid, entry.documentId, locale);
      if (found === 'absent') return GONE;
      if (found === 'unknown') return wasMadeBy(entry, at) ? null : GONE;
      return found;
    },

    withLinks: (uid, candidate) => ({
      ...candidate,
      linked: (names) => links(uid, candidate, names),
    }),
  };
  const links = createLinks(strapi, { at, status });
  return moment;
};

const wasMadeBy = ({ createdAt }: Entry, at: number): boolean =>
  createdAt === undefined || createdAt === null || new Date(createdAt as string).getTime() <= at;
