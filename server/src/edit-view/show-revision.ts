import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { adminAccess } from '../access/admin-access';
import { getService } from '../services';
import { giveComponentIds } from './component-ids';
import { mayReadRevisions, revisionIn, type Middleware } from './request';
import { toForm } from './to-form';

interface Answer {
  data: Record<string, unknown>;
  meta: { availableStatus: unknown[]; availableLocales: unknown[] };
}

const isAnswer = (body: unknown): body is Answer =>
  typeof body === 'object' && body !== null && 'data' in body && 'meta' in body;

/**
 * The document, with the revision's content in place of its own. What is Strapi's (ids, times, creators, status, which
 * locales there are) stays the live document's.
 *
 * Where there is no such revision (a purge takes old ones) the form is empty, and not the page an error: it tells the
 * editor what happened, and offers the others. A revision of another document is not found.
 */
export const showRevision =
  (strapi: Core.Strapi): Middleware =>
  async (request, next) => {
    const id = revisionIn(request);
    await next();
    if (id === null || request.status !== 200 || !isAnswer(request.body)) return;
    mayReadRevisions(request);

    const { data: live, meta } = request.body;
    const uid = request.params.model!;
    const documentId = request.params.id ?? live.documentId ?? (await documentIdOf(strapi, uid));
    const loaded = Number.isNaN(id) ? null : await getService(strapi, 'content').load(id);
    if (loaded && (loaded.document.uid !== uid || loaded.document.documentId !== documentId)) {
      throw new errors.NotFoundError('There is no such revision of this document');
    }

    const attributes = loaded?.structure.attributes ?? strapi.contentType(uid as never).attributes;
    const own = Object.fromEntries(
      Object.entries(live).filter(([name]) => isStrapis(name) || !Object.hasOwn(attributes, name))
    );
    const locale = loaded ? loaded.row.locale || null : (live.locale ?? null);
    // The locale may have no row any more; the edit view takes what has no id for a new document.
    const identity = { id: -1, status: 'draft', ...own, documentId, locale };

    let content: Record<string, unknown> = {};
    if (loaded) {
      const access = adminAccess(strapi, request.state, uid);
      if (!(await access.can('read', identity))) throw new errors.ForbiddenError();
      const numbered = giveComponentIds(id, loaded.content, loaded.structure);
      const form = await toForm(strapi, numbered.content, loaded.structure);
      // Which fields a role may see can depend on the document's locale and creator.
      content = await access.sanitize({ ...form, ...identity });
    }

    // Without another status the tab "Published" rests: what is on the page is neither draft nor published.
    request.body = { data: { ...content, ...identity }, meta: { ...meta, availableStatus: [] } };
  };

/** Attributes of a content type that are no content. */
const STRAPIS = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);
const isStrapis = (name: string): boolean => STRAPIS.has(name);

/** A single type is asked for without its id. */
const documentIdOf = async (strapi: Core.Strapi, uid: string): Promise<string | undefined> => {
  const document = await strapi.db.query(uid as never).findOne({ select: ['documentId'] });
  return document?.documentId;
};
