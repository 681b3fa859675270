import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { hydrate, type Selection } from '../services/hydrate';
import { recordedAmong } from '../store/documents';
import { searchAtMoment } from '../store/revision-search';
import type { Caller } from './caller';
import { localeIn } from './locale-in';
import { selectionOf, type Candidate, type ReadParams } from './reading';
import { GONE, replaceEntries, type Replace } from './replace-entries';
import { revisionCandidates } from './revision-source';

type Entry = Record<string, unknown>;

interface Moment {
  uid: string;
  /** ms since 1970 */
  at: number;
  params: ReadParams;
  answered: unknown;
  caller: Caller;
}

/** Not there then; or never recorded, so that nobody knows. */
type Then = Candidate | 'absent' | 'unknown';

/** What documents were at a time, looked up together where it is known beforehand which they are. */
const createThen = (
  strapi: Core.Strapi,
  { at, params, caller }: Pick<Moment, 'at' | 'params' | 'caller'>
) => {
  const known = new Map<string, Then>();
  const { connection } = getService(strapi, 'store');
  const keyOf = (uid: string, documentId: string, locale: string) => `${uid} ${documentId} ${locale}`;

  const load = async (uid: string, documentIds: string[], locale: string): Promise<void> => {
    const wanted = documentIds.filter((documentId) => !known.has(keyOf(uid, documentId, locale)));
    if (wanted.length === 0) return;
    const published = getService(strapi, 'tracking').hasDraftAndPublish(uid) && params.status !== 'draft';
    const search = { uid, documentIds: wanted, locale, at, published };
    const [found, recorded] = await connection(async (knex) => [
      await searchAtMoment(knex, search, { offset: 0, limit: wanted.length }),
      await recordedAmong(knex, uid, wanted),
    ]);
    for (const documentId of wanted) {
      known.set(keyOf(uid, documentId, locale), recorded.includes(documentId) ? 'absent' : 'unknown');
    }
    for (const candidate of await revisionCandidates(strapi, found, caller)) {
      known.set(keyOf(uid, String(candidate.own.documentId), locale), candidate);
    }
  };

  return {
    load,
    async of(uid: string, documentId: string, locale: string): Promise<Then> {
      await load(uid, [documentId], locale);
      return known.get(keyOf(uid, documentId, locale))!;
    },
  };
};

/**
 * Populated relations as their targets were at a time, as the entries that they are of. A target that was never recorded
 * has not been saved since the plugin came: it is shown as it is, if it was made by then.
 */
export const relationsAtMoment = async (
  strapi: Core.Strapi,
  { uid, at, params, answered, caller }: Moment
): Promise<unknown> => {
  const selection = selectionOf(strapi, uid, params);
  const top = new Set(Array.isArray(answered) ? answered : [answered]);
  const then = createThen(strapi, { at, params, caller });
  const isTarget = (of: string, entry: Entry): boolean =>
    !top.has(entry) &&
    typeof entry.documentId === 'string' &&
    Boolean(getService(strapi, 'tracking').find(of));
  const localeOf = (of: string, { locale }: Entry): Promise<string> =>
    localeIn(strapi, of, locale ?? params.locale);

  const targets = new Map<string, { uid: string; locale: string; documentIds: Set<string> }>();
  const collect: Replace = async (of, entry) => {
    if (!isTarget(of, entry)) return null;
    const locale = await localeOf(of, entry);
    const group = targets.get(`${of} ${locale}`) ?? { uid: of, locale, documentIds: new Set() };
    targets.set(`${of} ${locale}`, group);
    group.documentIds.add(String(entry.documentId));
    return null;
  };
  await replaceEntries(strapi, { uid, value: answered, selection }, collect);
  for (const { uid: of, locale, documentIds } of targets.values()) {
    await then.load(of, [...documentIds], locale);
  }

  return replaceEntries(strapi, { uid, value: answered, selection }, async (of, entry, wanted) => {
    if (!isTarget(of, entry)) return null;
    const found = await then.of(of, String(entry.documentId), await localeOf(of, entry));
    if (found === 'absent') return GONE;
    if (found === 'unknown') return wasMadeBy(entry, at) ? null : GONE;
    return shownAs(strapi, of, found, entry, wanted);
  });
};

const wasMadeBy = ({ createdAt }: Entry, at: number): boolean =>
  createdAt === undefined || createdAt === null || new Date(createdAt as string).getTime() <= at;

/** With the row's id, and no more of its times than was asked for. */
const shownAs = async (
  strapi: Core.Strapi,
  uid: string,
  { content, targets, own }: Candidate,
  entry: Entry,
  selection: Selection
): Promise<Entry> => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const shown = await hydrate(strapi, { content, structure, selection, targets });
  const asked = Object.entries(own).filter(([name]) => Object.hasOwn(entry, name));
  return { ...Object.fromEntries(asked), ...shown, id: entry.id, documentId: entry.documentId };
};
