/** What the edit view asks for: the same everywhere, so that it is fetched once. */
export const LATEST = { page: 1, pageSize: 10 };

/** Of these the panel shows no more than so many. */
export const IN_PANEL = 5;
