import type { Knex } from 'knex';

/** Documents whose rows one statement moves: it ends soon, and locks no more than those. */
const BATCH = 500;

/**
 * Gives all that is stored of a type in one locale to another. May be broken off, repeated, and run by several
 * instances at once: who comes second finds nothing left to move. The documents are read apart, for an update that
 * selects from them would lock them on MySQL, against the order in which saves do.
 */
export const moveLocale = async (
  knex: Knex,
  { uid, from, to }: { uid: string; from: string; to: string }
): Promise<void> => {
  let last = 0;
  for (;;) {
    const documents: number[] = await knex('revisions_documents')
      .where({ content_type: uid })
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .pluck('id');
    if (documents.length === 0) return;
    for (const table of ['revisions_revisions', 'revisions_publications']) {
      await knex(table).whereIn('document', documents).where({ locale: from }).update({ locale: to });
    }
    last = documents.at(-1)!;
  }
};
