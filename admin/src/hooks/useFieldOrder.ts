import * as React from 'react';

import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';

import { BANNER_TYPE } from '../history/showReadOnly';
import { DRAFT_BANNER_TYPE } from '../drafts/draftLayout';

/** They stand in for banners, and are no fields. */
const BANNERS = new Set<string>([BANNER_TYPE, DRAFT_BANNER_TYPE]);

/** Sorts names of fields as the edit form shows them; those that it does not show come last. */
export const useFieldOrder = (uid: string): (<T extends { name: string }>(fields: T[]) => T[]) => {
  const { edit } = useDocumentLayout(uid);

  return React.useCallback(
    (fields) => {
      const shown: { name: string; attribute: { type: string } }[] = edit.layout.flat(2);
      const names = shown.filter(({ attribute }) => !BANNERS.has(attribute.type)).map(({ name }) => name);
      const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
      return [...fields].sort((a, b) => placeOf(a.name) - placeOf(b.name));
    },
    [edit.layout]
  );
};
