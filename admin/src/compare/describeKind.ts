import { isEdited } from '../summary/summarize';

import type { Change } from '../../../contracts/compare';
import type { Translate } from '../hooks/useTranslate';

/** What happened to something, in words: "Moved 2 places down", "Added at position 3", "Edited". */
export const describeKind = (change: Change, t: Translate): string => {
  const { kind, fromIndex, toIndex } = change;
  if (kind === 'added') {
    return toIndex === undefined ? t('kind.added') : t('kind.added.at', { position: toIndex + 1 });
  }
  if (kind === 'removed') {
    return fromIndex === undefined ? t('kind.removed') : t('kind.removed.from', { position: fromIndex + 1 });
  }
  if (kind === 'changed') return t('kind.changed');

  const distance = (toIndex ?? 0) - (fromIndex ?? 0);
  const moved =
    distance === 0
      ? t('kind.moved')
      : t(distance > 0 ? 'kind.moved.down' : 'kind.moved.up', { count: Math.abs(distance) });
  return isEdited(change) ? t('kind.moved.edited', { moved }) : moved;
};
