import type { Change } from '../../../../contracts/compare';
import type { Snapshot } from '../snapshot';
import type { Structure } from '../structure';
import type { Labels } from './context';
import { deadlineIn } from './deadline';
import { diffAttributes } from './diff-attributes';

export type { Labels } from './context';

export interface DiffParams {
  /** both in today's structure; null where there was nothing */
  from: Snapshot | null;
  to: Snapshot | null;
  /** today's */
  structure: Structure;
  /** without it attributes are called by their names, components by the last part of their uids */
  labels?: Labels;
  /** milliseconds after which coarser answers are given; 0: only such */
  budget?: number;
  /** the clock, in milliseconds */
  now?: () => number;
}

const NAMES: Labels = {
  attribute: (_uid, name) => name,
  component: (uid) => uid.slice(uid.lastIndexOf('.') + 1),
};

/** Long enough for what people write; what takes longer was not written by hand. */
const BUDGET = 100;

/**
 * What changed between two states of a document (public interface, section 4). See README.md beside this file.
 *
 * Total: no two snapshots make it throw, whatever they hold. Nothing in `from` and `to` is changed, but changes
 * share parts with both.
 *
 * @returns nothing exactly where {@link changedAttributes} has nothing; in the order of the structure's attributes
 */
export const diff = (params: DiffParams): Change[] => {
  const { from, to, structure, labels = NAMES, budget = BUDGET, now = () => performance.now() } = params;
  return diffAttributes(
    { structure, labels, deadline: deadlineIn(budget, now) },
    { uid: structure.uid, attributes: structure.attributes, from, to, path: '', depth: 0 }
  );
};
