/**
 * A content type's structure as a snapshot needs it: which attributes it has, of which kind, and the same for
 * every component below it. Plain data; it is stored with the revisions taken under it, so that an old snapshot
 * can be read by what it was, and projected onto what the schema is today.
 */

/** One attribute, reduced to what a snapshot depends on. Keys that do not apply are absent. */
export interface AttributeShape {
  type: string;
  /** `plugin::name.field` of a custom field; `type` is then the type it is stored as */
  customField?: string;
  relation?: string;
  /** uid of a relation's target; absent on a morph relation that may point anywhere */
  target?: string;
  /** whether Strapi links by the target's row id only: it looks up no documentId for these */
  byRowId?: boolean;
  /** media and relations: whether the value is a list */
  multiple?: boolean;
  /** uid of the component */
  component?: string;
  repeatable?: boolean;
  /** uids that a dynamic zone allows */
  components?: string[];
  enum?: string[];
  default?: unknown;
  required?: boolean;
  /** only on top-level attributes of a localized type: false where all locales share the value */
  localized?: boolean;
}

export type Attributes = Record<string, AttributeShape>;

export interface Structure {
  uid: string;
  /** whether the type has locales */
  localized: boolean;
  attributes: Attributes;
  /** every component that can occur below, by uid */
  components: Record<string, Attributes>;
}

/** The part of a Strapi model definition that is read here. */
export interface ModelDefinition {
  uid: string;
  attributes: Record<string, Record<string, unknown> & { type: string }>;
  pluginOptions?: Record<string, unknown>;
}

/** What Strapi itself keeps on a row; no part of the content. */
const SYSTEM_ATTRIBUTES = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  'strapi_stage',
  'strapi_assignee',
]);

/** Tokens that Users & Permissions keeps on a user; like passwords, they are never recorded. */
const SECRET_ATTRIBUTES: Record<string, ReadonlySet<string>> = {
  'plugin::users-permissions.user': new Set(['resetPasswordToken', 'confirmationToken']),
};

/** i18n never copies these to other locales, whatever their options say (i18n/dist/server/services/content-types.js). */
const ALWAYS_LOCALIZED = new Set(['relation', 'uid']);

/** Whether an attribute's value is a list of items. JSON and rich text may be lists too, but are values as a whole. */
export const isListShape = ({ type, repeatable, multiple }: AttributeShape): boolean => {
  if (type === 'dynamiczone') return true;
  if (type === 'component') return repeatable === true;
  return (type === 'relation' || type === 'media') && multiple === true;
};

const isToMany = (relation: string): boolean => /ToMany$/.test(relation) || relation === 'morphMany';

const shapeOf = (
  attribute: ModelDefinition['attributes'][string],
  localizedType: boolean
): AttributeShape => {
  const shape: AttributeShape = { type: attribute.type };
  const options = attribute.pluginOptions as { i18n?: { localized?: boolean } } | undefined;

  if (typeof attribute.customField === 'string') shape.customField = attribute.customField;
  if (attribute.required === true) shape.required = true;
  if (attribute.default !== undefined && typeof attribute.default !== 'function') {
    shape.default = attribute.default;
  }
  if (localizedType)
    shape.localized = options?.i18n?.localized === true || ALWAYS_LOCALIZED.has(attribute.type);

  switch (attribute.type) {
    case 'relation': {
      const relation = String(attribute.relation);
      shape.relation = relation;
      shape.multiple = isToMany(relation);
      if (typeof attribute.target === 'string') shape.target = attribute.target;
      if (relation === 'morphToOne' || attribute.useJoinTable === false) shape.byRowId = true;
      break;
    }
    case 'media':
      shape.multiple = attribute.multiple === true;
      break;
    case 'component':
      shape.component = String(attribute.component);
      shape.repeatable = attribute.repeatable === true;
      break;
    case 'dynamiczone':
      shape.components = [...(attribute.components as string[])];
      break;
    case 'enumeration':
      shape.enum = [...(attribute.enum as string[])];
      break;
  }
  return shape;
};

const isRecorded = (uid: string, name: string, attribute: ModelDefinition['attributes'][string]): boolean =>
  !SYSTEM_ATTRIBUTES.has(name) &&
  attribute.type !== 'password' &&
  attribute.unstable_virtual !== true &&
  !SECRET_ATTRIBUTES[uid]?.has(name);

const attributesOf = (model: ModelDefinition, localizedType: boolean): Attributes => {
  const attributes: Attributes = {};
  for (const name of Object.keys(model.attributes).sort()) {
    const attribute = model.attributes[name]!;
    if (isRecorded(model.uid, name, attribute)) attributes[name] = shapeOf(attribute, localizedType);
  }
  return attributes;
};

const componentsOf = (attribute: AttributeShape): string[] =>
  attribute.type === 'component' ? [attribute.component!] : (attribute.components ?? []);

/**
 * Reads the structure of a content type off its model definitions.
 *
 * @param model the content type's definition
 * @param getModel gives a component's definition by uid; undefined where there is none
 * @returns attributes in alphabetical order, so that equal structures serialize alike
 */
export const structureOf = (
  model: ModelDefinition,
  getModel: (uid: string) => ModelDefinition | undefined
): Structure => {
  const i18n = model.pluginOptions?.i18n as { localized?: boolean } | undefined;
  const localized = i18n?.localized === true;
  const attributes = attributesOf(model, localized);
  const components: Record<string, Attributes> = {};

  const pending = Object.values(attributes).flatMap(componentsOf);
  while (pending.length > 0) {
    const uid = pending.pop()!;
    const component = getModel(uid);
    if (components[uid] || !component) continue;
    const shapes = attributesOf(component, false);
    components[uid] = shapes;
    pending.push(...Object.values(shapes).flatMap(componentsOf));
  }

  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { uid: model.uid, localized, attributes, components: sorted };
};
