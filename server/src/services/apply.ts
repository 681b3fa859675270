import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import type { Revision } from '../../../contracts/revision';
import type { Access } from '../access/access';
import { demand } from '../access/demand';
import { doorOf } from '../capture/door';
import { touchedIn } from '../core/draft-locales';
import { withoutMissing } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import { toInput } from '../core/to-input';
import { withheld } from '../core/withheld';
import { documentLock, reserveNumbers } from '../store/document-lock';
import { findDraft, lockAsSeen, removeDraft, touchDraft, type StoredDraft } from '../store/drafts';
import { inTransaction } from '../store/in-transaction';
import type { DocumentReading } from '../store/reading/assemble';
import type { RevisionRow } from '../store/revisions';
import { checkValid } from './check-valid';
import { DraftConflictError } from './draft-conflict';
import type { DraftLook } from './draft-looks';
import { entryOf } from './entry-of';
import { InvalidDocumentError } from './invalid-document';
import { createResolve, createRowIdResolve } from './resolve-references';
import { singleDocumentOf } from './single-document';
import { createTargets } from './targets';
import { writeLocale } from './write-locale';
import { getService } from '.';

export interface ApplyRequest {
  id: number;
  accessTo: (uid: string) => Access;
  /** told of the draft as it is, once it is locked; throws where the caller may not */
  check: (draft: StoredDraft) => void;
  publish?: boolean;
  notes?: string;
  lockVersion?: number;
}

export interface Applied {
  draft: StoredDraft;
  looks: DraftLook[];
  documentId: string;
  /** what it left, in the draft's first locale that it changed; null where nothing changed */
  revision: Revision | null;
  /** content in the draft's first locale */
  content: Snapshot;
  /** '' where the type is not localized */
  locale: string;
}

