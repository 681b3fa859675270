import * as React from 'react';

import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';

interface Attribute {
  type: string;
  repeatable?: boolean;
  multiple?: boolean;
  relation?: string;
}

const isList = ({ type, repeatable, multiple, relation }: Attribute): boolean =>
  type === 'dynamiczone' ||
  type === 'blocks' ||
  repeatable === true ||
  (type === 'media' && multiple === true) ||
  (type === 'relation' && /ToMany$/.test(relation ?? ''));

/** Names of the fields that hold several of something. */
export const useListFields = (uid: string): ReadonlySet<string> => {
  const { edit } = useDocumentLayout(uid);

  return React.useMemo(() => {
    const fields = edit.layout.flat(2).filter(({ attribute }) => isList(attribute as Attribute));
    return new Set(fields.map(({ name }) => name));
  }, [edit.layout]);
};
