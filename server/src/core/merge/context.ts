import type { Structure } from '../structure';
import type { Resolve } from './outcome';

/** What is the same all through a merge. */
export interface Context {
  /** today's */
  structure: Structure;
  resolve: Resolve;
}
