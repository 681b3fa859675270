import type { Core } from '@strapi/strapi';
import { collectReferences, type Reference, type Resolve } from '../core/references';
import type { Snapshot } from '../core/snapshot';
import type { AttributeShape, Structure } from '../core/structure';

const FILE = 'plugin::upload.file';

interface TargetRow {
  id: number;
  publishedAt?: string | null;
  documentId?: string;
  locale?: string | null;
  hash?: string;
}

const unique = <T>(values: (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

/** Which of these references' targets there are: a query for each type that is pointed at. */
const findTargets = async (
  strapi: Core.Strapi,
  target: string,
  references: Reference[]
): Promise<TargetRow[]> => {
  if (!strapi.db.metadata.has(target)) return [];
  const { attributes } = strapi.db.metadata.get(target);
  const any: object[] = [];
  const documentIds = unique(references.map(({ documentId }) => documentId));
  const ids = unique(references.map(({ id }) => id));
  const hashes = target === FILE ? unique(references.map(({ hash }) => hash)) : [];
  if (documentIds.length > 0 && attributes.documentId) any.push({ documentId: { $in: documentIds } });
  if (ids.length > 0) any.push({ id: { $in: ids } });
  if (hashes.length > 0) any.push({ hash: { $in: hashes } });
  if (any.length === 0) return [];
  const select = ['id', 'documentId', 'locale', 'hash', 'publishedAt'].filter((name) =>
    Object.hasOwn(attributes, name)
  );
  return strapi.db.query(target as never).findMany({ where: { $or: any }, select }) as Promise<TargetRow[]>;
};

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

/** Looks up what a content's references point at, once, and gives the function that `withoutMissing` asks. */
export const createResolve = async (
  strapi: Core.Strapi,
  content: Snapshot,
  structure: Structure
): Promise<Resolve> => {
  const references = collectReferences(content, structure);
  const targets = new Map<string, TargetRow[]>();
  for (const target of new Set(references.map((reference) => reference.target))) {
    const pointing = references.filter((reference) => reference.target === target);
    targets.set(target, await findTargets(strapi, target, pointing));
  }
  return (reference) => {
    const rows = targets.get(reference.target) ?? [];
    return reference.kind === 'media' ? resolveFile(reference, rows) : resolveDocument(reference, rows);
  };
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

  const references = collectReferences(content, structure).filter(({ kind }) => kind === 'relation');
  const targets = new Map<string, TargetRow[]>();
  for (const target of new Set(references.map((reference) => reference.target))) {
    const pointing = references.filter((reference) => reference.target === target);
    targets.set(target, await findTargets(strapi, target, pointing));
  }
  return (reference, shape) => {
    if (!isByRowId(shape) || reference.documentId === null) return reference;
    const rows = (targets.get(reference.target) ?? []).filter(
      ({ documentId, locale }) => documentId === reference.documentId && (locale ?? null) === reference.locale
    );
    const row = rows.find(({ publishedAt }) => !publishedAt) ?? rows[0];
    return row ? { ...reference, documentId: null, locale: null, id: row.id } : null;
  };
};
