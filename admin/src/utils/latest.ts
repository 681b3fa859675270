/** What the edit view asks for: the same everywhere, so that it is fetched once. */
export const LATEST = { page: 1, pageSize: 5 };
