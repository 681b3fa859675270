import type { Draft } from './draft';
import type { Revision } from './revision';

/** What changed between two states of a document (public interface, section 4: `compare`). */

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** A run of text, as it is on one side or on both. */
export interface TextPart {
  /** `marked`: the same text in another dress: bold, a link, … */
  kind: 'same' | 'added' | 'removed' | 'marked';
  text: string;
  /** only on `marked`: what the text gained and lost: `bold`, `italic`, `underline`, `strikethrough`, `code`, `link` */
  marks?: { added: string[]; removed: string[]; link?: { from: string | null; to: string | null } };
}

/** A reference as a side of a change: the stored one, with what its target is called now. */
export interface ReferenceSide {
  /** uid of the target's type */
  target: string;
  documentId: string | null;
  id: number | null;
  locale: string | null;
  /** what the target is called now, or was called when it was recorded; null where nobody knows or the caller may not */
  label: string | null;
  /** its target is no longer there */
  gone?: boolean;
  /** files: address of a small picture and of the file, and their type */
  thumbnail?: string | null;
  url?: string | null;
  mime?: string | null;
}

/**
 * One difference. `path` like `title`, `seo.metaTitle`, `sections[2].body`: an index is the item's place in `to`, of a
 * removed item its place in `from`.
 */
export interface Change {
  path: string;
  /** what the attribute, the component or the block is called */
  label: string;
  /** the attribute's type; of an item in a list `component`, `relation`, `media`, `block`; below JSON `json` */
  type: string;
  /** an item that was moved and edited is `moved` and has `children` */
  kind: ChangeKind;
  /** Absent where there was nothing. Of media and relations a `ReferenceSide` (a list of them: see `children`). */
  from?: unknown;
  to?: unknown;
  /** Items of lists: the place on either side. */
  fromIndex?: number;
  toIndex?: number;
  /** What is different within; of a component that is on one side only, what is in it. */
  children?: Change[];
  /** Text, and blocks of rich text: the text of both sides in runs, in reading order. */
  parts?: TextPart[];
  /**
   * The time for a finer answer was over, or the content is too odd or too long for one: `from` and `to` are all there
   * is, and of text `parts` that are larger than words.
   */
  coarse?: true;
  /** `plugin::name.field` of a custom field, whose plugin may have a way of its own to show it */
  customField?: string;
  /** uid of an item's component */
  component?: string;
  /** of a component, a block or an entry of JSON in a list: a few of its words, by which one knows it */
  title?: string;
}

/** One side of a comparison. */
export interface ComparedState {
  /** as it was asked for: `revision:12`, `current`, `published`, `previous`, `draft:3` */
  ref: string;
  /** the revision whose content it is; null of content that no revision records */
  revision: Revision | null;
  /** the draft whose look it is, and whether its document was deleted; null of any other state */
  draft: (Pick<Draft, 'id' | 'kind' | 'name'> & { isOrphan: boolean }) | null;
  locale: string | null;
}

/** `data` of the answer to a comparison. */
export interface Comparison {
  from: ComparedState;
  to: ComparedState;
  changes: Change[];
}
