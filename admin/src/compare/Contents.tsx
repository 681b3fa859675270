import { Flex, Typography } from '@strapi/design-system';

import { Value } from './Value';
import { useDifferences } from './DifferenceContext';

import type { Change } from '../../../contracts/compare';

/** What is in a component that is on one side only. */
export const Contents = ({ changes }: { changes: Change[] }) => {
  const { nameOf } = useDifferences();

  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2} margin={0}>
      {changes.map((change) => {
        const { path, type, children = [], component } = change;
        // Files and entries say what they are themselves.
        const isReference = path.endsWith(']') && (type === 'relation' || type === 'media');
        return (
          <div key={path}>
            {!isReference && (
              <Typography tag="dt" variant="pi" fontWeight="semiBold" textColor="neutral600">
                {nameOf(change)}
              </Typography>
            )}
            <dd style={{ margin: 0 }}>
              {children.length > 0 ? (
                <Flex direction="column" alignItems="stretch" paddingLeft={3}>
                  <Contents changes={children} />
                </Flex>
              ) : (
                <Value value={change.to ?? change.from} type={type} component={component} />
              )}
            </dd>
          </div>
        );
      })}
    </Flex>
  );
};
