import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';
import type { draftsQuery } from '../../../contracts/requests';
import type { Actor } from '../../../contracts/revision';
import type { Access } from '../access/access';
import { dependsOnRow } from '../access/depends-on-row';
import {
  countDrafts,
  documentsWithDrafts,
  draftTypes,
  listDraftActors,
  listDrafts,
  type DraftFilter,
} from '../store/draft-list';
import type { Viewer } from '../store/draft-viewer';
import type { StoredDraft } from '../store/drafts';
import { mainFieldOf } from './labels';
import { getService } from '.';

type Asked = Omit<z.output<typeof draftsQuery>, 'page' | 'pageSize'>;

export interface Caller {
  viewer: Viewer;
  accessTo: (uid: string) => Access;
  userAbility: unknown;
}

export interface TitledDraft {
  draft: StoredDraft;
  /** what its document is called; null where nobody knows, or the caller may not */
  title: string | null;
  /** whether its document was deleted */
  isOrphan: boolean;
  /** whether the caller may save the document in all its locales: without it applying would be refused */
  mayWrite: boolean;
}

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);

/** Drafts of all documents, page by page. */
const draftList = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection } = getService(strapi, 'store');

  const checkerOf = (uid: string, userAbility: unknown) =>
    strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model: uid });

  /** Of a type whose documents a role may read in part: those that others' drafts are of, and the caller may read. */
  const readableDocuments = async (uid: string, { userAbility }: Caller): Promise<string[]> => {
    const documentIds = await connection((knex) => documentsWithDrafts(knex, uid));
    const { filters = {} } = (await checkerOf(uid, userAbility).sanitizedQuery.read({})) as {
      filters?: object;
    };
    const transformed = strapi.get('query-params').transform(uid, {
      fields: ['documentId'],
      filters: { $and: [filters, { documentId: { $in: documentIds } }] },
    });
    const rows = (await strapi.db.query(uid as never).findMany(transformed as never)) as {
      documentId: string;
    }[];
    return [...new Set(rows.map(({ documentId }) => documentId))];
  };

  /** Locales in which a role may read no document of a type. */
  const unreadableLocales = async (uid: string, { accessTo }: Caller): Promise<string[]> => {
    if (!getService(strapi, 'tracking').find(uid)!.reader.structure.localized) return [];
    const known: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
    const access = accessTo(uid);
    const hidden: string[] = [];
    for (const { code } of known) {
      if (!(await access.can('read', { documentId: '', locale: code }))) hidden.push(code);
    }
    return hidden;
  };

  /**
   * Titles of the documents of a page, and whether they are there, one look-up for each type; a draft's own title comes
   * before its document's.
   */
  const withTitles = async (drafts: StoredDraft[], { accessTo }: Caller): Promise<TitledDraft[]> => {
    const titles = new Map<number, string | null>();
    const orphans = new Set<number>();
    for (const uid of new Set(drafts.map((draft) => draft.uid))) {
      const ofType = drafts.filter((draft) => draft.uid === uid);
      const documentIds = [...new Set(ofType.flatMap(({ documentId }) => documentId ?? []))];
      const rows =
        documentIds.length === 0
          ? []
          : ((await strapi.db
              .query(uid as never)
              .findMany({ where: { documentId: { $in: documentIds } } })) as Record<string, unknown>[]);
      const existing = new Set(rows.map(({ documentId }) => documentId));
      for (const { id, documentId } of ofType) {
        if (documentId !== null && !existing.has(documentId)) orphans.add(id);
      }
      const field = await mainFieldOf(strapi, uid);
      if (field === null) continue;
      const access = accessTo(uid);
      for (const draft of ofType) {
        const own = draft.locales.map(({ changes }) => changes[field]?.value);
        const row =
          rows.find(
            ({ documentId, locale }) =>
              documentId === draft.documentId && draft.locales.some((one) => one.locale === (locale ?? ''))
          ) ?? rows.find(({ documentId }) => documentId === draft.documentId);
        const title = [...own, row?.[field]].find(
          (value) => typeof value === 'string' || typeof value === 'number'
        );
        const entity = await access.entityOf({
          documentId: draft.documentId ?? '',
          locale: draft.locales[0]?.locale ?? '',
        });
        const [isReadable] = await access.readable([field], entity);
        titles.set(draft.id, title === undefined || !isReadable ? null : String(title));
      }
    }
    const titled: TitledDraft[] = [];
    for (const draft of drafts) {
      const title = titles.get(draft.id) ?? null;
      const isOrphan = orphans.has(draft.id);
      titled.push({ draft, title, isOrphan, mayWrite: await mayWrite(accessTo(draft.uid), draft) });
    }
    return titled;
  };

  const filterFor = async (
    { show, search, type, creator, before, after }: Asked,
    caller: Caller
  ): Promise<DraftFilter> => {
    const { viewer, userAbility } = caller;
    const types = (await connection(draftTypes)).filter(
      (uid) => getService(strapi, 'tracking').find(uid) && (type === undefined || uid === type)
    );
    const uids = types.filter((uid) => checkerOf(uid, userAbility).can.read());
    const documents = new Map<string, string[]>();
    for (const uid of viewer.peers && show !== 'mine' ? uids : []) {
      if (dependsOnRow(userAbility, uid)) documents.set(uid, await readableDocuments(uid, caller));
    }
    const hiddenLocales = new Map<string, string[]>();
    for (const uid of uids) {
      const hidden = dependsOnRow(userAbility, uid) ? [] : await unreadableLocales(uid, caller);
      if (hidden.length > 0) hiddenLocales.set(uid, hidden);
    }
    const [kind, id] = creator?.split(':') ?? [];
    return {
      show,
      uids,
      documents,
      hiddenLocales,
      search,
      actor: kind === undefined ? undefined : { type: kind, id: id === undefined ? null : Number(id) },
      before: timeOf(before),
      after: timeOf(after),
    };
  };

  const mayWrite = async (access: Access, { documentId, locales }: StoredDraft): Promise<boolean> => {
    for (const { locale } of locales) {
      const entity = await access.entityOf({ documentId: documentId ?? '', locale });
      if (!(await access.can(documentId === null ? 'create' : 'update', entity))) return false;
    }
    return true;
  };

  return {
    async page(
      asked: Asked,
      { page, pageSize }: { page: number; pageSize: number },
      caller: Caller
    ): Promise<{ drafts: TitledDraft[]; total: number }> {
      const filter = await filterFor(asked, caller);
      return connection(async (knex) => {
        const offset = (page - 1) * pageSize;
        const drafts = await listDrafts(knex, filter, caller.viewer, { offset, limit: pageSize });
        return {
          drafts: await withTitles(drafts, caller),
          total: await countDrafts(knex, filter, caller.viewer),
        };
      });
    },

    /** Who made the drafts that a page can be of. */
    async creators(asked: Asked, caller: Caller): Promise<Actor[]> {
      const filter = await filterFor(asked, caller);
      return connection((knex) => listDraftActors(knex, filter, caller.viewer));
    },
  };
};

export default draftList;
