/** The largest id that a row of ours can have: PostgreSQL refuses to be asked for a larger one. */
export const ROW_ID_MAX = 2 ** 31 - 1;
