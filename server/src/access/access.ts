/** A document's content as it is asked about: with `documentId`, `locale`, and what conditions may look at. */
export type Entity = Record<string, unknown>;

export type DocumentAction = 'read' | 'create' | 'update' | 'publish';

/** A place in a document: its path, or what has one, and may say what the reference there points at. */
export type Place = string | { path: string; target?: string };

export const pathOf = (place: Place): string => (typeof place === 'string' ? place : place.path);

/**
 * What a caller may do with documents of one content type. Two doors, two ways of granting: the admin's roles with
 * their conditions, locales and fields, and the content API's actions.
 */
export interface Access {
  /** A document in one locale ('' where the type has none), as far as its rights depend on it. */
  entityOf(document: { documentId: string; locale: string }): Promise<Entity>;
  /** Whether the caller has the right on this document, in this locale. */
  can(action: DocumentAction, entity: Entity): Promise<boolean>;
  /** Content without what the caller may not see; private attributes too, on the content API. */
  sanitize(content: Entity): Promise<Entity>;
  /** A write's data without what the caller may not write. */
  sanitizeInput(
    data: Record<string, unknown>,
    entity: Entity,
    action?: 'create' | 'update'
  ): Promise<Record<string, unknown>>;
  /** `populate` and `fields` of a request, without what the caller may not ask for. @throws ValidationError */
  sanitizeQuery(query: Record<string, unknown>, entity: Entity): Promise<Record<string, unknown>>;
  /**
   * Those of the places, such as `title` or `sections[2].author`, that the caller may see, as `sanitize` has it. No
   * role has a right on what the schema lost; that it once was there is no secret.
   */
  readable<P extends Place>(places: P[], entity: Entity): Promise<P[]>;
  /** id of the admin user, whom Strapi names as `updatedBy` */
  adminId: number | null;
}
