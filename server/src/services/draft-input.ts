import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { fromInput, InputError, type WantedDocument } from '../core/input';
import { isRecord, own } from '../core/record';
import type { MediaReference, RelationReference, Snapshot } from '../core/snapshot';
import type { AttributeShape, Attributes, Structure } from '../core/structure';
import { contentTypeOf } from './content-type-of';
import { createTargets, type Targets } from './targets';

const FILE = 'plugin::upload.file';

export interface DraftInput {
  data: Record<string, unknown>;
  structure: Structure;
  /** '' where the type is not localized */
  locale: string;
  /** what components and relations in the data start from */
  over: Snapshot | null;
  /** whether there is no document yet */
  isNew: boolean;
  access: Access;
  entity: Entity;
}

/** What Strapi keeps on a row, and sends along with forms and answers. */
const STRAPIS = new Set([
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  'status',
]);

/** The data without relations and files: those are looked up here, and Strapi's validator knows them by row id only. */
const withoutReferences = (
  source: Record<string, unknown>,
  attributes: Attributes,
  { components }: Structure
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([name, value]): [string, unknown][] => {
      const shape = own(attributes, name);
      if (!shape) return name === '__component' ? [[name, value]] : [];
      if (shape.type === 'relation' || shape.type === 'media') return [];
      if (shape.type !== 'component' && shape.type !== 'dynamiczone') return [[name, value]];
      const walk = (item: unknown): unknown => {
        const uid = shape.component ?? String(own(item, '__component'));
        return isRecord(item)
          ? withoutReferences(item, own(components, uid) ?? {}, { components } as Structure)
          : item;
      };
      return [[name, Array.isArray(value) ? value.map(walk) : walk(value)]];
    })
  );

type Writer = Pick<DraftInput, 'access' | 'entity' | 'isNew'>;

/** What the caller may write; of a document that they may not save (a draft is no save) what they may read. */
const permitted = async (
  given: Record<string, unknown>,
  { access, entity, isNew }: Writer
): Promise<Record<string, unknown>> => {
  const action = isNew ? 'create' : 'update';
  if (await access.can(action, entity)) return access.sanitizeInput(given, entity, action);
  const readable = await access.readable(Object.keys(given), entity);
  return Object.fromEntries(readable.map((name) => [name, given[name]]));
};

/** @throws ForbiddenError where one of the attributes is not the caller's to change */
export const demandWritable = async (names: string[], writer: Writer): Promise<void> => {
  if (names.length === 0) return;
  const allowed = await permitted(Object.fromEntries(names.map((name) => [name, null])), writer);
  const forbidden = names.filter((name) => !Object.hasOwn(allowed, name));
  if (forbidden.length > 0) {
    throw new errors.PolicyError(`You have no right to change ${forbidden.join(', ')}`);
  }
};

const isLocalized = (strapi: Core.Strapi, uid: string): boolean =>
  contentTypeOf(strapi, uid)?.pluginOptions?.i18n?.localized === true;

/** Looks up the documents and files that a write names, as the form of a snapshot wants them. */
const createFinder = (strapi: Core.Strapi, targets: Targets, locale: string) => ({
  document({ target, documentId, id, locale: wanted }: WantedDocument): RelationReference | null {
    const rows = targets.of(target);
    const ofDocument =
      documentId === null
        ? rows.filter((row) => row.id === id)
        : rows.filter((row) => row.documentId === documentId);
    const asked = wanted ?? (isLocalized(strapi, target) ? locale || undefined : null);
    // a document that lacks the locale is meant as it is, where none is asked for
    const row =
      ofDocument.find((one) => documentId === null || (one.locale ?? null) === asked) ??
      (wanted ? undefined : ofDocument[0]);
    if (!row) return null;
    return row.documentId ? { documentId: row.documentId, locale: row.locale ?? null } : { id: row.id };
  },

  file(id: number): MediaReference | null {
    const row = targets.of(FILE).find((file) => file.id === id);
    return row ? { hash: row.hash ?? null, id, name: typeof row.name === 'string' ? row.name : null } : null;
  },
});

/**
 * By Strapi's own validator, as it looks at a draft's save. It builds a schema of every attribute of the type that it is
 * given: so it is given a type of those that there are in the data.
 */
const checkTypes = async (
  strapi: Core.Strapi,
  data: Record<string, unknown>,
  { structure, locale }: DraftInput
): Promise<void> => {
  const type = strapi.contentType(structure.uid as never) as { attributes: Record<string, unknown> };
  const attributes = Object.fromEntries(
    Object.entries(type.attributes).filter(([name]) => Object.hasOwn(data, name))
  );
  if (Object.keys(attributes).length === 0) return;
  await strapi.entityValidator.validateEntityUpdate(
    { ...type, attributes } as never,
    data as never,
    { isDraft: true, locale: locale || null } as never
  );
};

/**
 * What was typed, as whole values in the form of a snapshot.
 *
 * @throws ValidationError that names the path, for what there is not, or what is not of the attribute's type
 */
export const readDraftInput = async (strapi: Core.Strapi, input: DraftInput): Promise<Snapshot> => {
  const { structure, locale, over } = input;
  const isOther = (uid: string, name: string): boolean =>
    STRAPIS.has(name) ||
    Object.hasOwn((strapi.getModel(uid as never) as { attributes: object }).attributes, name);
  const read = (
    data: Record<string, unknown>,
    find: (wanted: WantedDocument, shape?: AttributeShape) => RelationReference | null,
    findFile: (id: number) => MediaReference | null
  ): Snapshot => {
    try {
      return fromInput({ data, structure, over, find, findFile, isOther });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const path = error.path.split(/[.[\]]+/).filter(Boolean);
      throw new errors.ValidationError(error.message, {
        errors: [{ path, message: error.message, name: 'ValidationError' }],
      });
    }
  };

  // what is not known at all is told before what is left out in silence, as Strapi does
  const documents: WantedDocument[] = [];
  const files: number[] = [];
  read(
    input.data,
    (wanted) => {
      documents.push(wanted);
      return { documentId: '' };
    },
    (id) => {
      files.push(id);
      return { id, hash: null, name: null };
    }
  );
  const known = Object.entries(input.data).filter(([name]) => Object.hasOwn(structure.attributes, name));
  const data = await permitted(Object.fromEntries(known), input);
  await checkTypes(strapi, withoutReferences(data, structure.attributes, structure), input);

  const targets = createTargets(strapi, { whole: files.length > 0 });
  await targets.load([
    ...documents.map(({ target, documentId, id }) => ({ target, documentId, id, hash: null })),
    ...files.map((id) => ({ target: FILE, documentId: null, id, hash: null })),
  ]);
  const finder = createFinder(strapi, targets, locale);
  return read(data, finder.document, finder.file);
};
