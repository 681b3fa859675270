import type * as React from 'react';

import type { Change } from '../../../contracts/compare';
import type { CompareView } from '../utils/compareSearch';

/** What a plugin's own way of showing a difference is given. */
export interface DifferenceProps {
  change: Change;
  /** the value on either side; undefined where there was none */
  from: unknown;
  to: unknown;
  /** side by side, or one within the other */
  view: CompareView;
}

export interface RegisteredDifference {
  /** `plugin::color-picker.color`, as in the schema */
  customField: string;
  Component: React.ComponentType<DifferenceProps>;
}

const components = new Map<string, RegisteredDifference['Component']>();

/** Says how the values of a custom field are compared. The last one to say so for a field wins. */
export const registerDifference = ({ customField, Component }: RegisteredDifference): void => {
  if (!/^(?:plugin::[\w-]+|global)(?:\.|::)[\w-]+$/.test(customField)) {
    throw new Error(`registerDifference: "${customField}" is no custom field; give "plugin::name.field"`);
  }
  components.set(customField, Component);
};

export const registeredDifference = (
  customField: string | undefined
): RegisteredDifference['Component'] | undefined =>
  customField === undefined ? undefined : components.get(customField);
