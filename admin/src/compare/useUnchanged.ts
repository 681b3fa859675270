import * as React from 'react';

import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';

import { useGetRevisionQuery } from '../api/revisionsApi';
import { BANNER_TYPE } from '../history/showReadOnly';

import type { AttributeSchema } from './DifferenceContext';
import type { Comparison } from '../../../contracts/compare';
import type { QueryError } from '../utils/queryError';

export interface UnchangedValue {
  name: string;
  value: unknown;
  attribute: AttributeSchema;
}

interface Unchanged {
  fields: UnchangedValue[];
  isLoading: boolean;
  error?: QueryError;
  refetch: () => unknown;
}

/** Fields of the edit form that are the same on both sides; from whichever of them a revision records. */
export const useUnchanged = (
  uid: string,
  comparison: Comparison | undefined,
  isWanted: boolean
): Unchanged => {
  const { edit } = useDocumentLayout(uid);
  const revision = comparison?.to.revision ?? comparison?.from.revision;
  const skip = !isWanted || !revision;
  const { currentData, error, isFetching, refetch } = useGetRevisionQuery(revision?.id ?? 0, { skip });

  const fields = React.useMemo(() => {
    if (skip || !comparison || !currentData) return [];
    const changed = new Set(comparison.changes.map(({ path }) => path));
    return edit.layout.flat(2).flatMap(({ name, type, attribute }): UnchangedValue[] => {
      const isShown =
        name in currentData.data &&
        (type as string) !== BANNER_TYPE &&
        type !== 'password' &&
        !changed.has(name);
      return isShown
        ? [{ name, value: currentData.data[name], attribute: attribute as AttributeSchema }]
        : [];
    });
  }, [comparison, currentData, edit.layout, skip]);

  return { fields, isLoading: !skip && isFetching && !currentData, error: skip ? undefined : error, refetch };
};
