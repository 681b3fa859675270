import { own } from './record';

/**
 * The row that an item of a list of components is, where that is known: null of one that is not stored yet, and of one
 * in a snapshot. Each component has a table of its own: in a dynamic zone two items may well have the same id.
 */
export const rowKey = (item: unknown): string | null => {
  const [id, component] = [own(item, 'id'), own(item, '__component')];
  if (typeof id !== 'number' && typeof id !== 'string') return null;
  return `${id} ${typeof component === 'string' ? component : ''}`;
};
