/** What is known of an attribute, or of a column that Strapi adds: relations, media and components are `relation`. */
export interface Shape {
  type: string;
  /** uid of what it points at; absent where that could be of several types */
  target?: string;
}

/** The attributes of a content type or component, by uid. */
export type ShapesOf = (uid: string | undefined) => Record<string, Shape>;

/** Which entry's attributes are asked about. */
export interface Model {
  uid: string | undefined;
  shapesOf: ShapesOf;
}
