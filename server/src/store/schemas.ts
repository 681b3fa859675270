import type { Knex } from 'knex';
import type { Structure } from '../core/structure';
import { canonicalJson } from '../core/snapshot';
import { hashOf } from '../core/hash';

/** Rows of `revisions_schemas`: a content type's structure as it was, once per distinct structure. */

const TABLE = 'revisions_schemas';

export interface Schemas {
  /** Stores each structure that is not there yet. Called at the start, so that a save never has to. */
  register(knex: Knex, structures: Structure[]): Promise<void>;
  /** Id of today's structure of a content type. */
  idOf(uid: string): number;
  /** The structure a revision was taken under; null where its row is gone. */
  get(knex: Knex, id: number): Promise<Structure | null>;
}

export const createSchemas = (): Schemas => {
  const ids = new Map<string, number>();
  const structures = new Map<number, Structure>();

  return {
    async register(knex, all) {
      for (const structure of all) {
        const text = canonicalJson(structure);
        const key = { content_type: structure.uid, hash: hashOf(text) };
        const find = () => knex(TABLE).select('id').where(key).first();
        let row = await find();
        if (!row) {
          await knex(TABLE)
            .insert({ ...key, structure: text })
            .onConflict(['content_type', 'hash'])
            .ignore();
          row = await find();
        }
        ids.set(structure.uid, Number(row.id));
        structures.set(Number(row.id), structure);
      }
    },
    idOf(uid) {
      const id = ids.get(uid);
      if (id === undefined) throw new Error(`Drafts & Revisions: ${uid} is not tracked`);
      return id;
    },
    async get(knex, id) {
      const known = structures.get(id);
      if (known) return known;
      const row = await knex(TABLE).select('structure').where({ id }).first();
      if (!row) return null;
      const structure = JSON.parse(row.structure) as Structure;
      structures.set(id, structure);
      return structure;
    },
  };
};
