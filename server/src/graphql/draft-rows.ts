import { isRecord, toList } from '../core/record';

/**
 * What a revision or a draft points at is shown as an editor sees it, as a draft row. What that row points at in turn
 * is a draft row as well: asked for what is published it would have nothing. So these rows are known by a mark.
 */
const IS_DRAFT = Symbol('revisions.draft-row');

type Row = Record<string, unknown> & { [IS_DRAFT]?: true };

export const isDraftRow = (row: unknown): boolean => (row as Row | null | undefined)?.[IS_DRAFT] === true;

/** @param found a row, rows, or a connection of them, as resolvers answer */
export const markDraftRows = <T>(found: T): T => {
  const rows = isRecord(found) && Array.isArray(found.nodes) ? found.nodes : toList(found);
  for (const row of rows) if (isRecord(row)) (row as Row)[IS_DRAFT] = true;
  return found;
};
