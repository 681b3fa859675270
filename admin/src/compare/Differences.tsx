import * as React from 'react';

import { Flex } from '@strapi/design-system';

import { FieldDifference } from './FieldDifference';
import { UnchangedField } from './UnchangedField';
import { DifferenceContext } from './DifferenceContext';
import { useDifferenceNames } from './useDifferenceNames';
import { useFieldOrder } from '../hooks/useFieldOrder';

import type { Change } from '../../../contracts/compare';
import type { CompareView } from '../utils/compareSearch';
import type { UnchangedValue } from './useUnchanged';

interface DifferencesProps {
  uid: string;
  view: CompareView;
  changes: Change[];
  unchanged: UnchangedValue[];
  /** null where nothing can be restored */
  ticked: ReadonlySet<string> | null;
  onTick: (name: string, isTicked: boolean) => void;
}

/** The fields that differ, and those that do not as far as they are wanted, in the order of the edit form. */
export const Differences = ({ uid, view, changes, unchanged, ticked, onTick }: DifferencesProps) => {
  const names = useDifferenceNames(uid);
  const context = React.useMemo(() => ({ ...names, view }), [names, view]);
  const inOrder = useFieldOrder(uid);
  const fields = inOrder([
    ...changes.map((change) => ({ name: change.path, change, value: null })),
    ...unchanged.map((value) => ({ name: value.name, change: null, value })),
  ]);

  return (
    <DifferenceContext.Provider value={context}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {fields.map(({ name, change, value }) =>
          change ? (
            <FieldDifference key={name} change={change} isTicked={ticked?.has(name)} onTick={onTick} />
          ) : (
            <UnchangedField key={name} field={value} />
          )
        )}
      </Flex>
    </DifferenceContext.Provider>
  );
};
