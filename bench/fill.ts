import type { Knex } from 'knex';

/**
 * Long histories in no time: rows of a few real saves, cloned by the database itself. Numbers run without a gap and
 * `last_number` is the highest, as after that many saves; times and contents repeat.
 */

const DOCUMENTS = 'revisions_documents';
const REVISIONS = 'revisions_revisions';
const KEYFRAMES = 'revisions_keyframes';
const PUBLICATIONS = 'revisions_publications';
const DRAFTS = 'revisions_drafts';
const CHANGES = 'revisions_draft_changes';

const columnsOf = async (knex: Knex, table: string, except: string[]): Promise<string[]> =>
  Object.keys(await knex(table).columnInfo()).filter((name) => !except.includes(name));

interface DocumentRow {
  id: number;
  last_number: number;
}

const findDocument = async (knex: Knex, documentId: string): Promise<DocumentRow> => {
  const row = await knex(DOCUMENTS).where({ document_id: documentId }).first();
  if (!row) throw new Error(`The bench's document ${documentId} was not recorded`);
  return { id: Number(row.id), last_number: Number(row.last_number) };
};

/**
 * Clones a document's revisions 2 … last in turn until it has `upTo`. The next real save takes the next number, and
 * becomes the newest.
 */
export const fillHistory = async (knex: Knex, documentId: string, upTo: number): Promise<void> => {
  const { id, last_number: last } = await findDocument(knex, documentId);
  if (last >= upTo) return;
  if (last < 3) throw new Error('A history is cloned from two saves at least');
  const columns = await columnsOf(knex, REVISIONS, ['id', 'document', 'number']);
  const names = columns.map((name) => `"${name}"`).join(', ');
  await knex.transaction(async (trx) => {
    await trx.raw(
      `insert into ${REVISIONS} (document, number, ${names})
       with recursive n(i) as (select ${last + 1} union all select i + 1 from n where i < ${upTo})
       select r.document, n.i, ${columns.map((name) => `r."${name}"`).join(', ')}
       from n join ${REVISIONS} r on r.document = ? and r.number = 2 + n.i % ${last - 1} order by n.i`,
      [id]
    );
    await trx(DOCUMENTS).where({ id }).update({ last_number: upTo });
  });
};

const FILLER_REVISIONS = 100;
const FILLER = 'bench-filler-';

/**
 * Other documents, a hundred revisions each, the last of them published, until the table holds `total`. They are rows
 * of ours only: what fills a table is no content of Strapi's. Each has a keyframe of its own.
 *
 * @param documentId a document with revisions 1 … 100 at least, to clone from
 */
export const fillOthers = async (knex: Knex, documentId: string, total: number): Promise<void> => {
  const { id: model } = await findDocument(knex, documentId);
  const row = await knex(REVISIONS).where({ document: model, number: FILLER_REVISIONS }).first();
  const keyframe = row.keyframe_id;
  const columns = await columnsOf(knex, REVISIONS, ['id', 'document', 'keyframe_id']);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const { content_type } = await knex(DOCUMENTS).where({ id: model }).first();
  let missing = total - (await countAll(knex));
  const fillers = () => knex(`${DOCUMENTS} as d`).whereLike('d.document_id', `${FILLER}%`);
  const first = Number((await fillers().count({ n: '*' }))[0]!.n);

  await knex.transaction(async (trx) => {
    const idOf = async (table: string, find: Record<string, unknown>): Promise<number> =>
      Number((await trx(table).where(find).max({ id: 'id' }))[0]!.id);
    for (let serial = first; missing > 0; serial += 1) {
      const count = Math.min(missing, FILLER_REVISIONS);
      const document_id = `${FILLER}${String(serial).padStart(8, '0')}`;
      await trx(DOCUMENTS).insert({ content_type, document_id, last_number: count });
      const document = await idOf(DOCUMENTS, { document_id });
      await trx.raw(
        `insert into ${KEYFRAMES} (document, payload) select ?, payload from ${KEYFRAMES} where id = ?`,
        [document, keyframe]
      );
      const copy = await idOf(KEYFRAMES, { document });
      await trx.raw(
        `insert into ${REVISIONS} (document, keyframe_id, ${names})
         select ?, case when keyframe_id is null then null else cast(? as integer) end, ${names} from ${REVISIONS}
         where document = ? and number <= ? order by number`,
        [document, copy, model, count]
      );
      missing -= count;
    }
    const published = fillers()
      .join(`${REVISIONS} as r`, (join) =>
        join.on('r.document', 'd.id').andOn('r.number', '=', 'd.last_number')
      )
      .whereNotExists(knex(`${PUBLICATIONS} as p`).where('p.document', knex.ref('d.id')).select('p.id'))
      .select('r.document', 'r.locale', 'r.id', 'r.created_at', 'r.actor_type', 'r.actor_id', 'r.actor_name');
    const event = ['document', 'locale', 'revision', 'at', 'actor_type', 'actor_id', 'actor_name'];
    await trx.into(trx.raw('?? (??)', [PUBLICATIONS, event])).insert(published);
  });
};

/** Clones drafts in turn until there are `total`, the clones changed last, one after the other. */
export const fillDrafts = async (knex: Knex, models: number[], total: number): Promise<void> => {
  const columns = await columnsOf(knex, DRAFTS, ['id', 'updated_at']);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const changes = await columnsOf(knex, CHANGES, ['id', 'draft']);
  const missing = total - Number((await knex(DRAFTS).count({ n: '*' }))[0]!.n);
  await knex.transaction(async (trx) => {
    for (const [turn, model] of models.entries()) {
      await trx.raw(
        `insert into ${DRAFTS} (updated_at, ${names})
         with recursive n(i) as (select ${turn + 1} union all select i + ${models.length} from n where i + ${models.length} <= ${missing})
         select d.updated_at + n.i, ${columns.map((name) => `d."${name}"`).join(', ')}
         from n join ${DRAFTS} d on d.id = ?`,
        [model]
      );
    }
    const ofClones = trx(`${DRAFTS} as d`)
      .join(`${DRAFTS} as m`, 'm.document_id', 'd.document_id')
      .join(`${CHANGES} as c`, 'c.draft', 'm.id')
      .whereIn('m.id', models)
      .where('d.id', '>', Math.max(...models))
      .select('d.id', ...changes.map((name) => `c.${name}`));
    await trx.into(trx.raw('?? (??)', [CHANGES, ['draft', ...changes]])).insert(ofClones);
  });
};

const countAll = async (knex: Knex): Promise<number> =>
  Number((await knex(REVISIONS).count({ n: '*' }))[0]!.n);

/** @throws where counts and numbers do not agree. @returns revisions in all */
export const checkNumbers = async (knex: Knex): Promise<number> => {
  const wrong = await knex(`${DOCUMENTS} as d`)
    .join(`${REVISIONS} as r`, 'r.document', 'd.id')
    .groupBy('d.id', 'd.last_number')
    .havingRaw('count(*) <> d.last_number or max(r.number) <> d.last_number')
    .select('d.id');
  if (wrong.length > 0) throw new Error(`${wrong.length} documents with inconsistent numbers`);
  return countAll(knex);
};

/** What PostgreSQL's own autovacuum does in time; here, so that it does not do it in the middle of a measure. */
export const settleTables = async (knex: Knex, kind: string): Promise<void> => {
  if (kind !== 'postgres') return;
  for (const table of [DOCUMENTS, REVISIONS, KEYFRAMES, PUBLICATIONS, DRAFTS, CHANGES]) {
    await knex.raw('vacuum analyze ??', [table]);
  }
};
