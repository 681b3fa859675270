import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { MadePreview, Preview } from '../../../contracts/preview';
import { createPreviewBody } from '../../../contracts/requests';
import { hiddenPlaces } from '../access/hidden-places';
import { draftRightsOf } from '../access/draft-rights';
import { doorOf } from '../capture/door';
import { parseDuration } from '../config/duration';
import { adminAction } from '../permissions';
import { getService } from '../services';
import type { PreviewRow } from '../store/preview-tokens';
import { trackedTypeOf, writableLocaleOf } from './address';
import type { Context } from './context';
import { parse, parseId, unwrap } from './parse';
import { loadVisibleDraft } from './visible-draft';
import { loadVisibleRevision } from './visible-revision';

type Shown = Pick<PreviewRow, 'uid' | 'documentId' | 'locale' | 'draft' | 'revision' | 'hidden'>;

/**
 * Preview tokens over HTTP: the same handlers behind the admin API and the content API. Whoever has a token sees no more
 * than who made it.
 */
const preview = ({ strapi }: { strapi: Core.Strapi }) => {
  const ofDraft = async (ctx: Context, id: number): Promise<Shown> => {
    const { draft, access, entities } = await loadVisibleDraft(strapi, ctx, id);
    const { draft: today, looks } = await getService(strapi, 'draft-looks').of(draft);
    const { structure } = getService(strapi, 'tracking').reader(draft.uid)!;
    const seen = looks.filter(({ locale }) => entities.has(locale));
    const hidden = await hiddenPlaces(
      seen.map(({ content }) => content),
      structure,
      access,
      entities.values().next().value!
    );
    const { uid, documentId } = today;
    const locale = seen.length === looks.length ? null : seen[0]!.locale;
    return { uid, documentId, locale, draft: id, revision: null, hidden };
  };

  const ofRevision = async (ctx: Context, id: number): Promise<Shown> => {
    await demandRevisions(ctx);
    const { found, access, entity } = await loadVisibleRevision(strapi, ctx, id);
    const { content, structure, document } = found;
    const hidden = await hiddenPlaces([content], structure, access, entity);
    const { uid, documentId } = document;
    return { uid, documentId, locale: found.row.locale, draft: null, revision: id, hidden };
  };

  /** @throws ForbiddenError where the caller may not look at revisions */
  const demandRevisions = async ({ state }: Context): Promise<void> => {
    if (state.route?.info?.type !== 'admin') {
      return strapi.auth.verify(state.auth as never, { scope: ['plugin::revisions.revision.find'] } as never);
    }
    const ability = state.userAbility as { can(action: string): boolean };
    if (!ability.can(adminAction('revision.read'))) throw new errors.ForbiddenError();
    return undefined;
  };

  /** @throws NotFoundError where the caller has none of this document */
  const provisionalOf = async (ctx: Context, uid: string, documentId: string): Promise<number> => {
    const { actor } = draftRightsOf(strapi, ctx);
    const own = await getService(strapi, 'drafts').provisionalOf({ uid, documentId, actor });
    if (!own) throw new errors.NotFoundError(`You have no provisional draft of "${documentId}"`);
    return own.id;
  };

  return {
    /** `POST /previews` */
    async create(ctx: Context) {
      const body = parse(createPreviewBody, unwrap(ctx.request.body));
      const uid = trackedTypeOf(strapi, body.uid);
      const lifetime = body.duration === undefined ? undefined : lifetimeOf(body.duration);
      const shown =
        body.revisionId !== undefined
          ? await ofRevision(ctx, body.revisionId)
          : await ofDraft(ctx, body.draftId ?? (await provisionalOf(ctx, uid, body.documentId!)));
      if (shown.uid !== uid) throw new errors.ValidationError(`uid: it is of ${shown.uid}`);
      if (body.documentId !== undefined && shown.documentId !== body.documentId) {
        throw new errors.ValidationError(`documentId: it is of ${shown.documentId ?? 'no document yet'}`);
      }
      const locale = await localeFor(shown, body.locale);
      const { actor } = doorOf(strapi);
      const made = await getService(strapi, 'previews').create({ ...shown, locale, actor }, lifetime);
      ctx.status = 201;
      return { data: made satisfies MadePreview, meta: {} };
    },

    /** `GET /documents/:uid/:documentId/previews`: the caller's own that have not ended. Admin only. */
    async find(ctx: Context) {
      const uid = trackedTypeOf(strapi, ctx.params.uid!);
      const { actor } = doorOf(strapi);
      const rows = await getService(strapi, 'previews').list({
        uid,
        documentId: ctx.params.documentId!,
        actor,
      });
      return { data: rows.map(toPreview), meta: {} };
    },

    /** `DELETE /previews/:id`: one's own */
    async delete(ctx: Context) {
      const id = parseId(ctx.params.id, 'preview');
      const { actor } = doorOf(strapi);
      if (!(await getService(strapi, 'previews').revoke(id, actor))) {
        throw new errors.NotFoundError(`No preview ${id}`);
      }
      ctx.status = 204;
      ctx.body = null;
    },
  };

  /** The one that is shown: the named one, or what the caller may see of the draft or revision. @throws ValidationError */
  async function localeFor({ uid, locale }: Shown, asked: string | undefined): Promise<string | null> {
    if (asked === undefined) return locale;
    const named = await writableLocaleOf(strapi, uid, asked);
    if (locale !== null && named !== locale) {
      throw new errors.ValidationError(`locale: it is in ${locale || 'no locale'}, not in ${named}`);
    }
    return named;
  }
};

/** @throws ValidationError */
const lifetimeOf = (duration: number | string): number => {
  try {
    const lifetime = parseDuration(duration);
    if (lifetime > 0) return lifetime;
  } catch (error) {
    throw new errors.ValidationError(`duration: ${(error as Error).message}`);
  }
  throw new errors.ValidationError('duration: must be more than none, such as "12h"');
};

const toPreview = ({ id, locale, draft, revision, createdAt, expiresAt }: PreviewRow): Preview => ({
  id,
  locale: locale || null,
  draftId: draft,
  revisionId: revision,
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
});

export default preview;
