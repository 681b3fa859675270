import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { hydrate, type Selection } from '../services/hydrate';
import { asRow, rememberOrigin } from './origin';
import { localeIn } from '../services/locale-in';
import { isAsked, selectionOf, type Candidate, type ReadParams, type Source } from './reading';
import { replaceEntries, type Replace } from './replace-entries';
import type { StandIn } from './stand-in';
import { strapisOf } from './strapis-of';

type Entry = Record<string, unknown>;

interface Read {
  uid: string;
  params: ReadParams;
}

const shownAs = async (
  strapi: Core.Strapi,
  { uid }: StandIn['preview'],
  candidate: Candidate,
  selection: Selection
): Promise<Entry> => {
  const { own, words } = candidate;
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const entry = await hydrate(strapi, { ...candidate, structure, selection });
  const shown = { ...own, ...entry, documentId: own.documentId, ...(await words()) };
  return rememberOrigin(strapi, shown, { ...candidate, structure });
};

/**
 * An answer in which what a token shows stands in the place of its document, wherever that appears. A document that is
 * asked for by its id alone, and is not published, is shown by the token all the same.
 */
export const swapPreview = async (
  strapi: Core.Strapi,
  { uid, params }: Read,
  standIn: StandIn,
  result: unknown
): Promise<unknown> => {
  const { preview } = standIn;
  const requested = await localeIn(strapi, preview.uid, params.locale);
  const selection = selectionOf(strapi, uid, params);
  const isAlone = result === null && preview.uid === uid && (await namesIt(strapi, { uid, params }, standIn));
  if (isAlone) {
    const candidate = await standIn.in(requested);
    const shown = candidate && (await shownAs(strapi, preview, candidate, selection));
    return swapNested(strapi, { uid, params }, standIn, shown);
  }
  const replace = putInPlace(strapi, standIn, requested);
  return replaceEntries(strapi, { uid, value: result, selection }, replace);
};

/** An answer that the token itself gave: what it shows is swapped in what is nested only. */
export const swapNested = async (
  strapi: Core.Strapi,
  { uid, params }: Read,
  standIn: StandIn,
  answered: unknown
): Promise<unknown> => {
  const top = new Set(Array.isArray(answered) ? answered : [answered]);
  const replace = putInPlace(strapi, standIn, await localeIn(strapi, standIn.preview.uid, params.locale));
  const selection = selectionOf(strapi, uid, params);
  return replaceEntries(strapi, { uid, value: answered, selection }, async (of, entry, wanted) =>
    top.has(entry) ? null : replace(of, entry, wanted)
  );
};

/**
 * Puts what a token shows in the place of each entry of its document.
 *
 * @param requested the locale of an entry that does not say its own
 */
export const putInPlace =
  (strapi: Core.Strapi, standIn: StandIn, requested: string): Replace =>
  async (uid, entry, selection) => {
    const { preview } = standIn;
    if (uid !== preview.uid || entry.documentId !== preview.documentId) return null;
    const candidate = await standIn.in(entry.locale === undefined ? requested : String(entry.locale ?? ''));
    if (!candidate) return null;
    const shown = await shownAs(strapi, preview, candidate, selection);
    // what the token's maker may not see is as it is for everybody
    const hidden = preview.hidden.map(({ path }) => path);
    const kept = hidden.filter((path) => Object.hasOwn(entry, path));
    return asRow(
      {
        ...shown,
        ...Object.fromEntries(kept.map((name) => [name, entry[name]])),
        ...strapisOf(entry),
      },
      hidden
    );
  };

/** Whether a read that found nothing is of the document itself, and there still is such a document. */
const namesIt = async (
  strapi: Core.Strapi,
  { uid, params }: Read,
  { preview: { documentId } }: StandIn
): Promise<boolean> => {
  if (documentId === null || isAsked(params.filters)) return false;
  const isSingle = (strapi.contentType(uid as never) as { kind?: string }).kind === 'singleType';
  if (!isSingle && params.documentId !== documentId) return false;
  return Boolean(await strapi.db.query(uid as never).findOne({ where: { documentId }, select: ['id'] }));
};

/** What a token shows as the only entry there is: for a read that names the draft or the revision itself. */
export const standInSource = (standIn: StandIn, locale: string | null | undefined): Source => {
  const [first = ''] = standIn.locales;
  const load = async (): Promise<Candidate[]> => {
    const candidate = await standIn.in(locale ?? first);
    return candidate ? [candidate] : [];
  };
  return {
    count: async () => (await load()).length,
    page: async ({ offset, limit }) => (await load()).slice(offset, offset + limit),
  };
};
