import type * as React from 'react';

/** With a modifier key, or another button, the browser opens tabs and windows as it does with every link. */
export const isPlainClick = (event: React.MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