/** Writes a draft's changes into current: under the document's lock, through the Document Service, in one transaction (rule 10). */
const apply = ({ strapi }: { strapi: Core.Strapi }) => {
  const existing = async (locale: string, uid: string): Promise<boolean> => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    if (!structure.localized) return locale === '';
    return Boolean(await strapi.plugin('i18n')?.service('locales').findByCode(locale));
  };

  /**
   * What is to be written of a locale. References whose target is gone are left out: Strapi would refuse all of it.
   *
   * @throws ForbiddenError where the draft changes what the caller may not: applied in part, the rest would be lost
   */
  const dataOf = async (
    { uid, documentId }: StoredDraft,
    { locale, content, current, modified }: DraftLook,
    access: Access
  ): Promise<Record<string, unknown>> => {
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    const entity = await access.entityOf({ documentId: documentId ?? '', locale });
    await demand(access, documentId === null ? 'create' : 'update', entity);
    if (documentId !== null && !current) await demand(access, 'create', entity);

    const targets = createTargets(strapi, { whole: false });
    const written = Object.fromEntries(modified.map((name) => [name, content[name]]));
    const linked = withoutMissing(written, structure, await createResolve(targets, written, structure));
    const byRowId = await createRowIdResolve(strapi, linked.content, structure);
    const linkable = withoutMissing(linked.content, structure, byRowId).content;
    const whole = toInput({ content: linkable, structure, current, fields: modified });
    const data = await access.sanitizeInput(whole, entity, documentId === null ? 'create' : 'update');
    const now = current ? toInput({ content: current, structure, current, fields: modified }) : null;
    const forbidden = modified.flatMap((name) =>
      withheld({ given: whole[name], left: data[name], current: now?.[name], path: name })
    );
    if (forbidden.length > 0) {
      throw new errors.PolicyError(`You have no right to change ${forbidden.join(', ')}`);
    }
    return data;
  };

  return {
    /**
     * @throws NotFoundError, ForbiddenError; DraftConflictError where the draft was changed meanwhile, or its document
     *   was deleted; ValidationError as Strapi's own update has it; InvalidDocumentError in place of that with
     *   `publish`. Nothing is written then, and the draft is as it was.
     */
    async run({ id, accessTo, check, publish = false, notes, lockVersion }: ApplyRequest): Promise<Applied> {
      // before the transaction: on MySQL that would see nothing newer than what it saw first
      const seen = await getService(strapi, 'drafts').find(id);
      if (!seen) throw new errors.NotFoundError(`No draft ${id}`);
      return inTransaction(strapi, async (trx, onCommit) => {
        const { dialect, recorded: known } = getService(strapi, 'store');
        // the document first, as every save locks
        const { documentId } = seen;
        const key = documentId === null ? null : { uid: seen.uid, documentId };
        // with the number that the save within will use
        if (key && known.mayHave(key)) await reserveNumbers(trx, dialect, key, 1);
        const stored = (await lockAsSeen(trx, dialect, seen)) ? seen : await lockAnew(trx, id);
        check(stored);
        const version = stored.lockVersion;
        if (lockVersion !== undefined && lockVersion !== version) {
          throw new DraftConflictError('The draft was changed meanwhile', version);
        }

        const looksService = getService(strapi, 'draft-looks');
        const draft = await looksService.inTodaysStructure(trx, stored);
        const readings = await currentOf(trx, draft, publish);
        if (documentId !== null && readings.length === 0) {
          throw new DraftConflictError(
            'The document was deleted; bring it back before its draft is applied',
            version
          );
        }
        if (documentId === null && (await singleDocumentOf(strapi, draft.uid)) !== null) {
          throw new DraftConflictError('The document was made meanwhile, and there can be one only', version);
        }
        const looks: DraftLook[] = [];
        for (const { locale } of draft.locales) {
          if (await existing(locale, draft.uid)) looks.push(looksService.over(draft, readings, locale));
        }
        const [first] = looks;
        if (!first) throw new errors.ValidationError('The locales of this draft no longer exist');

        await demandRights(draft, looks, accessTo(draft.uid), publish);
        if (publish) for (const look of looks) await checkPublishing(draft, look);
        const made: (RevisionRow & { snapshot: Snapshot })[] = [];
        const applied = await write({ draft, looks, accessTo, publish, notes, made });
        if (key && documentLock(trx, key).isHeld) await reserveNumbers(trx, dialect, key, 0);
        await removeDraft(trx, dialect, id);

        const { actor } = doorOf(strapi);
        const ended = { ...draft, documentId: applied };
        onCommit(() => getService(strapi, 'events').draft('draft.apply', ended, { looks, actor }));

        const revisions = getService(strapi, 'revisions');
        const own = made.find(({ locale }) => locale === first.locale) ?? made[0];
        const [revision] = own
          ? await revisions.describe([own], { uid: draft.uid, documentId: applied }, { isNew: !publish })
          : [];
        return {
          draft,
          looks,
          documentId: applied,
          revision: revision ?? null,
          content:
            made.find(({ locale }) => locale === first.locale)?.snapshot ??
            (await contentNow(trx, { uid: draft.uid, documentId: applied }, first.locale)),
          locale: first.locale,
        };
      });
    },
  };

  /** What current has of that which a draft changes; all of it, where it is looked at as a whole. */
  async function currentOf(
    trx: Knex.Transaction,
    draft: StoredDraft,
    whole: boolean
  ): Promise<DocumentReading[]> {
    const { readings } = getService(strapi, 'draft-looks');
    const attributes = whole ? undefined : touchedIn(draft.locales);
    const found = await readings(trx, draft, { heads: false, attributes });
    const isNew = ({ locale }: { locale: string }) => !found.some((reading) => reading.locale === locale);
    // a new locale begins with what the others share
    return !whole && draft.locales.some(isNew) ? readings(trx, draft, { heads: false }) : found;
  }

  /** Where no revision tells it: nothing changed, or the type is not tracked any more. */
  async function contentNow(
    trx: Knex.Transaction,
    key: { uid: string; documentId: string },
    locale: string
  ): Promise<Snapshot> {
    const { readings } = getService(strapi, 'draft-looks');
    const [reading] = await readings(trx, key, { locale: locale || undefined, heads: false });
    return reading!.snapshot;
  }

  /** A draft that was changed a moment ago, as it is now. @throws NotFoundError */
  async function lockAnew(trx: Knex.Transaction, id: number): Promise<StoredDraft> {
    const { dialect } = getService(strapi, 'store');
    const draft = (await touchDraft(trx, id, null)) ? await findDraft(trx, dialect, id) : null;
    if (!draft) throw new errors.NotFoundError(`No draft ${id}`);
    return { ...draft, lockVersion: draft.lockVersion - 1 };
  }

  /**
   * Before anything is written, and any lifecycle has run. Of what does not exist yet conditions of a role know nothing: it
   * is asked once it is there.
   *
   * @throws ForbiddenError
   */
  async function demandRights(
    { uid, documentId }: StoredDraft,
    looks: DraftLook[],
    access: Access,
    publish: boolean
  ): Promise<void> {
    for (const { locale, current, modified } of looks) {
      if (documentId === null || !current) continue;
      const entity = await access.entityOf({ documentId, locale });
      if (modified.length > 0) await demand(access, 'update', entity);
      if (publish && getService(strapi, 'tracking').hasDraftAndPublish(uid)) {
        await demand(access, 'publish', entity);
      }
    }
  }

  /** Before anything is written, and any lifecycle has run. @throws InvalidDocumentError where it could not be published */
  async function checkPublishing({ uid, documentId }: StoredDraft, look: DraftLook): Promise<void> {
    // without Draft & Publish the save itself is looked at as a whole
    if (!getService(strapi, 'tracking').hasDraftAndPublish(uid)) return;
    const { locale, content, current } = look;
    const entry = await entryOf(strapi, uid, content);
    const isNew = current === null;
    await checkValid(strapi, { uid, documentId: documentId ?? '', locale: locale || null, entry, isNew });
  }

  /** @returns the document's documentId */
  async function write({
    draft,
    looks,
    accessTo,
    publish,
    notes,
    made,
  }: Pick<ApplyRequest, 'accessTo' | 'publish' | 'notes'> & {
    draft: StoredDraft;
    looks: DraftLook[];
    made: (RevisionRow & { snapshot: Snapshot })[];
  }): Promise<string> {
    const { uid, name } = draft;
    const access = accessTo(uid);
    let { documentId } = draft;
    try {
      const localesWritten = new Set<string>();
      for (const look of looks) {
        // what locales share was written with the first of them: i18n has copied it to the others
        const modified = look.modified.filter(
          (attribute) => !isWrittenAlready(draft, look, attribute, localesWritten)
        );
        const create = documentId === null;
        if (modified.length === 0 && !create && look.current) {
          localesWritten.add(look.locale);
          continue;
        }
        const data = await dataOf({ ...draft, documentId }, { ...look, modified }, access);
        documentId = await writeLocale(strapi, {
          uid,
          documentId,
          locale: look.locale,
          data,
          access,
          create,
          intent: {
            action: 'apply',
            draftName: name,
            notes: notes?.trim() || draft.notes || (name === null ? null : `Applied “${name}”`),
            recorded: (revision, snapshot) => made.push({ ...revision, snapshot }),
          },
        });
        localesWritten.add(look.locale);
      }
      if (publish && getService(strapi, 'tracking').hasDraftAndPublish(uid)) {
        for (const { locale } of looks) {
          const entity = await access.entityOf({ documentId: documentId!, locale });
          await demand(access, 'publish', entity);
          await strapi.documents(uid as never).publish!({ documentId, locale: locale || undefined } as never);
        }
      }
      return documentId!;
    } catch (error) {
      throw publish ? InvalidDocumentError.from(error) : error;
    }
  }

  /** Whether a shared attribute was written with a locale that came before. */
  function isWrittenAlready(
    { uid }: StoredDraft,
    { locale }: DraftLook,
    attribute: string,
    written: ReadonlySet<string>
  ): boolean {
    const { attributes } = getService(strapi, 'tracking').reader(uid)!.structure;
    return attributes[attribute]?.localized === false && [...written].some((other) => other !== locale);
  }
};

export default apply;
