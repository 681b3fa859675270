import type { Core } from '@strapi/strapi';
import type { EntriesQuery } from '../core/query/parse-query';
import { collectReferences, withoutMissing } from '../core/references';
import { getService } from '../services';
import type { DraftLookAlone } from '../services/draft-looks';
import { resolveAmong } from '../services/resolve-references';
import { createTargets } from '../services/targets';
import { countSearched, searchDrafts, type DraftSearch } from '../store/draft-search';
import type { StoredDraft } from '../store/drafts';
import { actorOf, type Caller } from './caller';
import type { Candidate, ReadParams, Source } from './reading';

/** Drafts, each in one locale, as candidates: what they point at is looked up once for all of them. */
export const draftCandidates = async (
  strapi: Core.Strapi,
  uid: string,
  found: { draft: StoredDraft; look: DraftLookAlone }[],
  caller: Caller
): Promise<Candidate[]> => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const targets = createTargets(strapi, { whole: true });
  await targets.load(found.flatMap(({ look }) => collectReferences(look.content, structure)));
  return found.map(({ draft, look }) => {
    const entity = { documentId: draft.documentId, locale: look.locale || null };
    return {
      kind: 'draft',
      content: withoutMissing(look.content, structure, resolveAmong(targets)).content,
      targets,
      own: {
        id: draft.id,
        ...entity,
        createdAt: new Date(draft.createdAt).toISOString(),
        updatedAt: new Date(draft.updatedAt).toISOString(),
        publishedAt: null,
      },
      words: async () => {
        const view = getService(strapi, 'drafts').describe(draft, [look]);
        return {
          _draft: {
            ...view,
            modified: await caller.readable(view.modified, entity),
            merged: await caller.readable(view.merged, entity),
            conflicts: await caller.readable(view.conflicts, entity),
          },
        };
      },
    };
  });
};

/** Drafts as entries, those changed last first. */
export const draftSource = (
  strapi: Core.Strapi,
  uid: string,
  query: Extract<EntriesQuery, { kind: 'drafts' }>,
  { documentId, locale }: ReadParams,
  caller: Caller
): Source => {
  const { connection } = getService(strapi, 'store');
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const { documentIds, document, id, creator, provisional, savedOnly } = query;
  const named =
    documentId === undefined
      ? documentIds
      : (documentIds ?? [documentId]).filter((one) => one === documentId);
  const search: DraftSearch = {
    uid,
    documentIds: named,
    document,
    id,
    actor: actorOf(creator, caller, 'draftCreator'),
    // what nobody is signed in for nobody has
    provisional,
    savedOnly,
    locale: structure.localized && locale !== '*' ? (locale ?? undefined) : undefined,
  };

  return {
    count: () => connection((knex) => countSearched(knex, search, caller.viewer)),
    async page(page) {
      const stored = await connection((knex) => searchDrafts(knex, search, caller.viewer, page));
      const meant = stored.flatMap((draft) => {
        const { locales } = draft;
        const row = locales.find((one) => one.locale === locale) ?? locales[0];
        return row ? [{ draft, locale: row.locale }] : [];
      });
      return draftCandidates(strapi, uid, await getService(strapi, 'draft-looks').ofEach(meant), caller);
    },
  };
};
