import * as React from 'react';

import type { Change } from '../../../contracts/compare';
import type { CompareView } from '../utils/compareSearch';

export interface AttributeSchema {
  type: string;
  component?: string;
  repeatable?: boolean;
  components?: string[];
  customField?: string;
}

/** What every difference on the page has to know. */
interface Differences {
  view: CompareView;
  /** What a change is called: as the edit form calls it. */
  nameOf: (change: Pick<Change, 'label' | 'path' | 'type'>) => string;
  /** What an attribute of a component is called. */
  attributeName: (component: string | undefined, name: string) => string;
  componentName: (uid: string) => string;
  /** Attributes of a component, by today's schema; undefined where it is gone. */
  attributesOf: (component: string) => Record<string, AttributeSchema> | undefined;
}

export const DifferenceContext = React.createContext<Differences | null>(null);

export const useDifferences = (): Differences => {
  const differences = React.useContext(DifferenceContext);
  if (!differences) throw new Error('useDifferences outside of DifferenceContext');
  return differences;
};
