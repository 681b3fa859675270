/** A document's content as it is asked about: with `documentId`, `locale`, and what conditions may look at. */
export type Entity = Record<string, unknown>;

export type DocumentAction = 'read' | 'create' | 'update' | 'publish';

/**
 * What a caller may do with documents of one content type. Two doors, two ways of granting: the admin's roles with
 * their conditions, locales and fields, and the content API's actions.
 */
export interface Access {
  /** Whether the caller has the right on this document, in this locale. */
  can(action: DocumentAction, entity: Entity): Promise<boolean>;
  /** Content without what the caller may not see; private attributes too, on the content API. */
  sanitize(content: Entity): Promise<Entity>;
  /** A write's data without what the caller may not write. */
  sanitizeInput(data: Record<string, unknown>, entity: Entity): Promise<Record<string, unknown>>;
  /** `populate` and `fields` of a request, without what the caller may not ask for. @throws ValidationError */
  sanitizeQuery(query: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Those of a type's attributes that the caller may see. */
  readable(names: string[], entity: Entity): Promise<string[]>;
  /** id of the admin user, whom Strapi names as `updatedBy` */
  adminId: number | null;
}
