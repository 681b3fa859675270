import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  annotateBody,
  compareQuery,
  listQuery,
  restoreBody,
  stateQuery,
  type StateRef,
} from '../../../contracts/requests';
import type { ComparedState, Comparison } from '../../../contracts/compare';
import { ACTIONS, type Revision } from '../../../contracts/revision';
import type { Access, Entity } from '../access/access';
import { accessOf } from '../access/access-of';
import { draftRightsOf } from '../access/draft-rights';
import { isGranted } from '../access/is-granted';
import { adminAction, type AdminAction } from '../permissions';
import { getService } from '../services';
import type { RevisionContent } from '../services/content';
import type { Side } from '../services/comparison';
import { hydrate } from '../services/hydrate';
import type { State } from '../services/states';
import type { Viewer } from '../store/draft-viewer';
import { InvalidDocumentError } from '../services/invalid-document';
import { localeOf, typeOf } from './address';
import type { Context } from './context';
import { loadVisibleDraft } from './visible-draft';
import { loadVisibleRevision } from './visible-revision';
import { parse, parseId, unwrap } from './parse';

/** Revisions over HTTP: the same handlers behind the admin API and the content API. */
const revision = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What a caller may not see of a revision's own words: names of attributes that are not theirs to read. */
  const forCaller = async (access: Access, entity: Entity, view: Revision): Promise<Revision> => ({
    ...view,
    changed: await access.readable(view.changed, entity),
  });

  /** The revision that a request names. @throws NotFoundError */
  const visible = (ctx: Context) => loadVisibleRevision(strapi, ctx, parseId(ctx.params.id));

  /**
   * The locales of a document whose revisions the caller may read, each with what conditions may look at, and whether
   * these are all that have any.
   *
   * @param locale only this one; absent: all that have revisions
   * @throws ForbiddenError where there are revisions, and none that the caller may read
   */
  const readableLocales = async (
    access: Access,
    { uid, documentId }: { uid: string; documentId: string },
    locale?: string
  ): Promise<{ entities: Map<string, Entity>; areAll: boolean }> => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    const ofAll = locale === undefined || !structure.localized;
    const wanted = ofAll ? await getService(strapi, 'revisions').localesOf({ uid, documentId }) : [locale];
    const readable = new Map<string, Entity>();
    for (const candidate of wanted) {
      const entity = await access.entityOf({ documentId, locale: candidate });
      if (await access.can('read', entity)) readable.set(candidate, entity);
    }
    if (wanted.length > 0 && readable.size === 0) throw new errors.ForbiddenError();
    return { entities: readable, areAll: ofAll && readable.size === wanted.length };
  };

  /** The drafts of a document in whose locales there is one that the caller may read. */
  const countDrafts = async (
    { uid, documentId }: { uid: string; documentId: string },
    viewer: Viewer,
    access: Access
  ): Promise<number> => {
    const marks = await getService(strapi, 'drafts').marksOf({ uid, documentIds: [documentId] }, viewer);
    const seen = new Set<number>();
    for (const { draft, locale } of marks) {
      const isSeen =
        seen.has(draft) || (await access.can('read', await access.entityOf({ documentId, locale })));
      if (isSeen) seen.add(draft);
    }
    return seen.size;
  };

  const describe = async ({ row, document }: RevisionContent): Promise<Revision> => {
    const [view] = await getService(strapi, 'revisions').describe([row], document);
    return view!;
  };

  return {
    /** `GET /documents/:uid/:documentId/revisions` */
    async find(ctx: Context) {
      const uid = typeOf(strapi, ctx.params.uid!);
      const { locale, page, pageSize, creator, action } = parse(listQuery, ctx.query);
      const documentId = ctx.params.documentId!;
      const access = accessOf(strapi, ctx, uid);
      const { entities, areAll } = await readableLocales(access, { uid, documentId }, locale);
      const { revisions, total } = await getService(strapi, 'revisions').list(
        {
          uid,
          documentId,
          // without a filter nothing is counted
          locales: areAll ? undefined : [...entities.keys()],
          actor: actorOf(creator),
          actions: actionsOf(action),
        },
        { page, pageSize }
      );
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      // a locale that came in between was not looked at
      const seen = revisions.filter((view) => entities.has(view.locale ?? ''));
      const data = await Promise.all(
        seen.map((view) => forCaller(access, entities.get(view.locale ?? '')!, view))
      );
      return { data, meta: { pagination } };
    },

    /** `GET /documents/:uid/:documentId/state` */
    async state(ctx: Context) {
      const uid = typeOf(strapi, ctx.params.uid!);
      const query = parse(stateQuery, ctx.query);
      const documentId = ctx.params.documentId!;
      const locale = await localeOf(strapi, uid, query.locale);
      const access = accessOf(strapi, ctx, uid);
      const entity = await access.entityOf({ documentId, locale });
      if (!(await access.can('read', entity))) throw new errors.ForbiddenError();

      const counted = query.locale === undefined ? undefined : locale;
      const { viewer } = draftRightsOf(strapi, ctx);
      const isAdmin = ctx.state.route?.info?.type === 'admin';
      const seesDrafts = isAdmin || (await isGranted(strapi, ctx.state.auth, DRAFT_FIND));
      const drafts = seesDrafts ? await countDrafts({ uid, documentId }, viewer, access) : 0;
      const state = await getService(strapi, 'revisions').state({ uid, documentId, locale, counted, drafts });
      if (!state) throw new errors.NotFoundError(`No document "${documentId}"`);
      const readable =
        state.changedLocales.length > 0
          ? (await readableLocales(access, { uid, documentId })).entities
          : null;
      const see = (view: Revision | null) => view && forCaller(access, entity, view);
      return {
        data: {
          ...state,
          currentRevision: await see(state.currentRevision),
          publishedRevision: await see(state.publishedRevision),
          changedLocales: state.changedLocales.filter(
            (code) => (code ?? '') === locale || readable?.has(code ?? '')
          ),
        },
        meta: {},
      };
    },

    /** `GET /documents/:uid/:documentId/compare` */
    async compare(ctx: Context) {
      const uid = typeOf(strapi, ctx.params.uid!);
      const query = parse(compareQuery, ctx.query);
      await demandComparing(strapi, ctx, query);
      const documentId = ctx.params.documentId!;
      const accesses = new Map<string, Access>();
      const accessTo = (type: string): Access => {
        const access = accesses.get(type) ?? accessOf(strapi, ctx, type);
        accesses.set(type, access);
        return access;
      };
      const access = accessTo(uid);
      const comparison = getService(strapi, 'comparison');
      const states = await comparison.find({
        ...query,
        uid,
        documentId,
        draft: async (id) => (await loadVisibleDraft(strapi, ctx, id)).draft,
      });
      const sideOf = async (state: State): Promise<Side> => {
        const entity = await access.entityOf({ documentId, locale: state.locale });
        if (!(await access.can('read', entity))) throw new errors.ForbiddenError();
        return { state, entity };
      };
      const from = await sideOf(states.from);
      const to = await sideOf(states.to);
      const describeSide = async ({ state, entity }: Side): Promise<ComparedState> => {
        const { ref, revision: row, locale, draft, isOrphan = false } = state;
        const [view] = row ? await getService(strapi, 'revisions').describe([row], { uid, documentId }) : [];
        return {
          ref,
          revision: view ? await forCaller(access, entity, view) : null,
          draft: draft ? { id: draft.id, kind: draft.kind, name: draft.name, isOrphan } : null,
          locale: locale || null,
        };
      };
      const data: Comparison = {
        from: await describeSide(from),
        to: await describeSide(to),
        changes: await comparison.changes(uid, { from, to }, accessTo),
      };
      return { data, meta: {} };
    },

    /** `GET /documents/:uid/:documentId/editors`: who made revisions of a document, for a choice. Admin only. */
    async editors(ctx: Context) {
      const uid = typeOf(strapi, ctx.params.uid!);
      const documentId = ctx.params.documentId!;
      const access = accessOf(strapi, ctx, uid);
      const { entities } = await readableLocales(access, { uid, documentId });
      const locales = [...entities.keys()];
      return { data: await getService(strapi, 'revisions').actors({ uid, documentId, locales }), meta: {} };
    },

    /** `GET /tracked`: uids of the content types whose documents are recorded, and which save into drafts. Admin only. */
    tracked() {
      const { all, config } = getService(strapi, 'tracking');
      const autosave = all().filter(({ autosaveDrafts }) => autosaveDrafts);
      return {
        data: all().map(({ uid }) => uid),
        meta: { autosave: autosave.map(({ uid }) => uid), autosaveDelay: config.autosaveDelay },
      };
    },

    /** `GET /revisions/:id` */
    async findOne(ctx: Context) {
      const { found, access, entity } = await visible(ctx);
      const { structure, content, targets, document, row, missing, dropped, added } = found;
      const { fields, populate } = ctx.query;
      const asked = fields !== undefined || populate !== undefined;
      const query = asked ? await access.sanitizeQuery({ fields, populate }, entity) : {};
      // without a wish of the caller's a revision comes whole
      const selection = asked
        ? { populate: {}, ...(strapi.get('query-params').transform(document.uid, query) as object) }
        : {};
      const filled = await hydrate(strapi, { content, structure, selection, targets });
      const view = await forCaller(access, entity, await describe(found));
      const data = await access.sanitize({
        ...filled,
        documentId: document.documentId,
        locale: row.locale || null,
      });
      const meta = {
        missing: await access.readable(missing, entity),
        dropped: await access.readable(dropped, entity),
        added: await access.readable(added, entity),
      };
      return { data: { ...data, _revision: { ...view, missing: meta.missing } }, meta };
    },

    /** `PUT /revisions/:id` */
    async annotate(ctx: Context) {
      const { found, access, entity } = await visible(ctx);
      const { label, notes, pinned } = parse(annotateBody, unwrap(ctx.request.body));
      await getService(strapi, 'revisions').annotate(found.row.id, {
        ...(label !== undefined && { label: label || null }),
        ...(notes !== undefined && { notes: notes?.trim() || null }),
        ...(pinned !== undefined && { pinned }),
      });
      const row = await getService(strapi, 'revisions').find(found.row.id);
      const view = await describe({ ...found, row: row! });
      return { data: await forCaller(access, entity, view), meta: {} };
    },

    /** `POST /revisions/:id/restore` */
    async restore(ctx: Context) {
      const { found, access, entity } = await visible(ctx);
      const body = parse(restoreBody, unwrap(ctx.request.body));
      try {
        const { result, meta } = await getService(strapi, 'restore').run({
          ...body,
          revision: found,
          access,
        });
        const view = result.revision && (await forCaller(access, entity, result.revision));
        return { data: { ...result, revision: view }, meta };
      } catch (error) {
        if (!(error instanceof InvalidDocumentError)) throw error;
        const { name, message, details } = error;
        ctx.status = 422;
        ctx.body = { data: null, error: { status: 422, name, message, details } };
        return undefined;
      }
    },
  };
};

