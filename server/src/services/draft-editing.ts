import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { distribute, touchedIn } from '../core/draft-locales';
import { touch } from '../core/merge';
import type { ChangesRow, DraftRow, StoredDraft } from '../store/drafts';
import type { DocumentReading } from '../store/reading/assemble';
import { DraftConflictError } from './draft-conflict';
import { demandWritable, readDraftInput } from './draft-input';
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

const hasChanges = ({ locales }: StoredDraft, locale: string): boolean =>
  locales.some((row) => row.locale === locale && Object.keys(row.changes).length > 0);

/** Made by the autosave that is on its way: one that was there may outlive its document. */
const isNewProvisional = ({ kind, lockVersion }: DraftRow): boolean =>
  kind === 'provisional' && lockVersion === 1;

/** What an edit of a stored draft makes of it; the parts of editing that saved and provisional drafts have in common. */
export const createDraftEditing = (strapi: Core.Strapi) => {
  const { schemas } = getService(strapi, 'store');
  const looksService = () => getService(strapi, 'draft-looks');

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

  /** What a stored draft changes of attributes that the type has no more. */
  const unknownIn = (stored: StoredDraft, locale: string, uid: string): ChangesRow['changes'] => {
    const { attributes } = structureOf(uid);
    const row = stored.locales.find((one) => one.locale === locale);
    return Object.fromEntries(
      Object.entries(row?.changes ?? {}).filter(([name]) => !Object.hasOwn(attributes, name))
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

  return { edited, unknownIn };
};

/** A draft with rows that are another now, or new. */
export const withRows = (draft: StoredDraft, rows: ChangesRow[]): StoredDraft => ({
  ...draft,
  locales: [
    ...draft.locales.map((row) => rows.find(({ locale }) => locale === row.locale) ?? row),
    ...rows.filter(({ locale }) => !draft.locales.some((row) => row.locale === locale)),
  ],
});

/** @throws DraftConflictError where a draft that was just locked is not as the caller knows it */
export const checkVersion = (draft: DraftRow, known: number | undefined): void => {
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
