import type { AttributeShape, Structure } from '../structure';
import { mergeAttribute } from './merge-attribute';
import type { Outcome, Resolve } from './outcome';

export interface MergeValueParams {
  /** what current had when the draft first touched the attribute */
  base: unknown;
  draft: unknown;
  /** what it is upstream now */
  current: unknown;
  /** of the attribute */
  shape: AttributeShape;
  /** today's */
  structure: Structure;
  path: string;
  /** without it the draft's is kept in every conflict */
  resolve?: Resolve;
}

/**
 * What an attribute of a draft looks like, now that upstream went on (public interface, rule 9). See README.md beside
 * this file.
 *
 * Pure and total: no values make it throw, whatever they hold. Nothing in them is changed, but the outcome shares parts
 * with them.
 */
export const mergeValue = (params: MergeValueParams): Outcome => {
  const { base, draft, current, shape, structure, path, resolve = () => undefined } = params;
  return mergeAttribute({ structure, resolve }, { sides: { base, draft, current }, shape, path, depth: 0 });
};
