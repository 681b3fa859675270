import type { Structure } from '../structure';
import type { Deadline } from './deadline';

/** What attributes and components are called. */
export interface Labels {
  /** @param uid of the type or component that has the attribute */
  attribute(uid: string, name: string): string;
  component(uid: string): string;
}

/** What is the same all through a comparison. */
export interface Context {
  structure: Structure;
  labels: Labels;
  deadline: Deadline;
}

/** Where a change is, and what is there: the keys that every change has. */
export interface Head {
  path: string;
  label: string;
  type: string;
}
