import { Flex } from '@strapi/design-system';

import { NestedDifference } from './NestedDifference';

import type { Change } from '../../../contracts/compare';

interface ChildDifferencesProps {
  changes: Change[];
  depth: number;
}

/** What differs within a component, a list or JSON. */
export const ChildDifferences = ({ changes, depth }: ChildDifferencesProps) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3} padding={0}>
    {changes.map((change, index) => (
      // Two items may bear the same path: one by its new place, one by its old.
      <li key={`${change.kind}:${change.path}:${index}`}>
        <NestedDifference change={change} depth={depth} />
      </li>
    ))}
  </Flex>
);
