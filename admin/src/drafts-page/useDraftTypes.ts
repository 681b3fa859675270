import * as React from 'react';

import { useIntl } from 'react-intl';

import { useGetContentTypeInfosQuery } from '../api/contentTypesApi';

import type { QueryError } from '../utils/queryError';

interface DraftTypes {
  /** what the content type is called */
  nameOf: (uid: string) => string;
  /** `collection-types` or `single-types`, as in the edit view's address */
  collectionTypeOf: (uid: string) => string;
  /** whether what is written there is not live yet */
  hasDraftAndPublish: (uid: string) => boolean;
  isLoading: boolean;
  error: QueryError | undefined;
  refetch: () => unknown;
}

/** What lists of drafts have to know of the content types. */
export const useDraftTypes = (): DraftTypes => {
  const { formatMessage } = useIntl();
  const { data, isLoading, error, refetch } = useGetContentTypeInfosQuery();
  const types = React.useMemo(() => new Map(data?.map((type) => [type.uid, type])), [data]);

  const nameOf = React.useCallback(
    (uid: string) => {
      const name = types.get(uid)?.info.displayName ?? uid;
      return formatMessage({ id: name, defaultMessage: name });
    },
    [formatMessage, types]
  );
  const collectionTypeOf = React.useCallback(
    (uid: string) => (types.get(uid)?.kind === 'singleType' ? 'single-types' : 'collection-types'),
    [types]
  );
  const hasDraftAndPublish = React.useCallback(
    (uid: string) => types.get(uid)?.options?.draftAndPublish === true,
    [types]
  );

  return { nameOf, collectionTypeOf, hasDraftAndPublish, isLoading, error, refetch };
};
