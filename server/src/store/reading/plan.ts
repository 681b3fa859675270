import type { Attributes, Structure } from '../../core/structure';
import type { Add, Branch } from './branch';
import { addHeads } from './head-branches';
import type { GetMeta, Meta } from './meta';
import { addMedia, addReferences } from './reference-branches';
import { sqlOf, type Sql } from './sql';
import type { DialectName } from '../dialect';

/**
 * The plan of the one statement that reads a whole document. Branches of equal shape are joined by `union all`:
 *
 * | column | main row | component | reference | revision head | document, provisional draft |
 * | --- | --- | --- | --- | --- | --- |
 * | k | number of the branch | | | | |
 * | p | – | id of the row it belongs to | same | – | – |
 * | t | – | component uid of that row, '' for the main row | same | – | – |
 * | f | locale | attribute | attribute | locale | – |
 * | o | – | order | order | number | last number |
 * | i | id | id | target's id | id | id |
 * | s | documentId | component uid | documentId / hash / type | hash | – |
 * | v | values as JSON | values as JSON | locale / name | keyframe, schema, action as JSON | – |
 * | b | – | – | – | payload | – |
 *
 * Every name comes from `strapi.db.metadata`: Strapi shortens identifiers, so none can be guessed.
 */

/** Which rows of a document are meant. */
export interface Selection {
  /** `current`: the draft row, or the only one; `published`: the published row */
  version: 'current' | 'published';
  /** one locale, or all of them */
  locale: 'one' | 'all';
  /** whether the newest revision of each locale comes with it */
  heads: boolean;
  /** how many documents are read at once, without heads; absent: one */
  documents?: number;
}

export interface Plan {
  /** One or more statements: SQLite joins at most 500 selects in one. */
  statements: {
    sql: string;
    bindings: ('documentIds' | 'documentId' | 'locale' | 'uid' | 'provisionalOf')[];
  }[];
  branches: Branch[];
}

const SELECTS_PER_STATEMENT = 300;
const MAX_DEPTH = 20;

/** System columns that the main row brings along, after the attributes. */
export const MAIN_EXTRAS = ['updatedAt', 'updatedBy', 'publishedAt'] as const;

interface Level {
  /** name of the CTE with (cmp_id, component_type, field, ord, entity_id, parent_type) */
  cte: string;
  uids: string[];
}

export const buildPlan = ({
  structure,
  selection,
  hasDraftAndPublish,
  getMeta,
  dialect,
}: {
  structure: Structure;
  selection: Selection;
  hasDraftAndPublish: boolean;
  getMeta: GetMeta;
  dialect: DialectName;
}): Plan => {
  const sql = sqlOf(dialect);
  const id = sql.identifier;
  const branches: Branch[] = [];
  const selects: string[] = [];
  const ctes: string[] = [];
  const meta = needMeta(getMeta, structure.uid);

  const add: Add = (branch, parts, from) => {
    const columns = [
      `${branches.length} as k`,
      `${parts.p ?? sql.nullInteger} as p`,
      `${parts.t ?? sql.nullText} as t`,
      `${parts.f ?? sql.nullText} as f`,
      `${parts.o ?? sql.nullNumber} as o`,
      `${parts.i ?? sql.nullInteger} as i`,
      `${parts.s ?? sql.nullText} as s`,
      `${parts.v ?? sql.nullText} as v`,
      `${parts.b ?? sql.nullBinary} as b`,
    ];
    selects.push(`select ${columns.join(', ')} from ${from}`);
    branches.push(branch);
  };

  // the rows of the document
  const places = Array.from({ length: selection.documents ?? 1 }, () => '?').join(', ');
  const where = [`${id('document_id')} ${selection.documents ? `in (${places})` : '= ?'}`];
  if (structure.localized && selection.locale === 'one') where.push(`${id('locale')} = ?`);
  if (hasDraftAndPublish) {
    where.push(`${id('published_at')} is ${selection.version === 'current' ? '' : 'not '}null`);
  }
  const locale = meta.attributes.locale ? id('locale') : `${sql.nullText} as ${id('locale')}`;
  ctes.push(
    `m as ${sql.once}(select ${id('id')}, ${locale} from ${id(meta.tableName)} where ${where.join(' and ')})`
  );

  const main = scalars(structure.attributes, meta, id, 'x');
  const extras = MAIN_EXTRAS.map((name) => ({
    name,
    type: name === 'updatedBy' ? 'integer' : 'datetime',
    column: extraColumn(name, meta, id),
  }));
  add(
    { kind: 'main', columns: [...main, ...extras].map(({ name, type }) => ({ name, type })) },
    {
      f: sql.asText('m.' + id('locale')),
      i: 'x.' + id('id'),
      s: sql.asText('x.' + id('document_id')),
      v: sql.row([...main, ...extras]),
    },
    `m join ${id(meta.tableName)} x on x.${id('id')} = m.${id('id')}`
  );

  if (selection.heads) addHeads(add, sql);

  const mainIds = `select ${id('id')} from m`;
  addReferences({ add, sql, getMeta, attributes: structure.attributes, meta, ids: mainIds, owner: '' });
  addMedia({
    add,
    sql,
    getMeta,
    attributes: { [structure.uid]: structure.attributes },
    ids: mainIds,
    owner: 'document',
  });

  // components, level by level: each level is a CTE of links, each component type a branch of values
  let parents: { attributes: Attributes; meta: Meta; ids: string; type: string }[] = [
    { attributes: structure.attributes, meta, ids: mainIds, type: '' },
  ];
  for (let depth = 1; parents.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw new Error(
        `Drafts & Revisions: the components of ${structure.uid} nest more than ${MAX_DEPTH} levels deep, or contain themselves`
      );
    }
    const level = addLevel({ parents, depth, ctes, sql });
    if (!level) break;
    parents = [];
    for (const uid of level.uids) {
      const attributes = structure.components[uid];
      if (!attributes) continue;
      const componentMeta = needMeta(getMeta, uid);
      const columns = scalars(attributes, componentMeta, id, 'x');
      add(
        { kind: 'component', uid, columns: columns.map(({ name, type }) => ({ name, type })) },
        {
          p: 'l.entity_id',
          t: 'l.parent_type',
          f: 'l.field',
          o: 'l.ord',
          i: 'x.' + id('id'),
          s: sql.text(uid),
          v: sql.row(columns),
        },
        `${level.cte} l join ${id(componentMeta.tableName)} x on x.${id('id')} = l.cmp_id and l.component_type = ${sql.text(uid)}`
      );
      const ids = `select cmp_id from ${level.cte} where component_type = ${sql.text(uid)}`;
      addReferences({ add, sql, getMeta, attributes, meta: componentMeta, ids, owner: uid });
      parents.push({ attributes, meta: componentMeta, ids, type: uid });
    }
    addMedia({
      add,
      sql,
      getMeta,
      attributes: Object.fromEntries(level.uids.map((uid) => [uid, structure.components[uid] ?? {}])),
      ids: `select cmp_id from ${level.cte}`,
      owner: 'component',
    });
  }

  return { branches, statements: statementsOf({ ctes, selects, selection, structure }) };
};

