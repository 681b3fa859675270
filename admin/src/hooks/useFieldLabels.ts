import * as React from 'react';

import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

/** `sections[2].image` → names and positions */
const segmentsOf = (path: string): string[] => path.match(/[^.[\]]+/g) ?? [];

/**
 * Names of fields as the edit form writes them.
 *
 * @returns a function from a path (`title`, `sections[2].image`) to words (`Title`, `Sections 3 › image`)
 */
export const useFieldLabels = (uid: string): ((path: string) => string) => {
  const { formatMessage } = useIntl();
  const { edit } = useDocumentLayout(uid);
  const metadatas = edit.metadatas;

  return React.useCallback(
    (path) => {
      const [name = path, ...rest] = segmentsOf(path);
      const label = metadatas[name]?.label || name;
      const words = [
        formatMessage({ id: `content-manager.content-types.${uid}.${name}`, defaultMessage: label }),
      ];
      for (const segment of rest) {
        if (/^\d+$/.test(segment)) words[words.length - 1] += ` ${Number(segment) + 1}`;
        else words.push(segment);
      }
      return words.join(' › ');
    },
    [formatMessage, metadatas, uid]
  );
};
