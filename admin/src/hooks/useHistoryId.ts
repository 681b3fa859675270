import { useLocation } from 'react-router-dom';

import { revisionIdIn } from '../utils/historySearch';

/** Id of the revision that the edit view shows; null while it shows the document as it is, NaN where the address is nonsense. */
export const useHistoryId = (): number | null => {
  const id = revisionIdIn(useLocation().search);
  if (id === null) return null;
  return /^\d+$/.test(id) ? Number(id) : NaN;
};
