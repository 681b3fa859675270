import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Access } from '../access/access';
import { changesIn } from '../core/draft-locales';
import { mergeDraft, type DraftChanges, type MergedDraft } from '../core/merge';
import { newEntry } from '../core/new-entry';
import { project } from '../core/project';
import type { Snapshot } from '../core/snapshot';
import type { ChangesRow, StoredDraft } from '../store/drafts';
import type { DocumentReading } from '../store/reading/assemble';
import type { ReadRequest } from '../store/reading/read-document';
import { withRowIds } from '../store/reading/with-row-ids';
import type { Selection } from './hydrate';
import { present } from './present';
import { getService } from '.';

/** What a draft looks like in one locale, over what current is now. */
export interface DraftLook extends MergedDraft {
  /** '' where the type is not localized */
  locale: string;
  changes: DraftChanges;
  /** current content, components with their row `id`; null where there is none in this locale */
  current: Snapshot | null;
  /** current, or what it will begin with */
  upstream: Snapshot;
  /** id of the revision that current is; null where none records it */
  revision: number | null;
}

/** The same where nobody asks which revision current is. */
export type DraftLookAlone = Omit<DraftLook, 'revision'>;

/** Finds out what drafts look like. Reading one merges it, and writes nothing. */
const draftLooks = ({ strapi }: { strapi: Core.Strapi }) => {
  const { schemas, connection } = getService(strapi, 'store');

  /**
   * A locale's changes in today's structure: what it no longer has is left out, in the stored draft it stays. A value
   * that today's attribute cannot hold is no change of it.
   */
  const projected = async (knex: Knex, uid: string, row: ChangesRow): Promise<ChangesRow> => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    const schemaId = schemas.idOf(uid);
    if (row.schemaId === schemaId) return row;
    const from = await schemas.get(knex, row.schemaId);
    const side = (of: 'base' | 'value') =>
      project({
        snapshot: Object.fromEntries(Object.entries(row.changes).map(([name, change]) => [name, change[of]])),
        from,
        to: structure,
        hasComponent: (component) => Boolean(strapi.components[component as never]),
      });
    const [base, value] = [side('base'), side('value')];
    const lost = new Set(value.dropped.map(({ path }) => path));
    const names = Object.keys(row.changes).filter((name) => structure.attributes[name] && !lost.has(name));
    const changes = Object.fromEntries(
      names.map((name) => [name, { base: base.content[name], value: value.content[name] }])
    );
    return { ...row, changes, schemaId };
  };

  /** A draft's changes in today's structure. */
  const inTodaysStructure = async (knex: Knex, draft: StoredDraft): Promise<StoredDraft> => {
    const locales: ChangesRow[] = [];
    for (const row of draft.locales) locales.push(await projected(knex, draft.uid, row));
    return { ...draft, locales };
  };

  /**
   * @param draft in today's structure
   * @param current content as it is now, in this locale or all; those that it lacks do not exist (yet)
   */
  const over = (draft: StoredDraft, current: readonly DocumentReading[], locale: string): DraftLook => {
    const { structure } = getService(strapi, 'tracking').reader(draft.uid)!;
    const reading = current.find((one) => one.locale === locale);
    const rows = reading ? (withRowIds(reading.snapshot) as Snapshot) : null;
    const upstream = rows ?? newEntry(structure, current[0]?.snapshot ?? null);
    const changes = changesIn(draft.locales, locale, structure);
    const head = reading?.head;
    return {
      locale,
      changes,
      current: rows,
      upstream,
      revision: head && head.action !== 'delete' ? head.id : null,
      ...mergeDraft({ changes, current: upstream, structure }),
    };
  };

  /**
   * Current content of a draft's document: one statement.
   *
   * @param only one locale, without heads, or with what is needed of some attributes; all of it by default
   */
  const readings = async (
    knex: Knex,
    { uid, documentId }: { uid: string; documentId: string | null },
    { heads = true, ...only }: Partial<Pick<ReadRequest, 'locale' | 'heads' | 'attributes'>> = {}
  ): Promise<DocumentReading[]> => {
    if (documentId === null) return [];
    const reader = getService(strapi, 'tracking').reader(uid)!;
    return (await reader.read(knex, { documentId, version: 'current', heads, ...only })).locales;
  };

  return {
    inTodaysStructure,
    over,
    readings,

    /** A look as an entry, with what the caller may see of it. */
    present: (
      { uid, documentId }: StoredDraft,
      { locale, content }: DraftLook,
      access: Access,
      selection?: Selection
    ) => present(strapi, { uid, documentId, locale, content, access, selection }),

    /** What a draft looks like in each of its locales. */
    of: (draft: StoredDraft): Promise<{ draft: StoredDraft; looks: DraftLook[] }> =>
      connection(async (knex) => {
        const today = await inTodaysStructure(knex, draft);
        const current = await readings(knex, today);
        return { draft: today, looks: today.locales.map(({ locale }) => over(today, current, locale)) };
      }),

    /** Drafts of one type, each in one locale: current is read for all of them at once. */
    ofEach: (
      drafts: { draft: StoredDraft; locale: string }[]
    ): Promise<{ draft: StoredDraft; look: DraftLookAlone }[]> =>
      connection(async (knex) => {
        if (drafts.length === 0) return [];
        const reader = getService(strapi, 'tracking').reader(drafts[0]!.draft.uid)!;
        const documentIds = [...new Set(drafts.flatMap(({ draft }) => draft.documentId ?? []))];
        const current = await reader.readAll(knex, { documentIds, version: 'current' });
        const found: { draft: StoredDraft; look: DraftLookAlone }[] = [];
        for (const { draft, locale } of drafts) {
          const today = await inTodaysStructure(knex, draft);
          found.push({ draft: today, look: over(today, current.get(draft.documentId ?? '') ?? [], locale) });
        }
        return found;
      }),

    /** The same, and what it looks like in one locale, which it may not have touched. */
    in: (
      draft: StoredDraft,
      locale: string
    ): Promise<{ draft: StoredDraft; looks: DraftLook[]; look: DraftLook }> =>
      connection(async (knex) => {
        const today = await inTodaysStructure(knex, draft);
        const current = await readings(knex, today);
        const looks = today.locales.map((row) => over(today, current, row.locale));
        const look = looks.find((one) => one.locale === locale) ?? over(today, current, locale);
        return { draft: today, looks, look };
      }),
  };
};

export default draftLooks;
