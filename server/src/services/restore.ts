import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { errors } from '@strapi/utils';
import type { RestoreBody } from '../../../contracts/requests';
import type { RestoreMeta, RestoreResult, RestoreWarning } from '../../../contracts/revision';
import type { Access, Entity } from '../access/access';
import { demand } from '../access/demand';
import { withoutMissing } from '../core/references';
import { planRestore } from '../core/restore-plan';
import type { Snapshot } from '../core/snapshot';
import type { Structure } from '../core/structure';
import { toInput } from '../core/to-input';
import { changesNothing, withheld } from '../core/withheld';
import { reserveNumbers } from '../store/document-lock';
import { inTransaction } from '../store/in-transaction';
import type { DocumentReading } from '../store/reading/assemble';
import { withRowIds } from '../store/reading/with-row-ids';
import { findByNumbers, newestNumbers, type RevisionRow } from '../store/revisions';
import { checkValid } from './check-valid';
import type { RevisionContent } from './content';
import { hydrate } from './hydrate';
import { InvalidDocumentError } from './invalid-document';
import { createRowIdResolve } from './resolve-references';
import { writeLocale } from './write-locale';
import { getService } from '.';

export interface RestoreRequest extends RestoreBody {
  revision: RevisionContent;
  access: Access;
}

/** What a restore does in one locale. */
interface LocaleRestore {
  source: RevisionContent;
  current: DocumentReading | undefined;
  data: Record<string, unknown>;
  changed: string[];
  warnings: RestoreWarning[];
}

