import type { Change } from '../../../contracts/compare';

/** What happened to the items of a list. An item that was moved and edited counts as both. */
export interface ItemCounts {
  edited: number;
  added: number;
  removed: number;
  moved: number;
}

const ITEMS = new Set(['component', 'relation', 'media', 'block']);

/** Only items have places; below a single component or JSON there are attributes. */
const isItem = ({ type, fromIndex, toIndex }: Change): boolean =>
  ITEMS.has(type) && (fromIndex !== undefined || toIndex !== undefined);

/** Whether something that was moved is not as it was either. */
export const isEdited = ({ children, parts }: Change): boolean =>
  (children !== undefined && children.length > 0) || parts !== undefined;

/** Of one attribute: null unless it is a list whose items differ. */
const countItems = ({ children = [] }: Change): ItemCounts | null => {
  const items = children.filter(isItem);
  if (items.length === 0) return null;

  const counts: ItemCounts = { edited: 0, added: 0, removed: 0, moved: 0 };
  for (const item of items) {
    const { kind } = item;
    if (kind === 'added') counts.added += 1;
    else if (kind === 'removed') counts.removed += 1;
    else if (kind === 'changed') counts.edited += 1;
    else {
      counts.moved += 1;
      if (isEdited(item)) counts.edited += 1;
    }
  }
  return counts;
};

/** What happened in each list that differs, by the attribute's name: the figures of "Sections (2 edited, 1 moved)". */
export const summarize = (changes: Change[]): Map<string, ItemCounts> =>
  new Map(
    changes.flatMap((change): [string, ItemCounts][] => {
      const counts = countItems(change);
      return counts ? [[change.path, counts]] : [];
    })
  );