/**
 * Drafts may be held against what is live by whoever has some; all else takes the right to look at revisions. (On the
 * content API the route has asked for that.)
 *
 * @throws ForbiddenError
 */
const demandComparing = async (
  strapi: Core.Strapi,
  { state }: Context,
  { from, to }: { from: StateRef; to: StateRef }
): Promise<void> => {
  const types = [from.type, to.type];
  if (state.route?.info?.type !== 'admin') {
    const may = !types.includes('draft') || (await isGranted(strapi, state.auth, DRAFT_FIND));
    if (!may) throw new errors.ForbiddenError();
    return;
  }
  const ability = state.userAbility as { can(action: string): boolean };
  const isOfDraft = types.includes('draft') && !types.includes('revision') && !types.includes('previous');
  const needed: AdminAction[] = isOfDraft
    ? ['revision.read', 'draft.create', 'draft.read-peer']
    : ['revision.read'];
  if (!needed.some((action) => ability.can(adminAction(action)))) throw new errors.ForbiddenError();
};

const DRAFT_FIND = 'plugin::revisions.draft.find';

const actorOf = (creator: string | undefined) => {
  if (!creator) return undefined;
  const [type, id] = creator.split(':');
  return { type: type!, id: id === undefined ? null : Number(id) };
};

const actionsOf = (action: string | undefined): string[] | undefined => {
  const actions = action?.split(',').map((name) => name.trim());
  const wrong = actions?.find((name) => !(ACTIONS as readonly string[]).includes(name));
  if (wrong !== undefined) {
    throw new errors.ValidationError(`action: "${wrong}" is none; give some of ${ACTIONS.join(', ')}`);
  }
  return actions;
};

export default revision;
