import type { Core } from '@strapi/strapi';
import type { Change, ReferenceSide } from '../../../contracts/compare';
import type { Access } from '../access/access';
import { contentTypeOf } from './content-type-of';
import { mainFieldOf } from './labels';

const FILE = 'plugin::upload.file';
/** Documents asked for in one query. */
const BATCH = 500;

interface Row extends Record<string, unknown> {
  id: number;
  documentId?: string;
  locale?: string | null;
}

interface FileRow extends Row {
  name: string;
  hash: string;
  url: string;
  mime: string;
  formats?: { thumbnail?: { url?: string } } | null;
  isUrlSigned?: boolean;
}

/** The references in a tree of changes: the sides of changes of relations and media. */
const sidesOf = (changes: Change[]): ReferenceSide[] =>
  changes.flatMap(({ type, from, to, children = [] }) => [
    ...(type === 'relation' || type === 'media' ? [from, to] : []).filter(isSide),
    ...sidesOf(children),
  ]);

const isSide = (value: unknown): value is ReferenceSide =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'target');

const batches = <T>(values: T[]): T[][] =>
  Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH)
  );

const unique = <T>(values: (T | null)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null)),
];

/**
 * Writes into changes what their references' targets are called now, pictures of files, and which targets are gone.
 *
 * @param accessTo what the caller may do with a type: what is called how is told only to whom may read it
 */
export const nameReferences = async (
  strapi: Core.Strapi,
  changes: Change[],
  accessTo: (uid: string) => Access
): Promise<void> => {
  const sides = sidesOf(changes);
  for (const target of new Set(sides.map((side) => side.target))) {
    const pointing = sides.filter((side) => side.target === target);
    if (!strapi.db.metadata.has(target)) pointing.forEach((side) => (side.gone = true));
    else if (target === FILE) await nameFiles(strapi, pointing);
    else await nameDocuments(strapi, target, pointing, accessTo(target));
  }
};

const nameFiles = async (strapi: Core.Strapi, sides: ReferenceSide[]): Promise<void> => {
  const service = strapi.plugin('upload').service('file');
  const files = new Map<number, FileRow>();
  for (const ids of batches(unique(sides.map(({ id }) => id)))) {
    const found = await strapi.db.query(FILE).findMany({ where: { id: { $in: ids } } });
    for (const file of found as FileRow[]) files.set(file.id, await service.signFileUrls(file));
  }
  for (const side of sides) {
    const file = side.id === null ? undefined : files.get(side.id);
    if (!file) {
      side.gone = true;
      continue;
    }
    const { name, url, mime, formats } = file;
    Object.assign(side, { label: name, url, mime, thumbnail: formats?.thumbnail?.url ?? null });
  }
};

const nameDocuments = async (
  strapi: Core.Strapi,
  target: string,
  sides: ReferenceSide[],
  access: Access
): Promise<void> => {
  const mainField = await mainFieldOf(strapi, target);
  const rows = [
    ...(await findRows(strapi, target, 'documentId', unique(sides.map(({ documentId }) => documentId)))),
    ...(await findRows(strapi, target, 'id', unique(sides.map(({ id }) => id)))),
  ];
  const byKey = new Map<unknown, Row[]>();
  for (const row of rows) {
    for (const key of [row.documentId, row.id]) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const labels = new Map<Row, string | null>();
  for (const side of sides) {
    const candidates = byKey.get(side.documentId ?? side.id) ?? [];
    const row = candidates.find(({ locale }) => (locale ?? null) === side.locale) ?? candidates[0];
    if (!row) {
      side.gone = true;
      continue;
    }
    if (!labels.has(row)) labels.set(row, await labelOf(row, mainField, access));
    side.label = labels.get(row)!;
  }
};

/** Of a type with Draft & Publish the draft: as an editor sees it. */
const findRows = async (
  strapi: Core.Strapi,
  target: string,
  key: 'documentId' | 'id',
  values: (string | number)[]
): Promise<Row[]> => {
  const { attributes } = strapi.db.metadata.get(target);
  if (!Object.hasOwn(attributes, key)) return [];
  const model = contentTypeOf(strapi, target);
  const rows: Row[] = [];
  for (const batch of batches(values)) {
    const found = await strapi.db.query(target as never).findMany({
      where: {
        [key]: { $in: batch },
        ...(model?.options?.draftAndPublish && key === 'documentId' && { publishedAt: null }),
      },
      // conditions of roles look at the creator
      populate: (Object.hasOwn(attributes, 'createdBy')
        ? { createdBy: { populate: ['roles'] } }
        : {}) as never,
    });
    rows.push(...(found as Row[]));
  }
  return rows;
};

const labelOf = async (row: Row, mainField: string | null, access: Access): Promise<string | null> => {
  if (!mainField || !(await access.can('read', row))) return null;
  const seen = (await access.sanitize(row))[mainField];
  return typeof seen === 'string' || typeof seen === 'number' ? String(seen) : null;
};
