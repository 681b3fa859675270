import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { contentAt, placesIn } from '../core/visible-content';
import { getService } from '../services';
import { findDraft } from '../store/drafts';
import { findWholeRevision } from '../store/revisions';
import type { PreviewRow } from '../store/preview-tokens';
import { callerOf, type Caller } from './caller';
import { draftCandidates } from './draft-source';
import type { Candidate } from './reading';
import { revisionCandidates } from './revision-source';

/** What a preview token shows in the place of its document. */
export interface StandIn {
  preview: PreviewRow;
  /** '' where the type has none */
  locales: string[];
  /** In one locale ('' where the type has none); null where the token shows nothing there. */
  in(locale: string): Promise<Candidate | null>;
}

/** @throws ForbiddenError where the token is none (any more), or what it showed is gone */
export const standInOf = async (strapi: Core.Strapi, token: string): Promise<StandIn> => {
  const preview = await getService(strapi, 'previews').find(token);
  const isTracked = preview !== null && getService(strapi, 'tracking').find(preview.uid) !== null;
  const shown = isTracked && (await shownBy(preview)(strapi, preview, callerOf(strapi, preview.uid)));
  // unknown, ended and revoked look alike
  if (!shown) throw new errors.ForbiddenError('previewToken: there is no such preview, or it has ended');

  const { structure } = getService(strapi, 'tracking').reader(preview.uid)!;
  const hidden = new Set(preview.hidden.map(({ path, target }) => `${path} ${target}`));
  const find = async (locale: string): Promise<Candidate | null> => {
    const candidate = await shown.in(locale);
    if (!candidate || hidden.size === 0) return candidate;
    const places = placesIn(candidate.content, structure).filter(
      ({ path, target }) => !hidden.has(`${path} ${target}`)
    );
    return { ...candidate, content: contentAt(candidate.content, structure, places) };
  };
  // the document may appear in an answer many times
  const known = new Map<string, Promise<Candidate | null>>();
  return {
    preview,
    locales: preview.locale === null ? shown.locales : [preview.locale],
    async in(locale) {
      if (preview.locale !== null && preview.locale !== locale) return null;
      const found = known.get(locale) ?? find(locale);
      known.set(locale, found);
      return found;
    },
  };
};

type Shown = Pick<StandIn, 'locales' | 'in'>;

const shownBy = ({ draft, revision }: PreviewRow) => {
  if (draft !== null) return ofDraft;
  return revision === null ? ofProvisional : ofRevision;
};

/** What its maker has not saved at the moment: the token outlives it, and shows nothing in between. */
const ofProvisional = async (
  strapi: Core.Strapi,
  preview: PreviewRow,
  caller: Caller
): Promise<Shown | null> => {
  const { uid, documentId, actor } = preview;
  if (documentId === null) return null;
  const own = await getService(strapi, 'drafts').provisionalOf({ uid, documentId, actor });
  const shown = own && (await ofDraft(strapi, { ...preview, draft: own.id, createdAt: Infinity }, caller));
  return shown ?? { locales: [], in: async () => null };
};

const ofDraft = async (
  strapi: Core.Strapi,
  { draft: id, uid, createdAt }: PreviewRow,
  caller: Caller
): Promise<Shown | null> => {
  const { connection, dialect } = getService(strapi, 'store');
  const stored = await connection((knex) => findDraft(knex, dialect, id!));
  // a database that gives ids away again must not give what they opened with them
  if (!stored || stored.uid !== uid || stored.createdAt > createdAt) return null;
  const show = async (locale: string): Promise<Candidate | null> => {
    const { draft, look } = await getService(strapi, 'draft-looks').in(stored, locale);
    if (look.modified.length === 0 && !draft.locales.some((row) => row.locale === locale)) return null;
    const [candidate] = await draftCandidates(strapi, uid, [{ draft, look }], caller);
    return candidate!;
  };
  return { locales: stored.locales.map(({ locale }) => locale), in: show };
};

const ofRevision = async (
  strapi: Core.Strapi,
  { revision: id, uid, createdAt }: PreviewRow,
  caller: Caller
): Promise<Shown | null> => {
  const { connection } = getService(strapi, 'store');
  const found = await connection((knex) => findWholeRevision(knex, id!));
  if (!found || found.document.uid !== uid || found.row.createdAt > createdAt) return null;
  const show = async (locale: string): Promise<Candidate | null> => {
    if (found.row.locale !== locale) return null;
    const [candidate] = await revisionCandidates(strapi, [found], caller);
    return candidate!;
  };
  return { locales: [found.row.locale], in: show };
};
