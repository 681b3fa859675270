import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';

import { isLocalized } from '../utils/isLocalized';

import type { unstable_useDocument as useDocument } from '@strapi/strapi/admin';

/** Locales that a document has, with the one on the page; none where the type is not localized. */
export const useLocales = (
  uid: string,
  locale: string | null,
  meta: ReturnType<typeof useDocument>['meta']
): string[] => {
  const { edit } = useDocumentLayout(uid);
  if (!locale || !isLocalized(edit.options)) return [];

  const others = (meta?.availableLocales ?? []).flatMap((sibling) =>
    sibling.locale ? [sibling.locale] : []
  );
  return [...new Set([locale, ...others])].sort();
};
