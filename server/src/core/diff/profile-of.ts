import { isRecord, own, toList } from '../record';
import type { AttributeShape, Attributes } from '../structure';
import { wordsOf, type Profile } from './likeness';

const TEXTS = new Set(['string', 'text', 'richtext', 'email', 'uid']);
/** Of few values, so that many items have the same: it tells none from the others. */
const TELLS_NOTHING = new Set(['boolean', 'enumeration']);

const words = (value: unknown, { type }: AttributeShape): string[] => {
  if (value === null || value === undefined || TELLS_NOTHING.has(type)) return [];
  if (TEXTS.has(type) && typeof value === 'string') return wordsOf(value);
  if (type === 'relation' || type === 'media') {
    return toList(value).map((item) => JSON.stringify(own(item, 'documentId') ?? own(item, 'id') ?? null));
  }
  return typeof value === 'object' ? wordsOf(JSON.stringify(value)) : [String(value)];
};

/** What a component says, to know it again after an edit. */
export const profileOf = (item: unknown, attributes: Attributes): Profile =>
  new Map(
    isRecord(item)
      ? Object.entries(attributes).map(([name, shape]) => [name, words(own(item, name), shape)])
      : []
  );
