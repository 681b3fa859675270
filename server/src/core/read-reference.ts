import { isRecord } from './record';
import type { MediaReference, RelationReference } from './snapshot';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * Reads a stored reference to a document.
 *
 * @param target uid of what the attribute points at; undefined on a morph relation, whose references name their own
 * @returns the reference with nothing but its known keys; null for what is none, or points elsewhere
 */
export const readRelation = (value: unknown, target: string | undefined): RelationReference | null => {
  if (!isRecord(value)) return null;
  const { documentId, locale, type, id } = value;
  if (!isText(documentId) && typeof id !== 'number') return null;
  if (target === undefined ? !isText(type) : type !== undefined && type !== target) return null;

  const reference: RelationReference = {};
  if (isText(documentId)) reference.documentId = documentId;
  if (typeof id === 'number') reference.id = id;
  if (locale === null || typeof locale === 'string') reference.locale = locale;
  if (isText(type)) reference.type = type;
  return reference;
};

/** Reads a stored reference to a file; null for what is none. */
export const readMedia = (value: unknown): MediaReference | null => {
  if (!isRecord(value) || typeof value.id !== 'number') return null;
  return {
    hash: typeof value.hash === 'string' ? value.hash : null,
    id: value.id,
    name: typeof value.name === 'string' ? value.name : null,
  };
};
