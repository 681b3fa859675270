/** Text of a rich text block, or of a list of them: a line each; a picture by its name. */
export const blocksText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(blocksText).join('\n');
  if (typeof value !== 'object' || value === null) return '';

  const { text, type, image, children } = value as {
    text?: unknown;
    type?: unknown;
    image?: { name?: unknown; alternativeText?: unknown };
    children?: unknown;
  };
  if (typeof text === 'string') return text;
  if (type === 'image') return String(image?.alternativeText || image?.name || '');
  if (!Array.isArray(children)) return '';
  // Within a block there is running text; a list holds lines.
  return children.map(blocksText).join(type === 'list' ? '\n' : '');
};

/** Whether a value is what Strapi's editor of blocks makes. */
export const isBlocks = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (block) =>
      typeof block === 'object' &&
      block !== null &&
      'type' in block &&
      'children' in block &&
      !('id' in block)
  );
