import type { Core } from '@strapi/strapi';
import type { DraftConflict } from '../../../contracts/draft';
import type { Access, Entity } from '../access/access';
import { diff } from '../core/diff';
import type { Conflict } from '../core/merge';
import { stepsOf } from '../core/path-steps';
import { own } from '../core/record';
import { collectReferences } from '../core/references';
import type { AttributeShape, Structure } from '../core/structure';
import { toFormValues, type RelationDelta } from '../core/to-form-values';
import { contentAt, placesIn } from '../core/visible-content';
import { loadFiles } from '../edit-view/load-files';
import { loadTargets } from '../edit-view/load-targets';
import type { DraftLook } from './draft-looks';
import { createLabels, type Labels } from './labels';
import { nameReferences } from './name-references';
import { getService } from '.';

export interface Caller {
  access: Access;
  accessTo: (uid: string) => Access;
  entity: Entity;
  userAbility: unknown;
}

/** What a draft changes of one locale, as the content manager's edit form takes it. */
const draftForm = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What the form holds of a relation: rows to connect, each before the one it stands before, and those to disconnect. */
  const fill = async (
    slot: Record<string, unknown>,
    delta: RelationDelta,
    userAbility: unknown
  ): Promise<void> => {
    const references = [...delta.connect.map(({ reference }) => reference), ...delta.disconnect];
    const rows = await loadTargets(strapi, { ...delta, references, userAbility });
    const rowOf = ({ documentId, id, locale }: (typeof references)[number]) =>
      rows.find((row) =>
        documentId
          ? row.documentId === documentId && (row.locale ?? null) === (locale ?? null)
          : row.id === id
      );
    slot.connect = delta.connect.flatMap(({ reference, before }) => {
      const row = rowOf(reference);
      if (!row) return [];
      const { id, documentId, locale, status } = row;
      const next = before && rowOf(before);
      const position = next
        ? { before: next.documentId, locale: next.locale, status: next.status }
        : before
          ? { before: before.documentId, locale: before.locale }
          : { end: true };
      return [{ ...row, id, documentId, locale, status, position, apiData: { id, documentId, locale } }];
    });
    slot.disconnect = delta.disconnect.flatMap((reference) => {
      const row = rowOf(reference);
      return row ? [{ id: row.id, documentId: row.documentId, locale: row.locale }] : [];
    });
  };

  /** A place in a document as a type of its own, so that what is there can be compared. */
  const placeOf = (
    path: string,
    item: unknown,
    structure: Structure
  ): { name: string; uid: string; shape: AttributeShape } => {
    const step = stepsOf(path, structure).at(-1)!;
    const isItem = /\]$/.test(path);
    const component = own(item, '__component') ?? step.shape.component;
    const shape: AttributeShape = isItem ? { type: 'component', component: String(component) } : step.shape;
    return { name: step.name, uid: step.uid, shape };
  };

  const describeConflict = (
    { path, kind, base, draft, current }: Conflict,
    structure: Structure,
    labels: Labels
  ): DraftConflict => {
    const { name, uid, shape } = placeOf(path, base ?? current ?? draft, structure);
    const part: Structure = { ...structure, uid, attributes: { [name]: shape } };
    const changes = (to: unknown) =>
      diff({ from: { [name]: base ?? null }, to: { [name]: to ?? null }, structure: part, labels });
    const label =
      shape.type === 'component' && shape.component
        ? labels.component(shape.component)
        : labels.attribute(uid, name);
    return { path, kind, label, theirs: changes(current), mine: changes(draft) };
  };

  return {
    /** What the caller may not read is not in it. */
    async of(
      uid: string,
      look: DraftLook,
      { access, accessTo, entity, userAbility }: Caller
    ): Promise<{ values: Record<string, unknown>; conflicts: DraftConflict[]; upstream: string[] }> {
      const { structure } = getService(strapi, 'tracking').reader(uid)!;
      const content = contentAt(
        look.content,
        structure,
        await access.readable(placesIn(look.content, structure), entity)
      );
      const files = await loadFiles(
        strapi,
        new Set(
          collectReferences(content, structure).flatMap(({ kind, id }) =>
            kind === 'media' && id !== null ? [id] : []
          )
        )
      );
      const slots: { slot: Record<string, unknown>; delta: RelationDelta }[] = [];
      const values = toFormValues({
        content,
        current: look.current,
        structure,
        fields: await access.readable(look.modified, entity),
        file: (id) => files.get(id) ?? null,
        relation: (delta) => {
          const slot: Record<string, unknown> = { connect: [], disconnect: [] };
          slots.push({ slot, delta });
          return slot;
        },
      });
      for (const { slot, delta } of slots) {
        if (delta.connect.length + delta.disconnect.length > 0) await fill(slot, delta, userAbility);
      }

      const labels = await createLabels(strapi, structure);
      const readable = await access.readable(look.conflicts, entity);
      const conflicts = readable.map((conflict) => describeConflict(conflict, structure, labels));
      await nameReferences(
        strapi,
        conflicts.flatMap(({ theirs, mine }) => [...theirs, ...mine]),
        accessTo
      );
      const upstream = [...new Set(look.merged.map(({ path }) => path.split(/[.[]/)[0]!))];
      return { values, conflicts, upstream: await access.readable(upstream, entity) };
    },
  };
};

export default draftForm;
