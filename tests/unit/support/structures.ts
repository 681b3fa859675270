import type { AttributeShape, Attributes, Structure } from '../../../server/src/core/structure';

/** A structure from its attributes and components, for examples. */
export const structureWith = (
  attributes: Attributes,
  components: Record<string, Attributes> = {},
  localized = false
): Structure => ({ uid: 'api::article.article', localized, attributes, components });

export const single = (component: string): AttributeShape => ({
  type: 'component',
  component,
  repeatable: false,
});
export const repeatable = (component: string): AttributeShape => ({
  type: 'component',
  component,
  repeatable: true,
});
export const zone = (...components: string[]): AttributeShape => ({ type: 'dynamiczone', components });

export const toOne = (target: string): AttributeShape => ({
  type: 'relation',
  relation: 'manyToOne',
  target,
  multiple: false,
});
export const toMany = (target: string): AttributeShape => ({
  type: 'relation',
  relation: 'manyToMany',
  target,
  multiple: true,
});
export const morphToMany: AttributeShape = { type: 'relation', relation: 'morphToMany', multiple: true };
export const morphToOne: AttributeShape = { type: 'relation', relation: 'morphToOne', multiple: false };

export const file: AttributeShape = { type: 'media', multiple: false };
export const files: AttributeShape = { type: 'media', multiple: true };
