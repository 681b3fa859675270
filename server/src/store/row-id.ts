import { ROW_ID_MAX } from '../../../contracts/row-id';

/**
 * An id that somebody gave, as a column can be compared with it: PostgreSQL fails where it is higher than the column
 * holds. No row has it then, as none has -1.
 */
export const rowId = (id: number | null): number => (id !== null && id <= ROW_ID_MAX ? id : -1);
