import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { structureOf, type ModelDefinition, type Structure } from '../../core/structure';
import { dialectOf } from '../dialect';
import { runPrepared } from '../run-prepared';
import { assemble, type DocumentReading, type PendingReference, type Reading, type Row } from './assemble';
import type { Meta } from './meta';
import { buildPlan, type Plan, type Selection } from './plan';

/**
 * Reads a document back from the database as it is, whatever lifecycles, i18n, other relations' sides or raw queries
 * did to it: one statement, and the newest revision of each locale with it. What an action's own data names is not
 * enough: it was wrong in a third of the edits tried.
 */
export interface DocumentReader {
  structure: Structure;
  hasDraftAndPublish: boolean;
  read(knex: Knex, request: ReadRequest): Promise<Reading>;
  /** Several documents, without heads: a statement for every hundred or so. @returns their locales, by documentId */
  readAll(
    knex: Knex,
    request: { documentIds: string[]; version: Selection['version'] }
  ): Promise<Map<string, DocumentReading[]>>;
}

export interface ReadRequest {
  documentId: string;
  /** one locale; absent: every locale (a type without locales has just one row) */
  locale?: string;
  version: Selection['version'];
  /** whether the newest revision of each locale comes with it */
  heads: boolean;
  /** with the heads: whose provisional draft of the document comes with it, `admin:1` */
  provisionalOf?: string;
  /** only these attributes are needed; others may come along. Absent: all of them */
  attributes?: readonly string[];
}

const planKey = ({ version, locale, heads, documents }: Selection, part: string): string =>
  `${version}:${locale}:${heads ? 'h' : ''}${documents ?? ''}:${part}`;

/** How many choices of attributes have a statement of their own: a database keeps each as long as a connection lasts. */
const MOST_PARTS = 16;

/** A type with some of its attributes. */
const partOf = (structure: Structure, names: readonly string[]): Structure => ({
  ...structure,
  attributes: Object.fromEntries(
    Object.entries(structure.attributes).filter(([name]) => names.includes(name))
  ),
});

const MOST_AT_ONCE = 128;

/** A power of two: statements that are kept come in few shapes. */
const roomFor = (count: number): number => 2 ** Math.ceil(Math.log2(count));

/**
 * @param uid a content type's uid
 * @throws where Strapi knows no such content type
 */
export const createReader = (strapi: Core.Strapi, uid: string): DocumentReader => {
  const model = strapi.getModel(uid as never) as unknown as ModelDefinition & {
    options?: { draftAndPublish?: boolean };
  };
  const getMeta = (target: string): Meta | undefined =>
    strapi.db.metadata.has(target) ? (strapi.db.metadata.get(target) as unknown as Meta) : undefined;
  const structure = structureOf(model, (component) => strapi.getModel(component as never) as never);
  const hasDraftAndPublish = model.options?.draftAndPublish === true;
  const dialect = dialectOf(strapi);
  const connection = strapi.db.config.connection.connection as { timezone?: string } | undefined;
  const plans = new Map<string, Plan>();
  const parts = new Map<string, Structure>();

  const planFor = (selection: Selection, of: Structure): Plan => {
    const key = planKey(selection, of === structure ? 'all' : `of ${Object.keys(of.attributes).join()}`);
    let plan = plans.get(key);
    if (!plan) {
      plan = buildPlan({ structure: of, selection, hasDraftAndPublish, getMeta, dialect });
      plans.set(key, plan);
    }
    return plan;
  };

  const structureWith = (names: readonly string[]): Structure => {
    const wanted = partOf(structure, names);
    if (Object.keys(wanted.attributes).length === Object.keys(structure.attributes).length) return structure;
    const key = Object.keys(wanted.attributes).join();
    const known = parts.get(key);
    if (known || parts.size >= MOST_PARTS) return known ?? structure;
    parts.set(key, wanted);
    return wanted;
  };

  const run = async (
    knex: Knex,
    { plan, of }: { plan: Plan; of: Structure },
    values: Record<Plan['statements'][number]['bindings'][number], string | string[]>
  ): Promise<Reading> => {
    const rows: Row[] = [];
    for (const { sql, bindings } of plan.statements) {
      const found = await runPrepared<Row>(knex, {
        sql,
        bindings: bindings.flatMap((name) => values[name]),
        dialect,
      });
      for (const row of found) rows.push(row);
    }
    const { reading, pending } = assemble(rows, plan.branches, of, {
      timezone: connection?.timezone,
    });
    await settle(knex, pending, getMeta);
    return reading;
  };

  // a structure that cannot be read is an error at the start, not at a save
  planFor({ version: 'current', locale: 'all', heads: true }, structure);

  return {
    structure,
    hasDraftAndPublish,
    read(knex, { documentId, locale, version, heads, provisionalOf = '', attributes }) {
      const one = structure.localized && locale !== undefined;
      const of = attributes ? structureWith(attributes) : structure;
      const plan = planFor({ version, heads, locale: one ? 'one' : 'all' }, of);
      const values = { documentIds: [], documentId, locale: locale ?? '', uid, provisionalOf };
      return run(knex, { plan, of }, values);
    },
    async readAll(knex, { documentIds, version }) {
      const found = new Map<string, DocumentReading[]>();
      for (let start = 0; start < documentIds.length; start += MOST_AT_ONCE) {
        const some = documentIds.slice(start, start + MOST_AT_ONCE);
        const documents = roomFor(some.length);
        const plan = planFor({ version, heads: false, locale: 'all', documents }, structure);
        // what is left over of the room is filled with one of them again
        const filled = Array.from({ length: documents }, (_, place) => some[place] ?? some[0]!);
        const values = { documentIds: filled, documentId: '', locale: '', uid, provisionalOf: '' };
        const { locales } = await run(knex, { plan, of: structure }, values);
        for (const one of locales) found.set(one.documentId, [...(found.get(one.documentId) ?? []), one]);
      }
      return found;
    },
  };
};

/** Morph relations name a type and a row id: one look-up a type gives the documents. */
const settle = async (
  knex: Knex,
  pending: PendingReference[],
  getMeta: (uid: string) => Meta | undefined
): Promise<void> => {
  for (const type of new Set(pending.map((reference) => reference.type))) {
    const ofType = pending.filter((reference) => reference.type === type);
    const meta = getMeta(type);
    if (!meta) {
      ofType.forEach((reference) => reference.settle(null));
      continue;
    }
    const columns = ['id'];
    if (meta.attributes.documentId) columns.push('document_id');
    if (meta.attributes.locale) columns.push('locale');
    const found = await knex(meta.tableName)
      .select(columns)
      .whereIn('id', [...new Set(ofType.map((reference) => reference.id))]);
    const byId = new Map(found.map((row) => [Number(row.id), row]));
    for (const reference of ofType) {
      const row = byId.get(reference.id);
      reference.settle(row ? { documentId: row.document_id ?? null, locale: row.locale ?? null } : null);
    }
  }
};