/** Makes current what a revision was: in today's structure, through the Document Service, as a new revision (rules 10 and 12). */
const restore = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Revisions to restore: this one, or for every locale of today its newest not above this one. */
  const sourcesOf = async (
    trx: Knex.Transaction,
    revision: RevisionContent,
    locales: RestoreBody['locales'],
    existing: string[]
  ): Promise<RevisionContent[]> => {
    if (locales !== 'all') return [revision];
    const newest = await newestNumbers(trx, revision.row.document, revision.row.number);
    const rows = await findByNumbers(
      trx,
      revision.row.document,
      newest.map(({ number }) => number)
    );
    const loaded = await Promise.all(
      rows
        .filter(({ id, action }) => id !== revision.row.id && action !== 'delete')
        .sort((a, b) => b.number - a.number)
        .map(({ id }) => getService(strapi, 'content').load(id))
    );
    const sources = [revision];
    for (const source of loaded) {
      const isTaken = sources.some(({ row }) => row.locale === source?.row.locale);
      if (source && !isTaken && existing.includes(source.row.locale)) sources.push(source);
    }
    return sources;
  };

  const planLocale = async (
    { source, current }: Pick<LocaleRestore, 'source' | 'current'>,
    { access, fields }: Pick<RestoreRequest, 'access' | 'fields'>,
    entity: Entity
  ): Promise<LocaleRestore> => {
    const warnings: RestoreWarning[] = [];
    const { structure, content } = source;
    const locale = source.row.locale || null;
    const isWanted = (path: string) => !fields || fields.includes(attributeOf(path));
    const rows = (current ? withRowIds(current.snapshot) : null) as Snapshot | null;
    const plan = planRestore({
      revision: content,
      current: current?.snapshot ?? null,
      structure,
      added: source.added,
      fields,
    });

    const byRowId = await createRowIdResolve(strapi, content, structure);
    const linkable = withoutMissing(content, structure, byRowId).content;
    const whole = toInput({ content: linkable, structure, current: rows, fields: plan.changed });
    const data = await access.sanitizeInput(whole, entity);
    const now = rows ? toInput({ content: rows, structure, current: rows, fields: plan.changed }) : null;
    const changed = plan.changed.filter(
      (name) => !changesNothing({ given: whole[name], left: data[name], current: now?.[name] })
    );
    for (const name of plan.changed) {
      const forbidden = withheld({ given: whole[name], left: data[name], current: now?.[name], path: name });
      for (const path of forbidden) warnings.push({ code: 'forbidden', path, locale });
    }
    for (const { path, reason } of source.dropped) {
      if (isWanted(path)) warnings.push({ code: reason, path, locale });
    }
    for (const { path, target, documentId, label } of source.missing) {
      if (isWanted(path)) warnings.push({ code: 'missing', path, locale, target, documentId, label });
    }
    for (const path of plan.emptied) warnings.push({ code: 'emptied', path, locale });
    for (const path of plan.shared.filter((name) => changed.includes(name))) {
      warnings.push({ code: 'shared', path, locale });
    }
    return { source, current, data, changed, warnings: await access.readable(warnings, entity) };
  };

  return {
    /**
     * @throws NotFoundError, ForbiddenError where the caller lacks the right on the document
     * @throws ValidationError where `fields` names what neither the schema nor the revision knows, and as Strapi's own
     *   update has it where the result would not be valid; nothing is written then
     * @throws InvalidDocumentError in place of that with `publish`
     */
    async run({
      revision,
      access,
      fields,
      locales = 'this',
      publish = false,
      notes,
      dryRun = false,
    }: RestoreRequest): Promise<{ result: RestoreResult; meta: RestoreMeta }> {
      const { uid, documentId } = revision.document;
      const reader = getService(strapi, 'tracking').reader(uid)!;
      await checkFields(revision, fields);

      return inTransaction(strapi, async (trx) => {
        const { dialect } = getService(strapi, 'store');
        // with the number that the save within will use
        await reserveNumbers(trx, dialect, { uid, documentId }, dryRun ? 0 : 1);
        const { locales: existing } = await reader.read(trx, {
          documentId,
          version: 'current',
          heads: false,
        });
        const sources = await sourcesOf(
          trx,
          revision,
          locales,
          existing.map(({ locale }) => locale)
        );

        const warnings: RestoreWarning[] = [];
        const changes: RestoreMeta['changes'] = [];
        const plans: LocaleRestore[] = [];
        for (const source of sources) {
          const locale = source.row.locale;
          if (source.dropped.some(({ reason }) => reason === 'locale-removed')) {
            warnings.push({ code: 'locale-removed', path: 'locale', locale: locale || null });
            continue;
          }
          const current = existing.find((reading) => reading.locale === locale);
          const entity = await access.entityOf({ documentId, locale });
          await demand(access, 'update', entity);
          if (!current) await demand(access, 'create', entity);
          if (publish) await demand(access, 'publish', entity);
          // what locales share is restored with the first of them: i18n copies it to the others
          const wanted = plans.length === 0 ? fields : localizedOnly(revision.structure, fields);
          const plan = await planLocale({ source, current }, { access, fields: wanted }, entity);
          plans.push(plan);
          warnings.push(...plan.warnings);
          changes.push({
            locale: locale || null,
            number: source.row.number,
            changed: await access.readable(plan.changed, entity),
          });
        }

        const meta: RestoreMeta = { changes };
        const isUnchanged = plans.every(({ changed, current }) => changed.length === 0 && current);
        const own = plans.find(({ source }) => source === revision);
        if (dryRun) {
          if (publish) for (const plan of plans) await checkPublishing(plan);
          const document = own ? await present(access, own.source, contentAfter(own)) : null;
          return { result: { document, revision: null, unchanged: isUnchanged, warnings }, meta };
        }

        const recorded: (RevisionRow & { snapshot: Snapshot })[] = [];
        let exists = existing.length > 0;
        try {
          for (const plan of plans) {
            if (plan.changed.length > 0 || !plan.current) {
              await write(plan, { access, notes, create: !exists, recorded });
              exists = true;
            }
            if (publish && reader.hasDraftAndPublish) await publishLocale(plan.source);
          }
        } catch (error) {
          throw publish ? InvalidDocumentError.from(error) : error;
        }
        await reserveNumbers(trx, dialect, { uid, documentId }, 0);

        const made = recorded.find(({ locale }) => locale === revision.row.locale) ?? recorded[0];
        const [view] = await getService(strapi, 'revisions').describe(
          made ? [made] : [],
          { uid, documentId },
          { isNew: !publish }
        );
        // of a type that is not tracked (any more) nothing is recorded
        const isTracked = getService(strapi, 'tracking').find(uid) !== null;
        const now =
          recorded.find(({ locale }) => locale === revision.row.locale)?.snapshot ??
          (isTracked ? own?.current?.snapshot : own && contentAfter(own));
        return {
          result: {
            document: own ? await present(access, revision, now ?? revision.content) : null,
            revision: view ?? null,
            unchanged: isTracked ? recorded.length === 0 : isUnchanged,
            warnings,
          },
          meta,
        };
      });
    },
  };

  async function write(
    { source, data }: LocaleRestore,
    {
      access,
      notes,
      create,
      recorded,
    }: {
      access: Access;
      notes: string | undefined;
      create: boolean;
      recorded: (RevisionRow & { snapshot: Snapshot })[];
    }
  ): Promise<void> {
    const { uid, documentId } = source.document;
    await writeLocale(strapi, {
      uid,
      documentId,
      locale: source.row.locale,
      data,
      access,
      create,
      intent: {
        action: 'restore',
        restoredFrom: { id: source.row.id, number: source.row.number },
        notes,
        recorded: (revision, snapshot) => recorded.push({ ...revision, snapshot }),
      },
    });
  }

  async function publishLocale({ document, row }: RevisionContent): Promise<void> {
    const documents = strapi.documents(document.uid as never);
    await documents.publish!({ documentId: document.documentId, locale: row.locale || undefined } as never);
  }

  /** @throws InvalidDocumentError where restoring a locale and publishing it would */
  async function checkPublishing(plan: LocaleRestore): Promise<void> {
    const { source, current, changed } = plan;
    const { uid, documentId } = source.document;
    const drafts = getService(strapi, 'tracking').hasDraftAndPublish(uid);
    if (!drafts && current && changed.length === 0) return;
    const whole = await hydrate(strapi, { content: contentAfter(plan), structure: source.structure });
    // what is published is the whole row; without Draft & Publish only what is written is looked at
    const entry =
      drafts && current
        ? whole
        : Object.fromEntries(Object.entries(whole).filter(([name]) => changed.includes(name)));
    const locale = source.row.locale || null;
    await checkValid(strapi, { uid, documentId, locale, entry, isNew: !current });
  }

  async function present(access: Access, source: RevisionContent, content: Snapshot): Promise<Entity> {
    const { structure, document, row, targets } = source;
    const entity = await hydrate(strapi, { content, structure, targets });
    return access.sanitize({ ...entity, documentId: document.documentId, locale: row.locale || null });
  }

  async function checkFields({ structure, row }: RevisionContent, fields?: string[]): Promise<void> {
    const unknown = (fields ?? []).filter((name) => !Object.hasOwn(structure.attributes, name));
    if (unknown.length === 0) return;
    const snapshot = await getService(strapi, 'content').snapshotOf(row.id);
    const wrong = unknown.filter((name) => !Object.hasOwn(snapshot, name));
    if (wrong.length > 0) {
      throw new errors.ValidationError(
        `fields: ${wrong.join(', ')}: no such attribute; name top-level attributes such as ${Object.keys(structure.attributes).slice(0, 3).join(', ')}`
      );
    }
  }
};

/** `sections` of `sections[2].body` */
const attributeOf = (path: string): string => path.split(/[.[]/)[0]!;

/** What a locale would hold. */
const contentAfter = ({ source, current, changed }: LocaleRestore): Snapshot => {
  const content: Snapshot = { ...source.content };
  for (const name of Object.keys(content)) {
    if (!changed.includes(name) && current) content[name] = current.snapshot[name];
  }
  return content;
};

const localizedOnly = ({ attributes }: Structure, fields: string[] = Object.keys(attributes)): string[] =>
  fields.filter((name) => attributes[name]?.localized !== false);

export default restore;
