import type { Core } from '@strapi/strapi';
import type { EntriesQuery } from '../core/query/parse-query';
import { getService } from '../services';
import {
  countAtMoment,
  countSearchedRevisions,
  searchAtMoment,
  searchRevisions,
  type MomentSearch,
  type RevisionSearch,
} from '../store/revision-search';
import type { WholeRevision } from '../store/revisions';
import { actorOf, type Caller } from './caller';
import { localeIn } from '../services/locale-in';
import type { Moment } from './moment';
import type { Candidate, ReadParams, Source } from './reading';
import { together } from './together';

/** Stored revisions as candidates: what they point at is looked up once for all of them. */
export const revisionCandidates = async (
  strapi: Core.Strapi,
  found: WholeRevision[],
  caller: Caller
): Promise<Candidate[]> => {
  const contents = await getService(strapi, 'content').loadAll(found);
  const describe = together(getService(strapi, 'revisions').describeAll);
  return contents.map(({ content, targets, row, document, missing }) => {
    const at = new Date(row.createdAt).toISOString();
    const entity = { documentId: document.documentId, locale: row.locale || null };
    return {
      kind: 'revision',
      content,
      targets,
      own: { id: row.id, ...entity, createdAt: at, updatedAt: at, publishedAt: null },
      words: async () => {
        const view = await describe({ row, document });
        return {
          _revision: {
            ...view,
            changed: await caller.readable(view.changed, entity),
            missing: await caller.readable(missing, entity),
          },
        };
      },
    };
  });
};

/** Revisions as entries, the newest first. */
export const revisionSource = (
  strapi: Core.Strapi,
  uid: string,
  query: Extract<EntriesQuery, { kind: 'revisions' }>,
  { documentId, locale }: ReadParams,
  caller: Caller
): Source => {
  const { connection } = getService(strapi, 'store');
  const search: RevisionSearch = {
    uid,
    documentId: query.documentId ?? documentId,
    id: query.id,
    actor: actorOf(query.creator, caller, 'revisionCreator'),
    locale: locale === '*' ? undefined : (locale ?? undefined),
  };
  // of one document, and of another one: there is none
  const isNone =
    documentId !== undefined && query.documentId !== undefined && documentId !== query.documentId;

  return {
    count: async () => (isNone ? 0 : connection((knex) => countSearchedRevisions(knex, search))),
    async page(page) {
      if (isNone) return [];
      return revisionCandidates(
        strapi,
        await connection((knex) => searchRevisions(knex, search, page)),
        caller
      );
    },
  };
};

/** Each document as it was at a time: what was published then, or with `status=draft` what was current. */
export const momentSource = async (
  strapi: Core.Strapi,
  uid: string,
  { at }: Extract<EntriesQuery, { kind: 'as-of' }>,
  { documentId, locale, status }: ReadParams,
  { caller, moment }: { caller: Caller; moment: Moment }
): Promise<Source> => {
  const { connection } = getService(strapi, 'store');
  const tracking = getService(strapi, 'tracking');
  const { structure } = tracking.reader(uid)!;
  const search: MomentSearch = {
    uid,
    documentIds: documentId === undefined ? undefined : [documentId],
    locale: structure.localized && locale === '*' ? null : await localeIn(strapi, uid, locale),
    at,
    published: tracking.hasDraftAndPublish(uid) && status !== 'draft',
  };
  return {
    count: () => connection((knex) => countAtMoment(knex, search)),
    async page(page) {
      const found = await connection((knex) => searchAtMoment(knex, search, page));
      const candidates = await revisionCandidates(strapi, found, caller);
      return candidates.map((candidate) => moment.withLinks(uid, candidate));
    },
  };
};
