import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Draft } from '../../../contracts/draft';
import {
  applyDraftBody,
  createDraftBody,
  draftQuery,
  mergeDraftBody,
  provisionalBody,
  saveDraftBody,
  updateDraftBody,
} from '../../../contracts/requests';
import type { Access, Entity } from '../access/access';
import { accessOf } from '../access/access-of';
import { draftRightsOf } from '../access/draft-rights';
import { getService } from '../services';
import { DraftConflictError } from '../services/draft-conflict';
import type { DraftLook } from '../services/draft-looks';
import { InvalidDocumentError } from '../services/invalid-document';
import { present } from '../services/present';
import { singleDocumentOf } from '../services/single-document';
import type { DraftRow, StoredDraft } from '../store/drafts';
import { documentIdOf, localeOf, trackedTypeOf, writableLocaleOf } from './address';
import { loadVisibleDraft, readableLocalesOf, type VisibleDraft } from './visible-draft';
import type { Context } from './context';
import { parse, parseId, unwrap } from './parse';

/** Drafts over HTTP: the same handlers behind the admin API and the content API. */
const draft = ({ strapi }: { strapi: Core.Strapi }) => {
  const visible = (ctx: Context): Promise<VisibleDraft> =>
    loadVisibleDraft(strapi, ctx, parseId(ctx.params.id, 'draft'));

  /** Only what the caller may read: names of attributes that are not theirs to see are left out. */
  const describe = async (
    stored: StoredDraft,
    looks: DraftLook[],
    access: Access,
    entities: Map<string, Entity>
  ): Promise<Draft> => {
    const seen = looks.filter(({ locale }) => entities.has(locale));
    const view = getService(strapi, 'drafts').describe(
      { ...stored, locales: stored.locales.filter(({ locale }) => entities.has(locale)) },
      seen
    );
    const entity = entities.values().next().value ?? {};
    return {
      ...view,
      modified: await access.readable(view.modified, entity),
      merged: await access.readable(view.merged, entity),
      conflicts: await access.readable(view.conflicts, entity),
    };
  };

  /** The answer to what made or changed a draft: the draft itself, also as `_draft`. */
  const answer = async (
    stored: StoredDraft,
    { access, entities, rights }: Pick<VisibleDraft, 'access' | 'entities' | 'rights'>,
    event: 'draft.create' | 'draft.update',
    locale?: string
  ) => {
    const { draft: today, looks } = await getService(strapi, 'draft-looks').of(stored);
    getService(strapi, 'events').draft(event, today, { looks, actor: rights.actor, locale });
    const view = await describe(today, looks, access, entities);
    return { data: { ...view, _draft: view }, meta: {} };
  };

  /** @throws ForbiddenError where the caller sees the draft, but has no right to do this with it */
  const demand = (isAllowed: boolean, what: string): void => {
    if (!isAllowed) throw new errors.PolicyError(`You have no right to ${what} this draft`);
  };

  /** The locale that a request about a draft means: the one it names, else the draft's only or first one. */
  const localeIn = async (
    ctx: Context,
    { draft: stored, entities }: VisibleDraft,
    asked: string | undefined,
    isWrite = false
  ): Promise<string> => {
    if (asked !== undefined || isWrite) {
      const only = stored.locales.length === 1 ? stored.locales[0]!.locale || undefined : undefined;
      return writableLocaleOf(strapi, stored.uid, asked ?? only);
    }
    return stored.locales.find(({ locale }) => entities.has(locale))!.locale;
  };

  /**
   * A locale that a request means, also one that the draft has not touched: what it shows there is current.
   *
   * @throws ForbiddenError where the caller may not read that
   */
  const entityIn = async (
    { draft: { documentId }, access, entities }: VisibleDraft,
    locale: string
  ): Promise<Entity> => {
    const known = entities.get(locale);
    if (known) return known;
    const entity = await access.entityOf({ documentId: documentId ?? '', locale });
    if (!(await access.can(documentId === null ? 'create' : 'read', entity)))
      throw new errors.ForbiddenError();
    return entity;
  };

  /** 409 and 422 with what the server has, as the public interface wants them; what else is thrown goes on. */
  const answerFailure = async (
    ctx: Context,
    error: unknown,
    look: () => Promise<Record<string, unknown> | null>
  ): Promise<void> => {
    if (error instanceof DraftConflictError) {
      const details = { lockVersion: error.lockVersion, data: await look() };
      ctx.status = 409;
      ctx.body = {
        data: null,
        error: { status: 409, name: 'ConflictError', message: error.message, details },
      };
    } else if (error instanceof InvalidDocumentError) {
      const { name, message, details } = error;
      ctx.status = 422;
      ctx.body = { data: null, error: { status: 422, name, message, details } };
    } else throw error;
  };

  /** A draft's content in one locale, as the caller may see it; null where there is no draft any more. */
  const contentOf = async (
    id: number | null,
    locale: string,
    access: Access
  ): Promise<Record<string, unknown> | null> => {
    const stored = id === null ? null : await getService(strapi, 'drafts').find(id);
    if (!stored) return null;
    const { uid, documentId } = stored;
    const { content } = await getService(strapi, 'states').draft(stored, {
      uid,
      documentId: documentId ?? '',
      locale,
    });
    return present(strapi, { uid, documentId, locale, content: content ?? {}, access });
  };

  const fieldsOf = (ctx: Context, uid: string): unknown =>
    unwrapFields(ctx, getService(strapi, 'tracking').reader(uid)!.structure.attributes);

  const create = async (ctx: Context, documentId: string | null) => {
    const uid = trackedTypeOf(strapi, ctx.params.uid!);
    const rights = draftRightsOf(strapi, ctx);
    rights.demandOwn();
    const { name, notes, locale: asked, data, relationsFrom } = parse(createDraftBody, fieldsOf(ctx, uid));
    const locale = await writableLocaleOf(strapi, uid, asked);
    const access = accessOf(strapi, ctx, uid);
    const entity = await access.entityOf({ documentId: documentId ?? '', locale });
    if (!(await access.can(documentId === null ? 'create' : 'read', entity)))
      throw new errors.ForbiddenError();
    await demandDocument(uid, documentId);
    const stored = await getService(strapi, 'drafts').create(
      { uid, documentId },
      { actor: rights.actor, name, notes, edit: { locale, data, relationsFrom, access, entity } }
    );
    ctx.status = 201;
    return answer(stored, { access, rights, entities: new Map([[locale, entity]]) }, 'draft.create', locale);
  };

  /** @throws NotFoundError; ValidationError where a single type has its document already */
  const demandDocument = async (uid: string, documentId: string | null): Promise<void> => {
    const single = documentId === null ? await singleDocumentOf(strapi, uid) : null;
    if (single !== null) {
      throw new errors.ValidationError(`${uid} is a single type, and has its document already: "${single}"`);
    }
    if (documentId === null) return;
    const row = await strapi.db.query(uid as never).findOne({ where: { documentId }, select: ['id'] });
    if (!row) throw new errors.NotFoundError(`No document "${documentId}"`);
  };

  return {
    /** `GET /documents/:uid/:documentId/drafts` */
    async find(ctx: Context) {
      const uid = trackedTypeOf(strapi, ctx.params.uid!);
      const documentId = ctx.params.documentId!;
      const { locale: asked } = parse(draftQuery, ctx.query);
      const wanted = await localeOf(strapi, uid, asked);
      const rights = draftRightsOf(strapi, ctx);
      if (!rights.viewer.own && !rights.viewer.peers) throw new errors.ForbiddenError();
      const access = accessOf(strapi, ctx, uid);
      const found = await getService(strapi, 'drafts').list({ uid, documentId }, rights.viewer);
      const data: Draft[] = [];
      for (const { draft: stored, looks } of found) {
        const entities = await readableLocalesOf(access, stored, rights.isOwn(stored));
        const shown = asked === undefined ? looks : looks.filter(({ locale }) => locale === wanted);
        if (entities.size > 0) data.push(await describe(stored, shown, access, entities));
      }
      return { data, meta: {} };
    },

    /** `POST /documents/:uid/:documentId/drafts` */
    create: (ctx: Context) => create(ctx, documentIdOf(ctx)),

    /** `POST /documents/:uid/drafts`: of a document that does not exist yet */
    createUnsaved: (ctx: Context) => create(ctx, null),

    /** `PUT /documents/:uid/:documentId/provisional` */
    async provisional(ctx: Context) {
      const uid = trackedTypeOf(strapi, ctx.params.uid!);
      const documentId = documentIdOf(ctx);
      const rights = draftRightsOf(strapi, ctx);
      rights.demandOwn();
      const { locale: asked, ...edit } = parse(provisionalBody, fieldsOf(ctx, uid));
      const locale = await writableLocaleOf(strapi, uid, asked);
      const access = accessOf(strapi, ctx, uid);
      const entity = await access.entityOf({ documentId, locale });
      if (!(await access.can('read', entity))) throw new errors.ForbiddenError();
      const key = { uid, documentId, actor: rights.actor };
      try {
        const { draft: stored, looks } = await getService(strapi, 'autosave').run(key, {
          ...edit,
          locale,
          access,
          entity,
        });
        const entities = new Map(stored.locales.map((row) => [row.locale, entity]));
        const view = await describe(stored, looks, access, entities);
        return { data: { ...view, _draft: view }, meta: {} };
      } catch (error) {
        await answerFailure(ctx, error, async () => {
          const now = await getService(strapi, 'drafts').provisionalOf(key);
          return contentOf(now?.id ?? null, locale, access);
        });
        return undefined;
      }
    },

    /** `GET /drafts/:id` */
    async findOne(ctx: Context) {
      const found = await visible(ctx);
      const { draft: stored, access, entities } = found;
      const { locale: asked } = parse(draftQuery, ctx.query);
      const locale = await localeIn(ctx, found, asked);
      const entity = await entityIn(found, locale);
      const { fields, populate } = ctx.query;
      const isAsked = fields !== undefined || populate !== undefined;
      const query = isAsked ? await access.sanitizeQuery({ fields, populate }, entity) : {};
      const selection = isAsked
        ? { populate: {}, ...(strapi.get('query-params').transform(stored.uid, query) as object) }
        : {};

      const { draft: today, looks, look } = await getService(strapi, 'draft-looks').in(stored, locale);
      const content = await getService(strapi, 'draft-looks').present(today, look, access, selection);
      const shown = asked === undefined ? looks : [look];
      const view = await describe(today, shown, access, new Map([...entities, [locale, entity]]));
      return { data: { ...content, _draft: view }, meta: {} };
    },

    /** `PUT /drafts/:id` */
    async update(ctx: Context) {
      const found = await visible(ctx);
      const { draft: stored, access, rights } = found;
      const {
        locale: asked,
        name,
        notes,
        lockVersion,
        ...edit
      } = parse(updateDraftBody, fieldsOf(ctx, stored.uid));
      if ([edit.data, edit.revert, name, notes].every((given) => given === undefined)) {
        throw new errors.ValidationError('Give at least one of data, name, notes, revert');
      }
      const locale = await localeIn(ctx, found, asked, true);
      const entity = await entityIn(found, locale);
      const isEdit = edit.data !== undefined || edit.revert !== undefined;
      try {
        const updated = await getService(strapi, 'drafts').update(stored.id, {
          name,
          notes,
          lockVersion,
          check: (now) => {
            if (!rights.sees(now)) throw new errors.NotFoundError(`No draft ${stored.id}`);
            demand(rights.mayUpdate(now), 'change');
          },
          edit: isEdit ? { ...edit, locale, access, entity } : undefined,
        });
        const entities = new Map([...found.entities, [locale, entity]]);
        return await answer(updated, { access, rights, entities }, 'draft.update', locale);
      } catch (error) {
        await answerFailure(ctx, error, () => contentOf(stored.id, locale, access));
        return undefined;
      }
    },

    /** `POST /drafts/:id/save` */
    async save(ctx: Context) {
      const found = await visible(ctx);
      const { name, notes } = parse(saveDraftBody, unwrap(ctx.request.body));
      const saved = await getService(strapi, 'drafts').save(found.draft.id, {
        name,
        notes,
        check: updating(found),
      });
      return answer(saved, found, found.draft.kind === 'provisional' ? 'draft.create' : 'draft.update');
    },

    /** `POST /drafts/:id/merge` */
    async merge(ctx: Context) {
      const found = await visible(ctx);
      const { resolve, lockVersion } = parse(mergeDraftBody, unwrap(ctx.request.body));
      const { access, entities } = found;
      try {
        const { draft: stored, merged } = await getService(strapi, 'draft-merge').run(found.draft.id, {
          resolve,
          lockVersion,
          access,
          entities,
          check: updating(found),
        });
        const { data: view } = await answer(stored, found, 'draft.update');
        const entity = entities.values().next().value ?? {};
        return {
          data: {
            merged: await access.readable(merged, entity),
            conflicts: view.conflicts,
            draft: view._draft,
          },
          meta: {},
        };
      } catch (error) {
        await answerFailure(ctx, error, async () =>
          contentOf(found.draft.id, await localeIn(ctx, found, undefined), access)
        );
        return undefined;
      }
    },

    /** `POST /drafts/:id/apply` */
    async apply(ctx: Context) {
      const found = await visible(ctx);
      const { draft: stored, access, entities, rights } = found;
      const body = parse(applyDraftBody, unwrap(ctx.request.body));
      try {
        const applied = await getService(strapi, 'apply').run({
          ...body,
          id: stored.id,
          accessTo: (uid) => accessOf(strapi, ctx, uid),
          check: (now) => {
            if (!rights.sees(now)) throw new errors.NotFoundError(`No draft ${stored.id}`);
            demand(rights.mayApply(now), 'apply');
          },
        });
        const view = await describe(applied.draft, applied.looks, access, entities);
        const entity = entities.values().next().value ?? {};
        const { documentId, locale, content, revision } = applied;
        return {
          data: {
            document: await present(strapi, { uid: stored.uid, documentId, locale, content, access }),
            revision: revision && { ...revision, changed: await access.readable(revision.changed, entity) },
            merged: view.merged,
            conflicts: view.conflicts,
          },
          meta: {},
        };
      } catch (error) {
        await answerFailure(ctx, error, async () =>
          contentOf(stored.id, await localeIn(ctx, found, undefined), access)
        );
        return undefined;
      }
    },

    /** `DELETE /drafts/:id` */
    async delete(ctx: Context) {
      const { draft: stored, rights } = await visible(ctx);
      const { draft: today, looks } = await getService(strapi, 'draft-looks').of(stored);
      await getService(strapi, 'drafts').remove(stored.id, (now) => {
        if (!rights.sees(now)) throw new errors.NotFoundError(`No draft ${stored.id}`);
        demand(rights.mayDelete(now), 'delete');
      });
      getService(strapi, 'events').draft('draft.delete', today, { looks, actor: rights.actor });
      ctx.status = 204;
      ctx.body = null;
    },

    /** `GET /drafts/:id/form`: for the edit view. Admin only. */
    async form(ctx: Context) {
      const found = await visible(ctx);
      const { draft: stored, access } = found;
      const locale = await localeIn(ctx, found, parse(draftQuery, ctx.query).locale);
      const entity = await entityIn(found, locale);
      const { draft: today, look } = await getService(strapi, 'draft-looks').in(stored, locale);
      const view = await describe(today, [look], access, new Map([...found.entities, [locale, entity]]));
      const form = await getService(strapi, 'draft-form').of(stored.uid, look, {
        access,
        accessTo: (uid) => accessOf(strapi, ctx, uid),
        entity,
        userAbility: ctx.state.userAbility,
      });
      return { data: { draft: view, ...form }, meta: {} };
    },
  };

  function updating({ draft: stored, rights }: VisibleDraft): (now: DraftRow) => void {
    return (now) => {
      if (!rights.sees(now)) throw new errors.NotFoundError(`No draft ${stored.id}`);
      demand(rights.mayUpdate(now), 'change');
    };
  }
};

/**
 * The keys of a body. `{data: {…}}` is a draft's data here, and no envelope, unless it holds a whole body, or what is no
 * data of the type.
 */
const unwrapFields = ({ request: { body } }: Context, attributes: object): unknown => {
  const inner = unwrap(body);
  if (inner === body) return body;
  const keys = Object.keys((inner ?? {}) as object);
  const isData = !keys.includes('data') && keys.some((key) => Object.hasOwn(attributes, key));
  return keys.length > 0 && keys.every((key) => BODY_KEYS.has(key)) && !isData ? inner : body;
};

const BODY_KEYS = new Set(['data', 'locale', 'name', 'notes', 'lockVersion', 'relationsFrom', 'revert']);

export default draft;
