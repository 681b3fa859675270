import type { ReferenceSide } from '../../../contracts/compare';

/** A file or an entry, as far as it takes to recognize it. */
export interface Reference {
  /** null where nobody knows what it is called */
  name: string | null;
  isFile: boolean;
  isGone: boolean;
  /** address of a picture of it */
  picture: string | null;
}

const NAMES = ['name', 'title', 'label', 'displayName', 'username', 'slug', 'email'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const pictureOf = ({ mime, url, thumbnail, formats }: Record<string, unknown>): string | null => {
  const small = isRecord(formats) && isRecord(formats.thumbnail) ? textOf(formats.thumbnail.url) : null;
  const isImage = typeof mime === 'string' && mime.startsWith('image/');
  return textOf(thumbnail) ?? small ?? (isImage ? textOf(url) : null);
};

/** Reads a side of a change, or a file or an entry as a populated revision has it; null for anything else. */
export const readReference = (value: unknown): Reference | null => {
  if (!isRecord(value) || '__component' in value) return null;

  const side = value as unknown as ReferenceSide;
  const isSide = typeof side.target === 'string' && 'documentId' in value;
  // Recorded, a file is its id, its name and a hash.
  const isFile = isSide
    ? side.target === 'plugin::upload.file'
    : 'hash' in value && typeof value.id === 'number';
  if (!isSide && !isFile && typeof value.documentId !== 'string') return null;

  const named = NAMES.map((name) => textOf(value[name])).find((name) => name !== null);
  return {
    name: (isSide ? side.label : named) ?? null,
    isFile,
    isGone: side.gone === true,
    picture: pictureOf(value),
  };
};
