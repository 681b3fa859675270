import type { Core } from '@strapi/strapi';
import { collectReferences, type Reference, type Resolve } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import type { AttributeShape, Structure } from '../core/structure';
import { createTargets, type TargetRow, type Targets } from './targets';

/** A file is known by its id; one that was imported anew, under another id, by its hash. */
const resolveFile = (reference: Reference, files: TargetRow[]): Reference | null => {
  const byHash = files.find(({ hash }) => reference.hash !== null && hash === reference.hash);
  const byId = files.find(({ id }) => id === reference.id);
  if (byId && (!byHash || byId.hash === reference.hash)) return reference;
  return byHash ? { ...reference, id: byHash.id } : null;
};

/** The same locale; where the type got or lost its locales since, the document in whichever there is. */
const resolveDocument = (reference: Reference, rows: TargetRow[]): Reference | null => {
  if (reference.documentId === null) return rows.some(({ id }) => id === reference.id) ? reference : null;
  const same = rows.filter(({ documentId }) => documentId === reference.documentId);
  if (same.some(({ locale }) => (locale ?? null) === reference.locale)) return reference;
  const other = same.find(({ locale }) => reference.locale === null || (locale ?? null) === null);
  return other ? { ...reference, locale: other.locale ?? null } : null;
};

/** The function that `withoutMissing` asks, over what was loaded. */
export const resolveAmong =
  (targets: Targets): Resolve =>
  (reference) => {
    const rows = targets.of(reference.target);
    return reference.kind === 'media' ? resolveFile(reference, rows) : resolveDocument(reference, rows);
  };

/** Looks up what a content's references point at, once, and gives that function. */
export const createResolve = async (
  targets: Targets,
  content: Snapshot,
  structure: Structure
): Promise<Resolve> => {
  await targets.load(collectReferences(content, structure));
  return resolveAmong(targets);
};

/**
 * For attributes that Strapi links by row id alone: the references by the row ids of today, the draft's where there is
 * one. Others stay as they are.
 */
export const createRowIdResolve = async (
  strapi: Core.Strapi,
  content: Snapshot,
  structure: Structure
): Promise<Resolve> => {
  const isByRowId = (shape: AttributeShape) => shape.byRowId === true;
  const shapes = [structure.attributes, ...Object.values(structure.components)].flatMap(Object.values);
  if (!shapes.some(isByRowId)) return (reference) => reference;

  const targets = createTargets(strapi, { whole: false });
  await targets.load(collectReferences(content, structure).filter(({ kind }) => kind === 'relation'));
  return (reference, shape) => {
    if (!isByRowId(shape) || reference.documentId === null) return reference;
    const rows = targets
      .of(reference.target)
      .filter(
        ({ documentId, locale }) =>
          documentId === reference.documentId && (locale ?? null) === reference.locale
      );
    const row = rows.find(({ publishedAt }) => !publishedAt) ?? rows[0];
    return row ? { ...reference, documentId: null, locale: null, id: row.id } : null;
  };
};
