/** `data` of the answer to `POST /previews`. */
export interface MadePreview {
  /** To be given as `previewToken`; nobody can be told it once more. */
  token: string;
  /** ISO 8601; null: it has no end of its own */
  expiresAt: string | null;
  /** to revoke it by */
  id: number;
}

/** One of one's own previews of a document. */
export interface Preview {
  id: number;
  locale: string | null;
  draftId: number | null;
  revisionId: number | null;
  /** ISO 8601 */
  createdAt: string;
  expiresAt: string | null;
}
