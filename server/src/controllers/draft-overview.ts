import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ListedDraft } from '../../../contracts/draft';
import { draftCountsQuery, draftCreatorsQuery, draftsQuery } from '../../../contracts/requests';
import { accessOf } from '../access/access-of';
import { draftRightsOf } from '../access/draft-rights';
import { getService } from '../services';
import type { Caller } from '../services/draft-list';
import type { DraftMark } from '../store/draft-list';
import { trackedTypeOf } from './address';
import type { Context } from './context';
import { parse } from './parse';

/** Drafts across documents, for the admin's own pages. */
const draftOverview = ({ strapi }: { strapi: Core.Strapi }) => {
  const callerOf = (ctx: Context): Caller => ({
    viewer: draftRightsOf(strapi, ctx).viewer,
    accessTo: (uid) => accessOf(strapi, ctx, uid),
    userAbility: ctx.state.userAbility,
  });

  return {
    /** `GET /drafts`: of all documents */
    async list(ctx: Context) {
      const { page, pageSize, ...filter } = parse(draftsQuery, ctx.query);
      const rights = draftRightsOf(strapi, ctx);
      if (!rights.viewer.own && !rights.viewer.peers) throw new errors.ForbiddenError();
      const { drafts, total } = await getService(strapi, 'draft-list').page(
        filter,
        { page, pageSize },
        callerOf(ctx)
      );
      const data: ListedDraft[] = drafts.map(({ draft: stored, title, isOrphan, mayWrite }) => ({
        id: stored.id,
        kind: stored.kind,
        name: stored.name,
        notes: stored.notes,
        creator: stored.actor,
        createdAt: new Date(stored.createdAt).toISOString(),
        updatedAt: new Date(stored.updatedAt).toISOString(),
        lockVersion: stored.lockVersion,
        locales: stored.locales.map(({ locale }) => locale).filter(Boolean),
        documentId: stored.documentId,
        uid: stored.uid,
        title,
        isOrphan,
        isMine: rights.isOwn(stored),
        mayApply: mayWrite && !isOrphan && rights.mayApply(stored),
        mayDelete: rights.mayDelete(stored),
      }));
      return {
        data,
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      };
    },

    /** `GET /drafts/creators`: who made drafts that the caller sees, for a choice. */
    async creators(ctx: Context) {
      const { show } = parse(draftCreatorsQuery, ctx.query);
      return { data: await getService(strapi, 'draft-list').creators({ show }, callerOf(ctx)), meta: {} };
    },

    /** `GET /drafts/counts`: for a list of documents. */
    async counts(ctx: Context) {
      const { uid, documentIds } = parse(draftCountsQuery, ctx.query);
      const { viewer } = draftRightsOf(strapi, ctx);
      const access = accessOf(strapi, ctx, trackedTypeOf(strapi, uid));
      const marks = await getService(strapi, 'drafts').marksOf({ uid, documentIds }, viewer);
      const data: Record<string, { isEdited: boolean; drafts: number }> = {};
      for (const documentId of documentIds) {
        const seen: DraftMark[] = [];
        for (const mark of marks.filter((one) => one.documentId === documentId)) {
          const entity = await access.entityOf({ documentId, locale: mark.locale });
          if (await access.can('read', entity)) seen.push(mark);
        }
        const named = seen.filter(({ kind }) => kind !== 'provisional');
        data[documentId] = {
          isEdited: seen.some(({ kind, changes }) => kind === 'provisional' && changes),
          drafts: new Set(named.map(({ draft: id }) => id)).size,
        };
      }
      return { data, meta: {} };
    },
  };
};

export default draftOverview;
