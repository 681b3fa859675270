import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { errors } from '@strapi/utils';
import type { Draft } from '../../../contracts/draft';
import type { Actor } from '../../../contracts/revision';
import type { Access, Entity } from '../access/access';
import { changesIn, distribute, touchedIn } from '../core/draft-locales';
import { accept, touch } from '../core/merge';
import { listDraftsOf, marksOf, type DraftMark } from '../store/draft-list';
import type { Viewer } from '../store/draft-viewer';
import {
  addDraft,
  draftNames,
  findChanges,
  findDraft,
  findProvisional,
  removeDraft,
  touchDraft,
  touchProvisional,
  updateDraft,
  writeChanges,
  type ChangesRow,
  type DraftRow,
  type StoredDraft,
} from '../store/drafts';
import { lockDocument } from '../store/documents';
import { inTransaction } from '../store/in-transaction';
import type { DocumentReading } from '../store/reading/assemble';
import { DraftConflictError } from './draft-conflict';
import { demandWritable, readDraftInput } from './draft-input';
import type { DraftLook, DraftLookAlone } from './draft-looks';
import { getService } from '.';

/** An edit of a draft, in one locale. */
export interface DraftEdit {
  /** '' where the type is not localized */
  locale: string;
  /** as the Document Service's `update` takes it: some attributes */
  data?: Record<string, unknown>;
  /** attributes that are to be as current has them again */
  revert?: string[];
  /** what relations connect and disconnect from */
  relationsFrom?: 'draft' | 'current';
  /** the one that the caller knows; a stale one is a conflict */
  lockVersion?: number;
  access: Access;
  entity: Entity;
}

export interface DocumentKey {
  uid: string;
  documentId: string | null;
}

const hasChanges = ({ locales }: StoredDraft, locale: string): boolean =>
  locales.some((row) => row.locale === locale && Object.keys(row.changes).length > 0);

/** Made by the autosave that is on its way: one that was there may outlive its document. */
const isNewProvisional = ({ kind, lockVersion }: DraftRow): boolean =>
  kind === 'provisional' && lockVersion === 1;

/** Memory for what was autosaved lately, in characters of JSON. */
const CACHE_SIZE = 4 * 1024 * 1024;

const iso = (ms: number): string => new Date(ms).toISOString();

const unique = (values: string[]): string[] => [...new Set(values)];

