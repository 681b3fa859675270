import type { ReferenceSide } from '../../../../contracts/compare';
import { readMedia, readRelation } from '../read-reference';
import type { AttributeShape } from '../structure';

const FILE = 'plugin::upload.file';

/** A stored reference as a side of a change, with what the snapshot itself knows; null for what is none. */
export const referenceSide = (stored: unknown, shape: AttributeShape): ReferenceSide | null => {
  if (shape.type === 'media') {
    const file = readMedia(stored);
    return file && { target: FILE, documentId: null, id: file.id, locale: null, label: file.name };
  }
  const relation = readRelation(stored, shape.target);
  if (!relation) return null;
  const { documentId = null, id = null, locale = null, type = '' } = relation;
  return { target: shape.target ?? type, documentId, id, locale, label: null };
};
