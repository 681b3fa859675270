import type { Core } from '@strapi/strapi';
import { accessOf, type AccessContext } from '../access/access-of';
import { hiddenPlaces } from '../access/hidden-places';
import { currentRequest, doorOf } from '../capture/door';
import { adminAction } from '../permissions';
import { getService } from '../services';

interface PreviewParams {
  documentId?: string;
  locale?: string | null;
  status?: string;
}

type Handler = (uid: string, params: PreviewParams & { previewToken: string | null }) => unknown;

const HANDLER = 'admin.preview.config.handler';
const SHARED = 'previewToken';

/** The one that "Share preview" has just made, and wants the site's address for. */
const sharedIn = (strapi: Core.Strapi): string | null => {
  const { originalUrl = '' } = currentRequest(strapi) ?? {};
  return new URLSearchParams(originalUrl.split('?')[1] ?? '').get(SHARED);
};

/** For what the caller has not saved, now or later; null where they may have no such token. */
const tokenOfOwn = async (
  strapi: Core.Strapi,
  uid: string,
  { documentId, locale }: PreviewParams
): Promise<string | null> => {
  const { state } = (currentRequest(strapi) ?? {}) as Partial<AccessContext>;
  const ability = state?.userAbility as { can(action: string): boolean } | undefined;
  const may = (['preview.create', 'draft.create'] as const).every((name) => ability?.can(adminAction(name)));
  if (!state || !may || !documentId || !getService(strapi, 'tracking').find(uid)) return null;
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const of = structure.localized ? (locale ?? '') : '';
  const access = accessOf(strapi, { state }, uid);
  const entity = await access.entityOf({ documentId, locale: of });
  if (!(await access.can('read', entity))) return null;
  const { connection } = getService(strapi, 'store');
  const current = await connection((knex) =>
    getService(strapi, 'draft-looks').readings(
      knex,
      { uid, documentId },
      { locale: of || undefined, heads: false }
    )
  );
  const contents = current.map(({ snapshot }) => snapshot);
  const { token } = await getService(strapi, 'previews').create({
    uid,
    documentId,
    locale: of || null,
    draft: null,
    revision: null,
    hidden: await hiddenPlaces(contents, structure, access, entity),
    actor: doorOf(strapi).actor,
  });
  return token;
};

/**
 * Hands a preview token to the project's preview handler, as `previewToken` among its parameters, so that Strapi's own
 * Preview shows what the editor has not saved. Null where the published version is asked for, or there can be none. To
 * be called in `register`.
 */
export const handTokenToPreview = (strapi: Core.Strapi): void => {
  const handler = strapi.config.get<Handler | undefined>(HANDLER);
  if (typeof handler !== 'function') return;
  const handed: Handler = async (uid, params) => {
    const isOwn = params.status !== 'published';
    const token = sharedIn(strapi) ?? (isOwn ? await tokenOfOwn(strapi, uid, params) : null);
    return handler(uid, { ...params, previewToken: token });
  };
  strapi.config.set(HANDLER, handed);
};
