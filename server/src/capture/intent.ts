import type { RevisionAction } from '../../../contracts/revision';
import type { Snapshot } from '../core/snapshot';
import type { RevisionRow } from '../store/revisions';

/**
 * What a service of ours means by a write it makes through the Document Service: the middleware that records the
 * write sees only an update. Carried beside its parameters, so that none of Strapi's has to.
 */
export interface Intent {
  action: RevisionAction;
  restoredFrom?: { id: number; number: number };
  draftName?: string | null;
  notes?: string | null;
  /** Told of every revision that the write leaves, and of what is in it. */
  recorded(revision: RevisionRow, snapshot: Snapshot): void;
}

const intents = new WeakMap<object, Intent>();

/**
 * Says what a write with these parameters means. It is known by them and by their `data`: somebody's middleware may copy
 * either.
 */
export const meant = <T extends { data: object }>(params: T, intent: Intent): T => {
  intents.set(params, intent);
  intents.set(params.data, intent);
  return params;
};

export const intentOf = (params: Record<string, unknown>): Intent | undefined => {
  const { data } = params;
  return intents.get(params) ?? (typeof data === 'object' && data ? intents.get(data) : undefined);
};
