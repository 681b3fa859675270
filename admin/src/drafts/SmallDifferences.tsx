import * as React from 'react';

import { Flex } from '@strapi/design-system';

import { DifferenceBody } from '../compare/DifferenceBody';
import { DifferenceBoundary } from '../compare/DifferenceBoundary';
import { DifferenceContext } from '../compare/DifferenceContext';
import { KindPill } from '../compare/KindPill';
import { ValueDifference } from '../compare/ValueDifference';
import { useDifferenceNames } from '../compare/useDifferenceNames';

import type { Change } from '../../../contracts/compare';

/** Differences as the compare page shows them, one within the other, where there is little room. */
export const SmallDifferences = ({ uid, changes }: { uid: string; changes: Change[] }) => {
  const names = useDifferenceNames(uid);
  const context = React.useMemo(() => ({ ...names, view: 'inline' as const }), [names]);

  return (
    <DifferenceContext.Provider value={context}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {changes.map((change) => (
          <Flex key={`${change.path}:${change.kind}`} direction="column" alignItems="stretch" gap={1}>
            {change.kind !== 'changed' && (
              <Flex>
                <KindPill change={change} />
              </Flex>
            )}
            <DifferenceBoundary fallback={<ValueDifference from={change.from} to={change.to} type="json" />}>
              <DifferenceBody change={change} depth={0} />
            </DifferenceBoundary>
          </Flex>
        ))}
      </Flex>
    </DifferenceContext.Provider>
  );
};