const statementsOf = ({
  ctes,
  selects,
  selection,
  structure,
}: {
  ctes: string[];
  selects: string[];
  selection: Selection;
  structure: Structure;
}): Plan['statements'] => {
  const statements: Plan['statements'] = [];
  for (let start = 0; start < selects.length; start += SELECTS_PER_STATEMENT) {
    const bindings: Plan['statements'][number]['bindings'] = [
      selection.documents ? 'documentIds' : 'documentId',
    ];
    if (structure.localized && selection.locale === 'one') bindings.push('locale');
    // the heads are in the first statement only
    if (start === 0 && selection.heads) {
      bindings.push('uid', 'documentId', 'uid', 'documentId', 'uid', 'documentId', 'provisionalOf');
    }
    statements.push({
      sql: `with ${ctes.join(', ')} ${selects.slice(start, start + SELECTS_PER_STATEMENT).join(' union all ')}`,
      bindings,
    });
  }
  return statements;
};

const needMeta = (getMeta: GetMeta, uid: string): Meta => {
  const meta = getMeta(uid);
  if (!meta) throw new Error(`Drafts & Revisions: no database model for ${uid}`);
  return meta;
};

const NOT_SCALAR = new Set(['relation', 'media', 'component', 'dynamiczone']);

const scalars = (attributes: Attributes, meta: Meta, id: Sql['identifier'], alias: string) =>
  Object.entries(attributes)
    .filter(([, { type }]) => !NOT_SCALAR.has(type))
    .flatMap(([name]) => {
      const attribute = meta.attributes[name];
      return attribute
        ? [{ name, type: attribute.type, column: `${alias}.${id(attribute.columnName ?? name)}` }]
        : [];
    });

const extraColumn = (name: (typeof MAIN_EXTRAS)[number], meta: Meta, id: Sql['identifier']): string => {
  const attribute = meta.attributes[name];
  if (!attribute) return 'null';
  return 'x.' + id(attribute.joinColumn?.name ?? attribute.columnName ?? name);
};

/** Links from a level's rows to the components below them: one CTE, whatever the number of component types. */
const addLevel = ({
  parents,
  depth,
  ctes,
  sql,
}: {
  parents: { attributes: Attributes; meta: Meta; ids: string; type: string }[];
  depth: number;
  ctes: string[];
  sql: Sql;
}): Level | null => {
  const id = sql.identifier;
  const uids = new Set<string>();
  const links: string[] = [];
  for (const { attributes, meta, ids, type } of parents) {
    const fields = Object.entries(attributes).filter(
      ([, attribute]) => attribute.type === 'component' || attribute.type === 'dynamiczone'
    );
    const table = fields.map(([name]) => meta.attributes[name]?.joinTable?.name).find(Boolean);
    if (!table) continue;
    for (const [, attribute] of fields) {
      for (const uid of attribute.component ? [attribute.component] : (attribute.components ?? []))
        uids.add(uid);
    }
    links.push(
      `select j.${id('cmp_id')} as cmp_id, ${sql.asText(`j.${id('component_type')}`)} as component_type, ` +
        `${sql.asText(`j.${id('field')}`)} as field, j.${id('order')} as ord, j.${id('entity_id')} as entity_id, ` +
        `${sql.text(type)} as parent_type from ${id(table)} j where j.${id('entity_id')} in (${ids})`
    );
  }
  if (links.length === 0) return null;
  const cte = `l${depth}`;
  ctes.push(`${cte} as ${sql.once}(${links.join(' union all ')})`);
  return { cte, uids: [...uids].sort() };
};
