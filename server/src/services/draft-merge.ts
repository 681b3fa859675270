import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { changesIn, distribute } from '../core/draft-locales';
import { accept } from '../core/merge';
import { findDraft, touchDraft, writeChanges, type StoredDraft } from '../store/drafts';
import { inTransaction } from '../store/in-transaction';
import { checkVersion, createDraftEditing, withRows } from './draft-editing';
import { demandWritable } from './draft-input';
import type { DraftLook } from './draft-looks';
import { getService } from '.';

const unique = (values: string[]): string[] => [...new Set(values)];

/** Brings what changed upstream into drafts, and what was decided where both changed the same. */
const draftMerge = ({ strapi }: { strapi: Core.Strapi }) => {
  const { dialect, schemas } = getService(strapi, 'store');

  /** @throws ValidationError for what the caller sees in no conflict, ForbiddenError for what they may not change */
  const checkResolve = async (
    resolve: Record<string, unknown>,
    looks: DraftLook[],
    { access, entities, isNew }: { access: Access; entities: ReadonlyMap<string, Entity>; isNew: boolean }
  ): Promise<void> => {
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
  };

  return {
    /**
     * Brings what changed upstream into a draft, in all its locales.
     *
     * @returns paths of what came in
     * @throws NotFoundError, DraftConflictError, ValidationError where `resolve` names what is in no conflict
     */
    async run(
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
        const stored = (await touchDraft(trx, id, Date.now())) ? await findDraft(trx, dialect, id) : null;
        if (!stored) throw new errors.NotFoundError(`No draft ${id}`);
        check(stored);
        checkVersion(stored, lockVersion);
        const { structure } = getService(strapi, 'tracking').reader(stored.uid)!;
        const looksService = getService(strapi, 'draft-looks');
        const readings = await looksService.readings(trx, stored);
        let draft = await looksService.inTodaysStructure(trx, stored);
        const looks = draft.locales.map(({ locale }) => looksService.over(draft, readings, locale));
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
          changes: {
            ...createDraftEditing(strapi).unknownIn(stored, row.locale, stored.uid),
            ...row.changes,
          },
        }));
        await writeChanges(trx, dialect, id, written);
        return { draft, merged: unique(looks.flatMap((look) => look.merged.map(({ path }) => path))) };
      });
    },
  };
};

export default draftMerge;
