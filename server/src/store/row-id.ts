const HIGHEST = 2_147_483_647;

/**
 * An id that somebody gave, as a column can be compared with it: PostgreSQL fails where it is higher than the column
 * holds. No row has it then, as none has -1.
 */
export const rowId = (id: number | null): number => (id !== null && id <= HIGHEST ? id : -1);
