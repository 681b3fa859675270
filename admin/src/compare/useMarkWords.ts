import * as React from 'react';

import { useTranslate } from '../hooks/useTranslate';

import type { TextPart } from '../../../contracts/compare';
import type { TranslationKey } from '../hooks/useTranslate';

const NAMES: Record<string, TranslationKey> = {
  bold: 'mark.bold',
  italic: 'mark.italic',
  underline: 'mark.underline',
  strikethrough: 'mark.strikethrough',
  code: 'mark.code',
  link: 'mark.link',
};

/** How the dress of a text changed, in words: "bold added, link changed from a.example to b.example". */
export const useMarkWords = (): ((part: TextPart) => string) => {
  const t = useTranslate();

  return React.useCallback(
    ({ marks }) => {
      if (!marks) return t('mark.changed');
      const nameOf = (mark: string) => (NAMES[mark] ? t(NAMES[mark]) : mark);
      const { from, to } = marks.link ?? { from: null, to: null };
      const words = [
        ...marks.added.map((mark) =>
          mark === 'link' && to ? t('mark.link.gained', { to }) : t('mark.gained', { mark: nameOf(mark) })
        ),
        ...marks.removed.map((mark) => t('mark.lost', { mark: nameOf(mark) })),
        ...(from && to ? [t('mark.link.changed', { from, to })] : []),
      ];
      return words.length > 0 ? words.join(', ') : t('mark.changed');
    },
    [t]
  );
};
