import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Draft } from '../../../contracts/draft';
import type { Actor } from '../../../contracts/revision';
import { listDraftsOf, marksOf, type DraftMark } from '../store/draft-list';
import type { Viewer } from '../store/draft-viewer';
import {
  addDraft,
  draftNames,
  findDraft,
  findProvisional,
  removeDraft,
  touchDraft,
  updateDraft,
  writeChanges,
  type DraftRow,
  type StoredDraft,
} from '../store/drafts';
import { lockDocument } from '../store/documents';
import { inTransaction } from '../store/in-transaction';
import { checkVersion, createDraftEditing, withRows, type DraftEdit } from './draft-editing';
import type { DraftLook, DraftLookAlone } from './draft-looks';
import { getService } from '.';

export interface DocumentKey {
  uid: string;
  documentId: string | null;
}

const iso = (ms: number): string => new Date(ms).toISOString();

const unique = (values: string[]): string[] => [...new Set(values)];

const nextName = (taken: string[]): string => {
  const names = new Set(taken);
  let number = 1;
  while (names.has(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
};

/** Making, changing and describing drafts; what is typed goes through `autosave`, what came in through `draft-merge`. A draft is a changeset over current: none of this touches a content table. */
const drafts = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection, dialect } = getService(strapi, 'store');
  const looksService = () => getService(strapi, 'draft-looks');

  const structureOf = (uid: string) => getService(strapi, 'tracking').reader(uid)!.structure;

  return {
    /** @param looks what it looks like; those of all its locales, or of the one that is asked for */
    describe(draft: DraftRow & { locales: { locale: string }[] }, looks: DraftLookAlone[]): Draft {
      const { localized, attributes } = structureOf(draft.uid);
      const modified = new Set(looks.flatMap((look) => look.modified));
      return {
        id: draft.id,
        kind: draft.kind,
        name: draft.name,
        notes: draft.notes,
        creator: draft.actor,
        createdAt: iso(draft.createdAt),
        updatedAt: iso(draft.updatedAt),
        lockVersion: draft.lockVersion,
        locales: localized ? draft.locales.map(({ locale }) => locale) : [],
        modified: Object.keys(attributes).filter((name) => modified.has(name)),
        outdated: looks.some((look) => look.outdated),
        merged: unique(looks.flatMap((look) => look.merged.map(({ path }) => path))),
        conflicts: unique(looks.flatMap((look) => look.conflicts.map(({ path }) => path))),
        documentId: draft.documentId,
      };
    },

    find: (id: number): Promise<StoredDraft | null> => connection((knex) => findDraft(knex, dialect, id)),

    /** Somebody's provisional draft of a document; null where they have none. */
    provisionalOf: (key: { uid: string; documentId: string; actor: Actor }): Promise<StoredDraft | null> =>
      connection((knex) => findProvisional(knex, dialect, key)),

    /** Drafts of a document that somebody sees, with what they look like: two statements. */
    async list(
      key: { uid: string; documentId: string },
      viewer: Viewer
    ): Promise<{ draft: StoredDraft; looks: DraftLook[] }[]> {
      return connection(async (knex) => {
        const stored = await listDraftsOf(knex, key, viewer);
        if (stored.length === 0) return [];
        const readings = await looksService().readings(knex, key);
        const found: { draft: StoredDraft; looks: DraftLook[] }[] = [];
        for (const one of stored) {
          const draft = await looksService().inTodaysStructure(knex, one);
          const looks = draft.locales.map(({ locale }) => looksService().over(draft, readings, locale));
          found.push({ draft, looks });
        }
        return found;
      });
    },

    marksOf: (key: { uid: string; documentIds: string[] }, viewer: Viewer): Promise<DraftMark[]> =>
      connection((knex) => marksOf(knex, key, viewer)),

    /** A draft with a name, or an unsaved one where there is no document. */
    async create(
      { uid, documentId }: DocumentKey,
      {
        actor,
        name,
        notes = null,
        edit,
      }: { actor: Actor; name?: string; notes?: string | null; edit: DraftEdit }
    ): Promise<StoredDraft> {
      return inTransaction(strapi, async (trx) => {
        const at = Date.now();
        // the next free name is one's own until this is committed
        if (documentId !== null) await lockDocument(trx, dialect, { uid, documentId }, 0);
        const row = {
          uid,
          documentId,
          kind: documentId === null ? ('unsaved' as const) : ('saved' as const),
          name: name ?? nextName(await draftNames(trx, { uid, documentId })),
          notes: notes?.trim() || null,
          actor,
        };
        const id = await addDraft(trx, dialect, { ...row, at });
        const draft: StoredDraft = { ...row, id, createdAt: at, updatedAt: at, lockVersion: 1, locales: [] };
        const { rows } = await createDraftEditing(strapi).edited(trx, draft, edit);
        await writeChanges(trx, dialect, id, rows);
        return withRows(draft, rows);
      });
    },

    /**
     * Edits a draft, or what it is called. An unsaved one is a saved one from now on.
     *
     * @param check told of the draft as it is, once it is locked; throws where the caller may not
     * @throws NotFoundError, DraftConflictError
     */
    async update(
      id: number,
      {
        check,
        name,
        notes,
        edit,
        lockVersion,
      }: {
        check: (draft: StoredDraft) => void;
        name?: string;
        notes?: string | null;
        edit?: DraftEdit;
        lockVersion?: number;
      }
    ): Promise<StoredDraft> {
      return inTransaction(strapi, async (trx) => {
        const draft = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, dialect, id) : null;
        if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
        check(draft);
        checkVersion(draft, lockVersion);
        const words = {
          ...(name !== undefined && { name }),
          ...(notes !== undefined && { notes: notes?.trim() || null }),
          ...(draft.kind === 'unsaved' && { kind: 'saved' as const }),
        };
        await updateDraft(trx, id, words);
        const { rows } = edit ? await createDraftEditing(strapi).edited(trx, draft, edit) : { rows: [] };
        await writeChanges(trx, dialect, id, rows);
        return withRows({ ...draft, ...words }, rows);
      });
    },

    /** A provisional draft becomes a saved one. @throws NotFoundError */
    async save(
      id: number,
      { check, name, notes }: { check: (draft: StoredDraft) => void; name?: string; notes?: string | null }
    ): Promise<StoredDraft> {
      return inTransaction(strapi, async (trx) => {
        const draft = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, dialect, id) : null;
        if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
        check(draft);
        const words = {
          kind: 'saved' as const,
          name: name ?? draft.name ?? nextName(await draftNames(trx, draft)),
          ...(notes !== undefined && { notes: notes?.trim() || null }),
        };
        await updateDraft(trx, id, words);
        return { ...draft, ...words };
      });
    },

    /** @throws NotFoundError */
    async remove(id: number, check: (draft: StoredDraft) => void): Promise<void> {
      await inTransaction(strapi, async (trx) => {
        const draft = (await touchDraft(trx, id, null)) ? await findDraft(trx, dialect, id) : null;
        if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
        check(draft);
        await removeDraft(trx, dialect, id);
      });
    },
  };
};

export default drafts;
