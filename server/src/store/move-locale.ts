import type { Knex } from 'knex';

interface Move {
  uid: string;
  from: string;
  to: string;
}

/** Documents whose rows one statement moves: it ends soon, and locks no more than those. */
const BATCH = 500;

/**
 * Gives all that is stored of a type in one locale to another. May be broken off, repeated, and run by several
 * instances at once: who comes second finds nothing left to move. The documents are read apart, for an update that
 * selects from them would lock them on MySQL, against the order in which saves do.
 */
export const moveLocale = async (knex: Knex, { uid, from, to }: Move): Promise<void> => {
  await moveDrafts(knex, { uid, from, to });
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

/** The same for drafts: what one changes in the other locale already stays as it is, and the rest where it was. */
const moveDrafts = async (knex: Knex, { uid, from, to }: Move): Promise<void> => {
  const rows: { id: number; draft: number; locale: string }[] = await knex('revisions_draft_changes as c')
    .join('revisions_drafts as d', 'd.id', 'c.draft')
    .where('d.content_type', uid)
    .whereIn('c.locale', [from, to])
    .select('c.id', 'c.draft', 'c.locale');
  const taken = new Set(rows.filter(({ locale }) => locale === to).map(({ draft }) => draft));
  for (const { id, draft, locale } of rows) {
    if (locale !== from || taken.has(draft)) continue;
    await knex('revisions_draft_changes').where({ id, locale: from }).update({ locale: to });
  }
};
