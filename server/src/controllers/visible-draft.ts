import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { accessOf } from '../access/access-of';
import { draftRightsOf, type DraftRights } from '../access/draft-rights';
import { getService } from '../services';
import type { StoredDraft } from '../store/drafts';
import type { Context } from './context';

export interface VisibleDraft {
  draft: StoredDraft;
  rights: DraftRights;
  access: Access;
  /** Its locales that the caller may read, with what conditions may look at; of a new one that it may be made. */
  entities: Map<string, Entity>;
}

/** The locales of a draft that the caller may read; where there is no document yet, in which they may make one. */
export const readableLocalesOf = async (
  access: Access,
  { documentId, locales }: Pick<StoredDraft, 'documentId' | 'locales'>,
  isOwn: boolean
): Promise<Map<string, Entity>> => {
  const readable = new Map<string, Entity>();
  for (const { locale } of locales) {
    const entity = await access.entityOf({ documentId: documentId ?? '', locale });
    // what somebody typed before there is a document is theirs to see
    const isReadable = documentId === null && isOwn ? true : await access.can('read', entity);
    if (isReadable) readable.set(locale, entity);
  }
  return readable;
};

/**
 * A draft, if the caller may see it, and read the document it is of. What it is asked of is the row, never what the
 * request says about it.
 *
 * @throws NotFoundError: unknown and not visible look alike
 */
export const loadVisibleDraft = async (
  strapi: Core.Strapi,
  ctx: Context,
  id: number
): Promise<VisibleDraft> => {
  const rights = draftRightsOf(strapi, ctx);
  const draft = await getService(strapi, 'drafts').find(id);
  if (draft && rights.sees(draft) && getService(strapi, 'tracking').find(draft.uid)) {
    const access = accessOf(strapi, ctx, draft.uid);
    const entities = await readableLocalesOf(access, draft, rights.isOwn(draft));
    if (entities.size > 0) return { draft, rights, access, entities };
  }
  throw new errors.NotFoundError(`No draft ${id}`);
};
