import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { hydrate, type Selection } from '../services/hydrate';
import { asRow, rememberOrigin } from './origin';
import { localeIn } from './locale-in';
import { isAsked, selectionOf, type Candidate, type ReadParams, type Source } from './reading';
import { replaceEntries } from './replace-entries';
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
  { content, targets, own, words }: Candidate,
  selection: Selection
): Promise<Entry> => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const entry = await hydrate(strapi, { content, structure, selection, targets });
  const shown = { ...own, ...entry, documentId: own.documentId, ...(await words()) };
  return rememberOrigin(strapi, shown, { content, structure, targets });
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
    return candidate && shownAs(strapi, preview, candidate, selection);
  }
  return replaceEntries(strapi, { uid, value: result, selection }, async (of, entry, wanted) => {
    if (of !== preview.uid || entry.documentId !== preview.documentId) return null;
    const candidate = await standIn.in(entry.locale === undefined ? requested : String(entry.locale ?? ''));
    if (!candidate) return null;
    const shown = await shownAs(strapi, preview, candidate, wanted);
    // what the token's maker may not see is as it is for everybody
    const kept = preview.hidden.flatMap(({ path }) => (Object.hasOwn(entry, path) ? [path] : []));
    return asRow({
      ...shown,
      ...Object.fromEntries(kept.map((name) => [name, entry[name]])),
      ...strapisOf(entry),
    });
  });
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
