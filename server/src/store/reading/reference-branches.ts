import type { Attributes } from '../../core/structure';
import type { Add } from './branch';
import type { GetMeta, Meta } from './meta';
import type { Sql } from './sql';

const FILE = 'plugin::upload.file';

/** One branch for each relation attribute of a type. */
export const addReferences = ({
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

/**
 * One branch for all media of a level: the join table says by itself to which row and attribute a file belongs. Row ids
 * of two component types may be equal, so that this finds more than is asked for; what belongs to nobody is dropped
 * when rows are put together. A join that leaves it out would be looked up by type: all files there are.
 */
export const addMedia = ({
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
  /** by uid of the content type or the components */
  attributes: Record<string, Attributes>;
  ids: string;
  owner: 'document' | 'component';
}): void => {
  const uids = Object.keys(attributes).filter((uid) =>
    Object.values(attributes[uid]!).some(({ type }) => type === 'media')
  );
  if (uids.length === 0) return;
  const id = sql.identifier;
  const file = getMeta(FILE);
  const related = file?.attributes.related?.joinTable;
  if (!file || !related?.morphColumn) return;
  const { idColumn, typeColumn } = related.morphColumn;
  const link = `j.${id(idColumn.name)}`;
  const type = `j.${id(typeColumn.name)}`;
  add(
    { kind: 'media' },
    {
      p: link,
      t: owner === 'document' ? sql.text('') : sql.asText(type),
      f: sql.asText(`j.${id('field')}`),
      o: `j.${id('order')}`,
      i: `y.${id('id')}`,
      s: sql.asText(`y.${id('hash')}`),
      v: sql.asText(`y.${id('name')}`),
    },
    `${id(related.name)} j join ${id(file.tableName)} y on y.${id('id')} = j.${id(related.joinColumn.name)} ` +
      `where ${link} in (${ids}) and ${type} in (${uids.map(sql.text).join(', ')})`
  );
};