const nextName = (taken: string[]): string => {
  const names = new Set(taken);
  let number = 1;
  while (names.has(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
};

/** Making, editing and describing drafts. A draft is a changeset over current: none of this touches a content table. */
const drafts = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection, dialect, schemas } = getService(strapi, 'store');
  const looksService = () => getService(strapi, 'draft-looks');

  /**
   * Provisional drafts as they were left here, by their ids: most often the next autosave is of the same one. Whatever
   * changes a draft, in any process, counts its lock version up; only what is committed comes in.
   */
  const written = new LRUCache<number, StoredDraft>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ locales }) => JSON.stringify(locales).length,
  });

  const structureOf = (uid: string) => getService(strapi, 'tracking').reader(uid)!.structure;

  /** @throws ValidationError that names an attribute there is not */
  const checkRevert = (uid: string, revert: string[]): void => {
    const { attributes } = structureOf(uid);
    const wrong = revert.find((name) => !Object.hasOwn(attributes, name));
    if (wrong === undefined) return;
    throw new errors.ValidationError(
      `revert: ${wrong}: no such attribute; name top-level attributes such as ${Object.keys(attributes).slice(0, 3).join(', ')}`
    );
  };

  /** Takes an edit into a draft whose row is locked. @returns the rows that are another now, and current */
  const edited = async (
    knex: Knex,
    stored: StoredDraft,
    edit: DraftEdit
  ): Promise<{ rows: ChangesRow[]; readings: DocumentReading[] }> => {
    const { locale, data = {}, revert = [], relationsFrom = 'draft', access, entity } = edit;
    const { uid } = stored;
    const structure = structureOf(uid);
    checkRevert(uid, revert);
    const draft = await looksService().inTodaysStructure(knex, stored);
    // which revision is current is asked for when a locale is first touched
    const heads = !hasChanges(stored, locale);
    const attributes = [...Object.keys(data), ...revert, ...touchedIn(draft.locales)];
    let readings = await looksService().readings(knex, draft, {
      locale: locale || undefined,
      heads,
      attributes,
    });
    // a new locale begins with what the others share
    if (readings.length === 0) readings = await looksService().readings(knex, draft, { heads });
    if (readings.length === 0 && isNewProvisional(stored)) {
      throw new errors.NotFoundError(`No document "${stored.documentId}"`);
    }
    const look = looksService().over(draft, readings, locale);
    const { current, upstream } = look;
    const over = relationsFrom === 'current' ? current : look.content;
    const values = await readDraftInput(strapi, {
      data,
      structure,
      locale,
      over,
      isNew: stored.documentId === null,
      access,
      entity,
    });
    await demandWritable(revert, { access, entity, isNew: stored.documentId === null });
    for (const name of revert) values[name] = upstream[name] ?? null;

    const changes = touch({ changes: look.changes, current: upstream, data: values, structure });
    const schemaId = schemas.idOf(uid);
    const startedFrom = (of: string): number | null => {
      const row = stored.locales.find((one) => one.locale === of);
      return row && hasChanges(stored, of) ? row.startedFrom : look.revision;
    };
    const rows = distribute(draft.locales, { locale, changes, structure }).map((row) => ({
      locale: row.locale,
      // what today's structure does not know stays in the draft, for the day it comes back
      changes: { ...unknownIn(stored, row.locale, uid), ...row.changes },
      schemaId,
      startedFrom: startedFrom(row.locale),
    }));
    return { rows, readings };
  };

  /** What a provisional draft that was just locked changed before that. */
  const changesOf = async (trx: Knex.Transaction, { id, lockVersion }: DraftRow): Promise<ChangesRow[]> => {
    if (lockVersion === 1) return [];
    const known = written.get(id);
    return known?.lockVersion === lockVersion - 1 ? known.locales : findChanges(trx, dialect, id);
  };

  /** What a stored draft changes of attributes that the type has no more. */
  const unknownIn = (stored: StoredDraft, locale: string, uid: string): ChangesRow['changes'] => {
    const { attributes } = structureOf(uid);
    const row = stored.locales.find((one) => one.locale === locale);
    return Object.fromEntries(
      Object.entries(row?.changes ?? {}).filter(([name]) => !Object.hasOwn(attributes, name))
    );
  };

  const withRows = (draft: StoredDraft, rows: ChangesRow[]): StoredDraft => ({
    ...draft,
    locales: [
      ...draft.locales.map((row) => rows.find(({ locale }) => locale === row.locale) ?? row),
      ...rows.filter(({ locale }) => !draft.locales.some((row) => row.locale === locale)),
    ],
  });

  const checkVersion = (draft: DraftRow, known: number | undefined): void => {
    // the row was locked by counting it up
    const lockVersion = draft.lockVersion - 1;
    if (known === undefined || known === lockVersion) return;
    throw new DraftConflictError(
      lockVersion === 0
        ? 'There is no such draft any more: it was saved, applied or discarded meanwhile'
        : 'The draft was changed meanwhile, in another tab or by somebody else',
      lockVersion
    );
  };

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

    find: (id: number): Promise<StoredDraft | null> => connection((knex) => findDraft(knex, id)),

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
        const { rows } = await edited(trx, draft, edit);
        await writeChanges(trx, dialect, id, rows);
        return withRows(draft, rows);
      });
    },

    /**
     * Takes what was typed into somebody's provisional draft: four statements at most, beside those that look up
     * relations.
     *
     * @throws DraftConflictError where `lockVersion` is not the draft's; 0 says that there is none
     */
    async editProvisional(
      { uid, documentId, actor }: { uid: string; documentId: string; actor: Actor },
      edit: DraftEdit
    ): Promise<{ draft: StoredDraft; looks: DraftLook[] }> {
      return inTransaction(strapi, async (trx, onCommit) => {
        const row = await touchProvisional(trx, dialect, {
          uid,
          documentId,
          kind: 'provisional',
          name: null,
          notes: null,
          actor,
          at: Date.now(),
        });
        const draft = row
          ? { ...row, locales: await changesOf(trx, row) }
          : (await findProvisional(trx, dialect, { uid, documentId, actor }))!;
        checkVersion(draft, edit.lockVersion);
        const { rows, readings } = await edited(trx, draft, edit);
        await writeChanges(trx, dialect, draft.id, rows);
        const now = withRows(draft, rows);
        onCommit(() => written.set(now.id, now));
        return { draft: now, looks: [looksService().over(now, readings, edit.locale)] };
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
        const draft = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, id) : null;
        if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
        check(draft);
        checkVersion(draft, lockVersion);
        const words = {
          ...(name !== undefined && { name }),
          ...(notes !== undefined && { notes: notes?.trim() || null }),
          ...(draft.kind === 'unsaved' && { kind: 'saved' as const }),
        };
        await updateDraft(trx, id, words);
        const { rows } = edit ? await edited(trx, draft, edit) : { rows: [] };
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
        const draft = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, id) : null;
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

    /**
     * Brings what changed upstream into a draft, in all its locales.
     *
     * @returns paths of what came in
     * @throws NotFoundError, DraftConflictError, ValidationError where `resolve` names what is in no conflict
     */
    async merge(
      id: number,
      {
        check,
        resolve = {},
        lockVersion,
        access,
        entities,
      }: {
        check: (draft: StoredDraft) => void;
        resolve?: Record<string, 'draft' | 'current'>;
        lockVersion?: number;
        access: Access;
        /** the locales that the caller may read */
        entities: ReadonlyMap<string, Entity>;
      }
    ): Promise<{ draft: StoredDraft; merged: string[] }> {
      return inTransaction(strapi, async (trx) => {
        const stored = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, id) : null;
        if (!stored) throw new errors.NotFoundError(`No draft ${id}`);
        check(stored);
        checkVersion(stored, lockVersion);
        const structure = structureOf(stored.uid);
        const readings = await looksService().readings(trx, stored);
        let draft = await looksService().inTodaysStructure(trx, stored);
        const looks = draft.locales.map(({ locale }) => looksService().over(draft, readings, locale));
        await checkResolve(resolve, looks, { access, entities, isNew: stored.documentId === null });

        for (const { locale, upstream, revision } of looks) {
          const changes = accept({
            changes: changesIn(draft.locales, locale, structure),
            current: upstream,
            structure,
            resolve,
          });
          const rows = distribute(draft.locales, { locale, changes, structure }).map((row) => ({
            ...row,
            schemaId: schemas.idOf(stored.uid),
            startedFrom: revision,
          }));
          draft = withRows(draft, rows);
        }
        const written = draft.locales.map((row) => ({
          ...row,
          changes: { ...unknownIn(stored, row.locale, stored.uid), ...row.changes },
        }));
        await writeChanges(trx, dialect, id, written);
        return { draft, merged: unique(looks.flatMap((look) => look.merged.map(({ path }) => path))) };
      });
    },

    /** @throws NotFoundError */
    async remove(id: number, check: (draft: StoredDraft) => void): Promise<void> {
      await inTransaction(strapi, async (trx) => {
        const draft = (await touchDraft(trx, id, null)) ? await findDraft(trx, id) : null;
        if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
        check(draft);
        await removeDraft(trx, id);
      });
    },
  };

  /** @throws ValidationError for what the caller sees in no conflict, ForbiddenError for what they may not change */
  async function checkResolve(
    resolve: Record<string, unknown>,
    looks: DraftLook[],
    { access, entities, isNew }: { access: Access; entities: ReadonlyMap<string, Entity>; isNew: boolean }
  ): Promise<void> {
    const paths = new Set<string>();
    for (const { locale, conflicts } of looks) {
      const entity = entities.get(locale);
      if (!entity) continue;
      for (const { path } of await access.readable(conflicts, entity)) paths.add(path);
    }
    const wrong = Object.keys(resolve).find((path) => !paths.has(path));
    if (wrong !== undefined) {
      const known = paths.size > 0 ? `in conflict are ${[...paths].join(', ')}` : 'nothing is in conflict';
      throw new errors.ValidationError(`resolve: ${wrong}: is in no conflict; ${known}`);
    }
    const names = unique(Object.keys(resolve).map((path) => path.split(/[.[]/)[0]!));
    for (const entity of entities.values()) await demandWritable(names, { access, entity, isNew });
  }
};

export default drafts;
