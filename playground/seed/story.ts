// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an entry as the Content Manager sends and takes it
export type Entry = any;

export type Writer =
  /** The editor-in-chief and two editors, in the admin. */
  | 'amina'
  | 'jonas'
  | 'camille'
  /** A program with an API token, over REST. */
  | 'wire'
  /** Code in Strapi itself, without a request. */
  | 'job';

export interface Step {
  /** How long ago, in days. */
  daysAgo: number;
  by: Writer;
  locale?: 'en' | 'fr';
  /** Edits the entry in place: what an editor finds in the form; for `wire` and `job` an empty object to fill. */
  change?: (entry: Entry, desk: Desk) => void;
  then?: 'publish' | 'unpublish' | 'discard';
  /** Becomes the revision's note. */
  note?: string;
}

/** The life of one document. */
export interface Story {
  uid: string;
  /** How other stories call it. */
  key: string;
  steps: Step[];
}

/** What lies on an editor's desk while they write. */
export interface Desk {
  /** A relation to documents that other stories made. */
  connect: (...keys: string[]) => Entry;
  disconnect: (...keys: string[]) => Entry;
  image: (name: string) => Entry;
}
