/**
 * Under this key the notes lie among the form's values. The content manager sends keys that the schema does not know
 * along with each save and drops them on the server before they reach the document; the plugin reads them from the
 * request's body.
 */
export const NOTES_KEY = 'revisionNotes';

/** Of a form's values, which Strapi leaves untyped. */
export const notesIn = (values: object): string | undefined =>
  (values as { [NOTES_KEY]?: string })[NOTES_KEY];
