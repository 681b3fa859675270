/** The server's limits (contracts/requests.ts, which the browser must not load: it brings zod along). */
export const LABEL_MAX = 255;
export const NOTES_MAX = 5000;
