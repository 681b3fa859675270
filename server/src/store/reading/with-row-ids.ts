import { rowIdOf } from './assemble';

/** A copy of a snapshot just read, with the row `id` of each component in it: what a write needs to keep the rows. */
export const withRowIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withRowIds);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  const id = rowIdOf(value);
  if (id !== undefined) copy.id = id;
  for (const [name, item] of Object.entries(value)) copy[name] = withRowIds(item);
  return copy;
};
