import type { Attributes, Structure } from '../../core/structure';
import { sqlOf, type Sql } from './sql';
import type { DialectName } from '../dialect';

/**
 * The plan of the one statement that reads a whole document. Branches of equal shape are joined by `union all`:
 *
 * | column | main row | component | reference | revision head | document |
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

/** What is read of Strapi's own database metadata. */
export interface MetaAttribute {
  type: string;
  columnName?: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinColumn?: { name: string; referencedColumn: string };
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
    orderColumnName?: string;
    on?: Record<string, unknown>;
  };
  morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
}
export interface Meta {
  uid: string;
  tableName: string;
  attributes: Record<string, MetaAttribute>;
}
export type GetMeta = (uid: string) => Meta | undefined;

/** Which rows of a document are meant. */
export interface Selection {
  /** `current`: the draft row, or the only one; `published`: the published row */
  version: 'current' | 'published';
  /** one locale, or all of them */
  locale: 'one' | 'all';
  /** whether the newest revision of each locale comes with it */
  heads: boolean;
}

export type Branch =
  | { kind: 'main'; columns: { name: string; type: string }[] }
  | { kind: 'component'; uid: string; columns: { name: string; type: string }[] }
  | { kind: 'relation' | 'morph' | 'media' }
  | { kind: 'head' }
  | { kind: 'document' };

export interface Plan {
  /** One or more statements: SQLite joins at most 500 selects in one. */
  statements: { sql: string; bindings: ('documentId' | 'locale' | 'uid')[] }[];
  branches: Branch[];
}

const SELECTS_PER_STATEMENT = 300;
const MAX_DEPTH = 20;
const FILE = 'plugin::upload.file';

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

  const add = (
    branch: Branch,
    parts: Partial<Record<'p' | 't' | 'f' | 'o' | 'i' | 's' | 'v' | 'b', string>>,
    from: string
  ) => {
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
  const where = [`${id('document_id')} = ?`];
  if (structure.localized && selection.locale === 'one') where.push(`${id('locale')} = ?`);
  if (hasDraftAndPublish) {
    where.push(`${id('published_at')} is ${selection.version === 'current' ? '' : 'not '}null`);
  }
  const locale = meta.attributes.locale ? id('locale') : `${sql.nullText} as ${id('locale')}`;
  ctes.push(`m as (select ${id('id')}, ${locale} from ${id(meta.tableName)} where ${where.join(' and ')})`);

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
    attributes: [structure.attributes],
    ids: mainIds,
    owner: { uid: structure.uid },
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
      attributes: level.uids.map((uid) => structure.components[uid] ?? {}),
      ids: `select cmp_id from ${level.cte}`,
      owner: { cte: level.cte },
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
    const bindings: Plan['statements'][number]['bindings'] = ['documentId'];
    if (structure.localized && selection.locale === 'one') bindings.push('locale');
    // the heads are in the first statement only
    if (start === 0 && selection.heads) bindings.push('uid', 'documentId', 'uid', 'documentId');
    statements.push({
      sql: `with ${ctes.join(', ')} ${selects.slice(start, start + SELECTS_PER_STATEMENT).join(' union all ')}`,
      bindings,
    });
  }
  return statements;
};

type Add = (
  branch: Branch,
  parts: Partial<Record<'p' | 't' | 'f' | 'o' | 'i' | 's' | 'v' | 'b', string>>,
  from: string
) => void;

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

/** The document's row and, for each locale read, its newest revision. A correlated look-up walks the index once per locale; a join ordered by number made PostgreSQL read every revision. */
const addHeads = (add: Add, sql: Sql): void => {
  const id = sql.identifier;
  add(
    { kind: 'document' },
    { o: `d.${id('last_number')}`, i: `d.${id('id')}` },
    `${id('revisions_documents')} d where d.${id('content_type')} = ? and d.${id('document_id')} = ?`
  );
  add(
    { kind: 'head' },
    {
      f: sql.asText(`r.${id('locale')}`),
      o: `r.${id('number')}`,
      i: `r.${id('id')}`,
      s: sql.asText(`r.${id('hash')}`),
      v: sql.row(
        ['keyframe_id', 'schema_id', 'action'].map((name) => ({ column: `r.${id(name)}`, type: 'string' }))
      ),
      b: `r.${id('payload')}`,
    },
    `m join ${id('revisions_revisions')} r on r.${id('id')} = (select h.${id('id')} from ${id('revisions_revisions')} h ` +
      `where h.${id('document')} = (select d.${id('id')} from ${id('revisions_documents')} d where d.${id('content_type')} = ? and d.${id('document_id')} = ?) ` +
      `and h.${id('locale')} = coalesce(m.${id('locale')}, '') order by h.${id('number')} desc limit 1)`
  );
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
  ctes.push(`${cte} as (${links.join(' union all ')})`);
  return { cte, uids: [...uids].sort() };
};

