/** What the editor made of the dialog so far. */
export interface Choice {
  /** names of the fields that shall stay as they are; null: as the dialog opened */
  leftOut: string[] | null;
  locales: 'this' | 'all';
  publish: boolean;
  notes: string;
}
