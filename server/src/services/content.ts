import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Added, Dropped, Missing } from '../../../contracts/revision';
import { project, type Projection } from '../core/project';
import { collectReferences, withoutMissing } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import type { DocumentRow } from '../store/documents';
import {
  findByNumbers,
  findContent,
  findWholeRevision,
  newestNumbers,
  type RevisionRow,
  type StoredContent,
  type WholeRevision,
} from '../store/revisions';
import { resolveAmong } from './resolve-references';
import { createTargets, type Targets } from './targets';
import { getService } from '.';

/** A revision's content in today's structure, with what got lost on the way. */
export interface RevisionContent {
  row: RevisionRow;
  document: DocumentRow;
  structure: Structure;
  /** references whose target is gone are left out */
  content: Snapshot;
  /** the same with those references */
  recorded: Snapshot;
  /** what the references point at */
  targets: Targets;
  missing: Missing[];
  dropped: Dropped[];
  added: Added[];
}

/** Reads revisions back: whatever the schema was then and is now, it never fails on old content. */
const content = ({ strapi }: { strapi: Core.Strapi }) => {
  const { connection, schemas } = getService(strapi, 'store');

  /** The snapshot as it was stored. @throws where the row or its keyframe is gone */
  const snapshotOf = (id: number): Promise<Snapshot> =>
    connection(async (knex) => {
      const stored = await findContent(knex, id);
      if (!stored) throw new errors.NotFoundError(`No revision ${id}`);
      return read(stored);
    });

  const read = async (stored: StoredContent): Promise<Snapshot> =>
    JSON.parse(await connection((knex) => getService(strapi, 'recorder').textOf(knex, stored))) as Snapshot;

  const becameShared = (from: Structure | null, to: Structure): boolean =>
    from !== null &&
    Object.entries(to.attributes).some(
      ([name, shape]) =>
        shape.localized === false &&
        Object.hasOwn(from.attributes, name) &&
        from.attributes[name]!.localized === true
    );

  /** What the default locale held when the revision was made: what all locales share has its value from there. */
  const sharedSnapshot = async (row: RevisionRow): Promise<Snapshot | null> => {
    const i18n = strapi.plugin('i18n');
    const locale: string | undefined = await i18n?.service('locales').getDefaultLocale();
    if (!locale || locale === row.locale) return null;
    return connection(async (knex) => {
      const newest = await newestNumbers(knex, row.document, row.number);
      const number = newest.find((head) => head.locale === locale)?.number;
      const [found] = number === undefined ? [] : await findByNumbers(knex, row.document, [number]);
      return found ? snapshotOf(found.id) : null;
    });
  };

  return {
    snapshotOf,

    /**
     * @param shown whether the content is to be shown: then what it points at is read as a whole
     * @returns null where there is no such revision, or its content type is gone
     */
    async load(id: number, { shown = false } = {}): Promise<RevisionContent | null> {
      const found = await connection((knex) => findWholeRevision(knex, id));
      if (!found || !getService(strapi, 'tracking').reader(found.document.uid)) return null;
      const [content] = await toContents([found], createTargets(strapi, { whole: shown }));
      return content!;
    },

    /** Several of one content type, as they were found: what they point at is looked up once for all of them. */
    loadAll: (found: WholeRevision[]): Promise<RevisionContent[]> =>
      toContents(found, createTargets(strapi, { whole: true })),

    /** The same where it does not matter what they point at: nothing is looked up, references whose target is gone are in them. */
    async contentsOf(found: WholeRevision[]): Promise<Snapshot[]> {
      const contents: Snapshot[] = [];
      for (const revision of found) contents.push((await projectedOf(revision)).content);
      return contents;
    },
  };

  /** A stored revision in today's structure. */
  async function projectedOf({
    row,
    document,
    content: stored,
  }: WholeRevision): Promise<Projection & { structure: Structure }> {
    const { structure } = getService(strapi, 'tracking').reader(document.uid)!;
    const from = await connection((knex) => schemas.get(knex, row.schemaId));
    const projection = project({
      snapshot: await read(stored),
      from,
      to: structure,
      shared: becameShared(from, structure) ? await sharedSnapshot(row) : null,
      hasComponent: (uid) => Boolean(strapi.components[uid as never]),
    });
    return { ...projection, structure };
  }

  /** Stored revisions of one content type in today's structure. */
  async function toContents(found: WholeRevision[], targets: Targets): Promise<RevisionContent[]> {
    const projected: (Omit<WholeRevision, 'content'> & Projection & { structure: Structure })[] = [];
    for (const revision of found) {
      const { row, document } = revision;
      projected.push({ row, document, ...(await projectedOf(revision)) });
    }
    await targets.load(projected.flatMap(({ content, structure }) => collectReferences(content, structure)));

    const contents: RevisionContent[] = [];
    const locales = new Map<string, boolean>();
    for (const { row, document, structure, content: recorded, dropped, added } of projected) {
      const { content: kept, missing } = withoutMissing(recorded, structure, resolveAmong(targets));
      const isKnown = locales.get(row.locale) ?? (await hasLocale(row.locale, structure));
      locales.set(row.locale, isKnown);
      const lost = isKnown ? dropped : [...dropped, { path: 'locale', reason: 'locale-removed' as const }];
      contents.push({
        row,
        document,
        structure,
        content: kept,
        recorded,
        targets,
        missing,
        dropped: lost,
        added,
      });
    }
    return contents;
  }

  /** Whether there still is the locale that a revision was recorded in; '' is that of a type without any. */
  async function hasLocale(locale: string, { localized }: Structure): Promise<boolean> {
    if (!localized) return locale === '';
    return Boolean(await strapi.plugin('i18n')?.service('locales').findByCode(locale));
  }
};

export default content;