/** One branch for each relation attribute of a type. */
const addReferences = ({
  add,
  sql,
  getMeta,
  attributes,
  meta,
  ids,
  owner,
}: {
  add: Add;
  sql: Sql;
  getMeta: GetMeta;
  attributes: Attributes;
  meta: Meta;
  ids: string;
  owner: string;
}): void => {
  const id = sql.identifier;
  const t = sql.text(owner);
  for (const [name, shape] of Object.entries(attributes)) {
    if (shape.type !== 'relation') continue;
    const attribute = meta.attributes[name];
    if (!attribute) continue;
    const f = sql.text(name);

    if (attribute.relation === 'morphToOne' && attribute.morphColumn) {
      const { idColumn, typeColumn } = attribute.morphColumn;
      add(
        { kind: 'morph' },
        { p: `x.${id('id')}`, t, f, i: `x.${id(idColumn.name)}`, s: sql.asText(`x.${id(typeColumn.name)}`) },
        `${id(meta.tableName)} x where x.${id('id')} in (${ids}) and x.${id(idColumn.name)} is not null`
      );
      continue;
    }
    if (attribute.relation === 'morphToMany' && attribute.joinTable?.morphColumn) {
      const { name: table, joinColumn, morphColumn } = attribute.joinTable;
      add(
        { kind: 'morph' },
        {
          p: `j.${id(joinColumn.name)}`,
          t,
          f,
          o: `j.${id('order')}`,
          i: `j.${id(morphColumn.idColumn.name)}`,
          s: sql.asText(`j.${id(morphColumn.typeColumn.name)}`),
        },
        `${id(table)} j where j.${id(joinColumn.name)} in (${ids})`
      );
      continue;
    }

    const target = attribute.target ? getMeta(attribute.target) : undefined;
    if (!target) continue;
    const found = {
      t,
      f,
      i: `y.${id('id')}`,
      s: target.attributes.documentId ? sql.asText(`y.${id('document_id')}`) : undefined,
      v: target.attributes.locale ? sql.asText(`y.${id('locale')}`) : undefined,
    };

    if (attribute.relation === 'morphOne' || attribute.relation === 'morphMany') {
      const inverse = attribute.morphBy ? target.attributes[attribute.morphBy] : undefined;
      if (inverse?.morphColumn && inverse.relation === 'morphToOne') {
        const { idColumn, typeColumn } = inverse.morphColumn;
        add(
          { kind: 'relation' },
          { ...found, p: `y.${id(idColumn.name)}` },
          `${id(target.tableName)} y where y.${id(idColumn.name)} in (${ids}) and y.${id(typeColumn.name)} = ${sql.text(meta.uid)}`
        );
      } else if (inverse?.joinTable?.morphColumn) {
        const { name: table, joinColumn, morphColumn } = inverse.joinTable;
        add(
          { kind: 'relation' },
          { ...found, p: `j.${id(morphColumn.idColumn.name)}`, o: `j.${id('order')}` },
          `${id(table)} j join ${id(target.tableName)} y on y.${id('id')} = j.${id(joinColumn.name)} ` +
            `where j.${id(morphColumn.idColumn.name)} in (${ids}) and j.${id(morphColumn.typeColumn.name)} = ${sql.text(meta.uid)} ` +
            `and j.${id('field')} = ${f}`
        );
      }
    } else if (attribute.joinTable?.inverseJoinColumn) {
      const { name: table, joinColumn, inverseJoinColumn, orderColumnName } = attribute.joinTable;
      add(
        { kind: 'relation' },
        {
          ...found,
          p: `j.${id(joinColumn.name)}`,
          o: orderColumnName ? `j.${id(orderColumnName)}` : undefined,
        },
        `${id(table)} j join ${id(target.tableName)} y on y.${id('id')} = j.${id(inverseJoinColumn.name)} ` +
          `where j.${id(joinColumn.name)} in (${ids})`
      );
    } else if (attribute.joinColumn) {
      const { name: own, referencedColumn } = attribute.joinColumn;
      add(
        { kind: 'relation' },
        { ...found, p: `x.${id('id')}` },
        `${id(meta.tableName)} x join ${id(target.tableName)} y on y.${id(referencedColumn)} = x.${id(own)} ` +
          `where x.${id('id')} in (${ids})`
      );
    }
  }
};

/** One branch for all media of a level: the join table says by itself to which row and attribute a file belongs. */
const addMedia = ({
  add,
  sql,
  getMeta,
  attributes,
  ids,
  owner,
}: {
  add: Add;
  sql: Sql;
  getMeta: GetMeta;
  attributes: Attributes[];
  ids: string;
  owner: { uid: string } | { cte: string };
}): void => {
  if (!attributes.some((list) => Object.values(list).some(({ type }) => type === 'media'))) return;
  const id = sql.identifier;
  const file = getMeta(FILE);
  const related = file?.attributes.related?.joinTable;
  if (!file || !related?.morphColumn) return;
  const { idColumn, typeColumn } = related.morphColumn;
  const link = `j.${id(idColumn.name)}`;
  const type = sql.asText(`j.${id(typeColumn.name)}`);
  const from =
    'cte' in owner
      ? // the level's own type decides: row ids of two component types may be equal
        `${owner.cte} l join ${id(related.name)} j on ${link} = l.cmp_id and ${type} = l.component_type join`
      : `${id(related.name)} j join`;
  const where =
    'cte' in owner ? '' : ` where ${link} in (${ids}) and j.${id(typeColumn.name)} = ${sql.text(owner.uid)}`;
  add(
    { kind: 'media' },
    {
      p: link,
      t: 'cte' in owner ? 'l.component_type' : sql.text(''),
      f: sql.asText(`j.${id('field')}`),
      o: `j.${id('order')}`,
      i: `y.${id('id')}`,
      s: sql.asText(`y.${id('hash')}`),
      v: sql.asText(`y.${id('name')}`),
    },
    `${from} ${id(file.tableName)} y on y.${id('id')} = j.${id(related.joinColumn.name)}${where}`
  );
};
