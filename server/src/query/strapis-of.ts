const STRAPIS = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt', 'localizations'];

/** What is Strapi's own of an entry: it stays when a draft or a revision takes the entry's place. */
export const strapisOf = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(STRAPIS.filter((name) => Object.hasOwn(entry, name)).map((name) => [name, entry[name]]));
