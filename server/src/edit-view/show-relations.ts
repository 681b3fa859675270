import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readRelation } from '../core/read-reference';
import { own, toList } from '../core/record';
import type { RelationReference } from '../core/snapshot';
import type { AttributeShape } from '../core/structure';
import { getService } from '../services';
import type { RevisionContent } from '../services/content';
import { entityOf } from '../access/entity-of';
import { giveComponentIds, isSyntheticId } from './component-ids';
import { loadTargets } from './load-targets';
import { EMPTY_PAGE, mayReadRevisions, revisionIn, type Middleware, type Request } from './request';

interface Field {
  shape: AttributeShape;
  value: unknown;
  /** the field by which a role may see it or not: `tags`, `seo.author`, `sections` */
  grant: string;
}

/** The relation that is asked for: of the document itself, or of a component in it. */
const findField = (
  { row, document, content, structure }: RevisionContent,
  { model = '', id = '', targetField = '' }: Request['params']
): Field | null => {
  if (document.uid === model && document.documentId === id) {
    const shape = own(structure.attributes, targetField);
    return shape ? { shape, value: content[targetField], grant: targetField } : null;
  }
  const { components } = giveComponentIds(row.id, content, structure);
  const component = components.find((candidate) => candidate.uid === model && candidate.id === Number(id));
  const shape = own(own(structure.components, model), targetField);
  if (!component || !shape) return null;
  const { path, isZone } = component.grant;
  return { shape, value: component.content[targetField], grant: isZone ? path : `${path}.${targetField}` };
};

const referencesOf = ({ shape, value }: Field): RelationReference[] =>
  toList(value).flatMap((item) => readRelation(item, shape.target) ?? []);

/**
 * A component is asked for by an id alone: what the revision is of decides, not what the request says.
 *
 * @throws ForbiddenError
 */
const demandRead = async (
  strapi: Core.Strapi,
  { state: { userAbility } }: Request,
  { row, document: { uid, documentId } }: RevisionContent,
  field: Field | null
): Promise<void> => {
  const entity = await entityOf(strapi, { uid, documentId, locale: row.locale });
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: uid });
  if (checker.cannot.read(entity) || (field && checker.cannot.read(entity, field.grant))) {
    throw new errors.ForbiddenError();
  }
};

const positive = (value: unknown, otherwise: number): number => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

/**
 * The relations that a revision had, as the edit view lists them: what each target is called and how it stands now.
 * Strapi lists them from the end, page by page.
 */
export const showRelations =
  (strapi: Core.Strapi): Middleware =>
  async (request, next) => {
    const id = revisionIn(request);
    const { model = '', id: source = '', targetField = '' } = request.params;
    const ofComponent = Object.hasOwn(strapi.components, model);
    const ofRevision = ofComponent && isSyntheticId(Number(source));

    if (id === null || (ofComponent && !ofRevision)) {
      // While the page changes from one to the other, the form still asks for components of what it showed before.
      if (ofRevision) {
        request.body = EMPTY_PAGE;
        return;
      }
      return next();
    }
    mayReadRevisions(request);

    const loaded = Number.isNaN(id) ? null : await getService(strapi, 'content').load(id);
    if (loaded && !ofComponent && (loaded.document.uid !== model || loaded.document.documentId !== source)) {
      throw new errors.NotFoundError('There is no such revision of this document');
    }
    const field = loaded && findField(loaded, request.params);
    if (loaded) await demandRead(strapi, request, loaded, field);
    if (!field?.shape.target) {
      request.body = EMPTY_PAGE;
      return;
    }

    const references = referencesOf(field).reverse();
    const page = positive(request.query.page, 1);
    const pageSize = positive(request.query.pageSize, 10);
    request.body = {
      results: await loadTargets(strapi, {
        source: model,
        attribute: targetField,
        target: field.shape.target,
        references: references.slice((page - 1) * pageSize, page * pageSize),
        userAbility: request.state.userAbility,
      }),
      pagination: {
        page,
        pageSize,
        pageCount: Math.max(1, Math.ceil(references.length / pageSize)),
        total: references.length,
      },
    };
  };
