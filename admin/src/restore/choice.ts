/** What the editor made of the dialog so far. */
export interface Choice {
  /** names of the fields that shall stay as they are */
  leftOut: string[];
  locales: 'this' | 'all';
  publish: boolean;
  notes: string;
}
