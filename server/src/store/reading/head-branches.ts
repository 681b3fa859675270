import type { Add } from './branch';
import type { Sql } from './sql';

/** Hash of the revision that is published; none where nothing is. */
const liveHash = (id: Sql['identifier']): string =>
  `(select l.${id('hash')} from ${id('revisions_publications')} e left join ${id('revisions_revisions')} l on l.${id('id')} = e.${id('revision')} ` +
  `where e.${id('document')} = r.${id('document')} and e.${id('locale')} = r.${id('locale')} order by e.${id('id')} desc limit 1)`;

/**
 * The document's row, for each locale read its newest revision, and somebody's provisional draft. A correlated look-up walks
 * the index once per locale; a join ordered by number made PostgreSQL read every revision.
 */
export const addHeads = (add: Add, sql: Sql): void => {
  const id = sql.identifier;
  add(
    { kind: 'document' },
    { o: `d.${id('last_number')}`, i: `d.${id('id')}` },
    `${id('revisions_documents')} d where d.${id('content_type')} = ? and d.${id('document_id')} = ?`
  );
  const newest =
    `(select h.${id('id')} from ${id('revisions_revisions')} h ` +
    `where h.${id('document')} = (select d.${id('id')} from ${id('revisions_documents')} d where d.${id('content_type')} = ? and d.${id('document_id')} = ?) ` +
    `and h.${id('locale')} = coalesce(m.${id('locale')}, '') order by h.${id('number')} desc limit 1)`;
  add(
    { kind: 'head' },
    {
      f: sql.asText(`r.${id('locale')}`),
      o: `r.${id('number')}`,
      i: `r.${id('id')}`,
      s: sql.asText(`r.${id('hash')}`),
      v: sql.row(
        [...['keyframe_id', 'schema_id', 'action'].map((name) => `r.${id(name)}`), liveHash(id)].map(
          (column) => ({
            column,
            type: 'string',
          })
        )
      ),
      b: `r.${id('payload')}`,
    },
    `m ${sql.rowOf(id('revisions_revisions'), 'r', newest)}`
  );
  add(
    { kind: 'draft' },
    { i: `p.${id('id')}` },
    `${id('revisions_drafts')} p where p.${id('content_type')} = ? and p.${id('document_id')} = ? and p.${id('provisional_of')} = ?`
  );
};
