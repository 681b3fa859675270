/** What the edit view edits, and where it goes. */
export interface Place {
  /** whose drafts are meant: tabs of one browser share Strapi's token, and whoever signed in last is who it is for */
  userId: string;
  /** Tells it from every other, of other users too. */
  key: string;
  uid: string;
  /** null where the document does not exist yet */
  documentId: string | null;
  collectionType: string;
  /** null of a type without locales */
  locale: string | null;
  /** the draft that the address names; null while the document itself is edited */
  draftId: number | null;
  /** the draft of a document that does not exist yet, as the address named it when the page was opened */
  unsavedId: number | null;
  /** milliseconds of quiet before an autosave */
  delay: number;
}

/** `saved`: a draft with a name is open; `new`: the document does not exist yet. */
export type Mode = 'provisional' | 'saved' | 'new';

export const modeOf = ({ documentId, draftId }: Place): Mode => {
  if (documentId === null) return 'new';
  return draftId === null ? 'provisional' : 'saved';
};
