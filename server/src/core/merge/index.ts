export { accept, type AcceptParams } from './accept';
export type { DraftChange, DraftChanges } from './changes';
export { mergeDraft, type MergeDraftParams, type MergedDraft } from './merge-draft';
export { mergeValue, type MergeValueParams } from './merge-value';
export type { Conflict, ConflictKind, Incoming, Outcome, Resolve } from './outcome';
export { touch, type TouchParams } from './touch';
